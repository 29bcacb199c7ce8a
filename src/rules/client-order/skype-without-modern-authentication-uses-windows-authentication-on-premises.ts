import { defineRule } from '../rule.ts'

export const skypeWithoutModernAuthenticationUsesWindowsAuthenticationOnPremises = defineRule({
  id: 'ORD-18',
  question: 'client-order',
  statement:
    'A Skype for Business client that is not modern-capable signs in to Skype for Business Server with Windows authentication.',
  citation: { source: 'skype-client-authentication' },
  basis: 'documented',
  because: ['office', 'enableAdal', 'adalBuild', 'service'],
  answer: ({ office, enableAdal, adalBuild, service }) =>
    service === 'skype-for-business-server' &&
    (office === '2010-or-earlier' ||
      adalBuild === 'no' ||
      enableAdal === '0' ||
      (office === '2013' && enableAdal !== '1'))
      ? 'windows'
      : undefined,
  examples: [
    {
      name: 'a 2013 client as installed',
      given: { office: '2013', service: 'skype-for-business-server' },
      expect: 'windows',
    },
    {
      name: 'a 2016 client',
      given: { office: '2016-or-later', service: 'skype-for-business-server' },
      expect: 'does-not-apply',
    },
    {
      name: 'a 2013 client as installed, with office 2010-or-earlier',
      given: { office: '2010-or-earlier', service: 'skype-for-business-server' },
      expect: 'windows',
    },
    {
      name: 'a 2016 client, with adal build no',
      given: { office: '2016-or-later', service: 'skype-for-business-server', adalBuild: 'no' },
      expect: 'windows',
    },
    {
      name: 'a 2016 client, with enable adal 0',
      given: { office: '2016-or-later', service: 'skype-for-business-server', enableAdal: '0' },
      expect: 'windows',
    },
    {
      name: 'a 2013 client as installed, with enable adal 1',
      given: { office: '2013', service: 'skype-for-business-server', enableAdal: '1' },
      expect: 'does-not-apply',
    },
  ],
})
