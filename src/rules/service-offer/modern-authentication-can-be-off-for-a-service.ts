import { defineRule } from '../rule.ts'

export const modernAuthenticationCanBeOffForAService = defineRule({
  id: 'OFF-5',
  question: 'service-offer',
  statement:
    'SharePoint Online and Skype for Business Online offer modern authentication only if the tenant has it turned on for them.',
  citation: { source: 'office-modern-auth', section: 'availability' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'service', 'modernAuthentication'],
  answer: ({ flow, service, modernAuthentication }) =>
    (flow === 'modern' || flow === 'password-grant') &&
    (service === 'sharepoint-online' || service === 'skype-for-business-online') &&
    modernAuthentication === 'off'
      ? 'switched-off'
      : undefined,
  examples: [
    {
      name: 'off for documents',
      given: { flow: 'modern', service: 'sharepoint-online', modernAuthentication: 'off' },
      expect: 'switched-off',
    },
    {
      name: 'off for documents, with a password grant',
      given: { flow: 'password-grant', service: 'sharepoint-online', modernAuthentication: 'off' },
      expect: 'switched-off',
    },
    { name: 'on for documents', given: { flow: 'modern', service: 'sharepoint-online' }, expect: 'does-not-apply' },
    {
      name: 'off for documents, with flow basic',
      given: { flow: 'basic', service: 'sharepoint-online', modernAuthentication: 'off' },
      expect: 'does-not-apply',
    },
    {
      name: 'off for documents, with service skype-for-business-online',
      given: { flow: 'modern', service: 'skype-for-business-online', modernAuthentication: 'off' },
      expect: 'switched-off',
    },
  ],
})
