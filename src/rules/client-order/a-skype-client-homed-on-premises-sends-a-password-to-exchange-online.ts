import { defineRule } from '../rule.ts'

export const aSkypeClientHomedOnPremisesSendsAPasswordToExchangeOnline = defineRule({
  id: 'ORD-2',
  question: 'client-order',
  statement:
    'Without AllowAdalForNonLyncIndependentOfLync, a Skype for Business client whose on-premises registrar does not use modern authentication ignores the modern authentication that Exchange Online offers for web services calls and falls back to a password.',
  citation: { source: 'skype-allow-adal' },
  basis: 'documented',
  because: ['skypeExchangeLeg', 'skypeHome', 'allowAdalForNonLync', 'service'],
  answer: ({ skypeExchangeLeg, skypeHome, allowAdalForNonLync, service }) =>
    skypeExchangeLeg === 'yes' &&
    skypeHome === 'on-premises' &&
    allowAdalForNonLync === 'unset' &&
    service === 'exchange-online'
      ? 'basic'
      : undefined,
  examples: [
    {
      name: 'the switch is not set',
      given: { office: '2016-or-later', skypeExchangeLeg: 'yes', skypeHome: 'on-premises' },
      expect: 'basic',
    },
    {
      name: 'the switch is set',
      given: { office: '2016-or-later', skypeExchangeLeg: 'yes', skypeHome: 'on-premises', allowAdalForNonLync: 'set' },
      expect: 'does-not-apply',
    },
    {
      name: 'the switch is not set, with skype exchange leg no',
      given: { office: '2016-or-later', skypeExchangeLeg: 'no', skypeHome: 'on-premises' },
      expect: 'does-not-apply',
    },
    {
      name: 'the switch is not set, with skype home online',
      given: { office: '2016-or-later', skypeExchangeLeg: 'yes', skypeHome: 'online' },
      expect: 'does-not-apply',
    },
    {
      name: 'the switch is not set, with service exchange-server',
      given: { office: '2016-or-later', skypeExchangeLeg: 'yes', skypeHome: 'on-premises', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
  ],
})
