import { defineRule } from '../rule.ts'

export const officeWithoutModernAuthenticationSendsAPasswordToExchangeOnline = defineRule({
  id: 'ORD-5',
  question: 'client-order',
  statement:
    'Office 2010 and earlier, and Office 2011 for Mac, do not support modern authentication and send the password to Exchange Online.',
  citation: { source: 'office-modern-auth', section: 'introduction' },
  basis: 'documented',
  because: ['office', 'service'],
  answer: ({ office, service }) =>
    office === '2010-or-earlier' && service === 'exchange-online' ? 'basic' : undefined,
  examples: [
    { name: 'Outlook 2010', given: { office: '2010-or-earlier' }, expect: 'basic' },
    { name: 'Outlook 2016', given: { office: '2016-or-later' }, expect: 'does-not-apply' },
    {
      name: 'Outlook 2010, which ORD-6 would answer as well',
      given: { office: '2010-or-earlier', adalBuild: 'no' },
      expect: 'basic',
    },
  ],
})
