import { defineRule } from '../rule.ts'

export const sharepointNoLongerTakesTheSignInAssistant = defineRule({
  id: 'GATE-16',
  question: 'service-gate',
  statement:
    'If SharePoint Online has retired the older Office sign-in, a client without modern authentication is refused.',
  citation: { source: 'sharepoint-idcrl-retirement', section: 'What you need to know' },
  basis: 'documented',
  owner: 'vendor',
  because: ['flow', 'service', 'legacySharePoint'],
  answer: ({ flow, service, legacySharePoint }) =>
    flow === 'sign-in-assistant' && service === 'sharepoint-online' && legacySharePoint === 'ended'
      ? 'closed'
      : undefined,
  examples: [
    {
      name: 'Office 2010 where the retirement has arrived',
      given: { flow: 'sign-in-assistant', service: 'sharepoint-online', legacySharePoint: 'ended' },
      expect: 'closed',
    },
    {
      name: 'before',
      given: { flow: 'sign-in-assistant', service: 'sharepoint-online' },
      expect: 'does-not-apply',
    },
    {
      name: 'modern authentication',
      given: { flow: 'modern', service: 'sharepoint-online', legacySharePoint: 'ended' },
      expect: 'does-not-apply',
    },
    {
      name: 'Skype for Business Online',
      given: { flow: 'sign-in-assistant', service: 'skype-for-business-online', legacySharePoint: 'ended' },
      expect: 'does-not-apply',
    },
  ],
})
