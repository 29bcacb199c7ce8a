import { defineRule } from '../rule.ts'

export const anOfficeBuildWithoutAdalSendsAPasswordToExchangeOnline = defineRule({
  id: 'ORD-6',
  question: 'client-order',
  statement:
    'Some builds of Office 2013 and 2016 lack the authentication library and can only send the password to Exchange Online.',
  citation: { source: 'skype-use-adal', section: 'clients where ADAL is not supported' },
  basis: 'inferred',
  because: ['adalBuild', 'service'],
  answer: ({ adalBuild, service }) => (adalBuild === 'no' && service === 'exchange-online' ? 'basic' : undefined),
  examples: [
    { name: 'an early installer build', given: { office: '2016-or-later', adalBuild: 'no' }, expect: 'basic' },
    { name: 'a current build', given: { office: '2016-or-later', adalBuild: 'yes' }, expect: 'does-not-apply' },
    {
      name: 'an early installer build, with service exchange-server',
      given: { office: '2016-or-later', adalBuild: 'no', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
    {
      name: 'an early installer build, which ORD-7 would answer as well',
      given: { office: '2013', adalBuild: 'no', alwaysUseMsoAuth: '1' },
      expect: 'basic',
    },
  ],
})
