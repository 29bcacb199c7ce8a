import { defineRule } from '../rule.ts'

export const officeWithoutModernAuthenticationUsesTheSignInAssistant = defineRule({
  id: 'ORD-12',
  question: 'client-order',
  statement:
    "Office that is not modern-capable signs in to SharePoint Online and Skype for Business Online through the Microsoft Online Sign-in Assistant, regardless of the tenant's setting.",
  citation: { source: 'office-modern-auth', section: 'sharepoint online' },
  basis: 'documented',
  because: ['office', 'enableAdal', 'adalBuild', 'service'],
  answer: ({ office, enableAdal, adalBuild, service }) =>
    (service === 'sharepoint-online' || service === 'skype-for-business-online') &&
    (office === '2010-or-earlier' ||
      adalBuild === 'no' ||
      enableAdal === '0' ||
      (office === '2013' && enableAdal !== '1'))
      ? 'sign-in-assistant'
      : undefined,
  examples: [
    {
      name: 'Office 2013 as installed',
      given: { office: '2013', service: 'sharepoint-online' },
      expect: 'sign-in-assistant',
    },
    {
      name: 'Office 2016 as installed',
      given: { office: '2016-or-later', service: 'sharepoint-online' },
      expect: 'does-not-apply',
    },
    {
      name: 'Office 2013 as installed, with service skype-for-business-online',
      given: { office: '2013', service: 'skype-for-business-online' },
      expect: 'sign-in-assistant',
    },
    {
      name: 'Office 2013 as installed, with office 2010-or-earlier',
      given: { office: '2010-or-earlier', service: 'sharepoint-online' },
      expect: 'sign-in-assistant',
    },
    {
      name: 'Office 2016 as installed, with adal build no',
      given: { office: '2016-or-later', service: 'sharepoint-online', adalBuild: 'no' },
      expect: 'sign-in-assistant',
    },
    {
      name: 'Office 2016 as installed, with enable adal 0',
      given: { office: '2016-or-later', service: 'sharepoint-online', enableAdal: '0' },
      expect: 'sign-in-assistant',
    },
  ],
})
