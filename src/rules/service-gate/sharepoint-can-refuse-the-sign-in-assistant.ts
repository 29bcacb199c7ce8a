import { defineRule } from '../rule.ts'

export const sharepointCanRefuseTheSignInAssistant = defineRule({
  id: 'GATE-15',
  question: 'service-gate',
  statement:
    'With LegacyAuthProtocolsEnabled false, SharePoint Online refuses Office clients that do not use modern authentication.',
  citation: { source: 'spo-set-spotenant', section: '-LegacyAuthProtocolsEnabled' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'service', 'legacySharePoint'],
  answer: ({ flow, service, legacySharePoint }) =>
    flow === 'sign-in-assistant' && service === 'sharepoint-online' && legacySharePoint === 'disabled'
      ? 'closed'
      : undefined,
  examples: [
    {
      name: 'Office 2010',
      given: { flow: 'sign-in-assistant', service: 'sharepoint-online', legacySharePoint: 'disabled' },
      expect: 'closed',
    },
    {
      name: 'the same by default',
      given: { flow: 'sign-in-assistant', service: 'sharepoint-online' },
      expect: 'does-not-apply',
    },
    {
      name: 'Office 2010, with flow modern',
      given: { flow: 'modern', service: 'sharepoint-online', legacySharePoint: 'disabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'Office 2010, with service exchange-online',
      given: { flow: 'sign-in-assistant', service: 'exchange-online', legacySharePoint: 'disabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'Office 2010, which GATE-18 would answer as well',
      given: {
        flow: 'sign-in-assistant',
        service: 'sharepoint-online',
        legacySharePoint: 'disabled',
        sharedMailboxAccess: 'across-unsupported',
      },
      expect: 'closed',
    },
  ],
})
