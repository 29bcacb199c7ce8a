import { defineRule } from '../rule.ts'

export const outlookWithoutModernAuthenticationUsesWindowsAuthenticationOnPremises = defineRule({
  id: 'ORD-16',
  question: 'client-order',
  statement:
    'Against Exchange Server, Office that is not modern-capable, Outlook or a Skype client that calls Exchange, uses Windows authentication and then a password with each request.',
  citation: { source: 'hma-overview', section: 'client and protocol' },
  basis: 'inferred',
  because: ['office', 'enableAdal', 'adalBuild', 'service'],
  answer: ({ office, enableAdal, adalBuild, service }) =>
    service === 'exchange-server' &&
    (office === '2010-or-earlier' ||
      adalBuild === 'no' ||
      enableAdal === '0' ||
      (office === '2013' && enableAdal !== '1'))
      ? 'windows-then-basic'
      : undefined,
  examples: [
    {
      name: 'Outlook 2010',
      given: { office: '2010-or-earlier', service: 'exchange-server' },
      expect: 'windows-then-basic',
    },
    { name: 'Outlook 2016', given: { office: '2016-or-later', service: 'exchange-server' }, expect: 'does-not-apply' },
    {
      name: 'Outlook 2016, with adal build no',
      given: { office: '2016-or-later', service: 'exchange-server', adalBuild: 'no' },
      expect: 'windows-then-basic',
    },
    {
      name: 'Outlook 2016, with enable adal 0',
      given: { office: '2016-or-later', service: 'exchange-server', enableAdal: '0' },
      expect: 'windows-then-basic',
    },
    {
      name: 'Outlook 2010, with office 2013',
      given: { office: '2013', service: 'exchange-server' },
      expect: 'windows-then-basic',
    },
    {
      name: 'Outlook 2010, with enable adal 1',
      given: { office: '2013', service: 'exchange-server', enableAdal: '1' },
      expect: 'does-not-apply',
    },
    {
      name: 'Outlook 2010, which ORD-23 would answer as well',
      given: { office: '2010-or-earlier', service: 'exchange-server', modernAuthority: 'ad-fs' },
      expect: 'windows-then-basic',
    },
  ],
})
