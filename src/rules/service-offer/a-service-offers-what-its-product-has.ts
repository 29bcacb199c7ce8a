import { defineRule } from '../rule.ts'

export const aServiceOffersWhatItsProductHas = defineRule({
  id: 'OFF-1',
  question: 'service-offer',
  statement:
    'A service can offer only authentication methods that its product, protocol and virtual directory support.',
  citation: { source: 'exo-basic-deprecation' },
  basis: 'documented',
  owner: 'service',
  because: ['serverFlow'],
  answer: ({ serverFlow }) => (serverFlow === 'not-offered' ? 'not-offered' : undefined),
  examples: [
    {
      name: 'Kerberos in the cloud',
      given: { serverFlow: 'not-offered', flow: 'windows-integrated' },
      expect: 'not-offered',
    },
    { name: 'a password in the cloud', given: { serverFlow: 'offered', flow: 'basic' }, expect: 'does-not-apply' },
    {
      name: 'Kerberos for the new Outlook, which OFF-17 would answer as well',
      given: { serverFlow: 'not-offered', service: 'exchange-server', onlineMailboxesOnly: 'yes' },
      expect: 'not-offered',
    },
    {
      name: 'Kerberos in the cloud, which OFF-2 would answer as well',
      given: { serverFlow: 'not-offered', carriesModern: 'no' },
      expect: 'not-offered',
    },
  ],
})
