import { defineRule } from '../rule.ts'

export const aFederatedDomainSignsInAtItsIdentityProvider = defineRule({
  id: 'REALM-6',
  question: 'home-realm',
  statement:
    "Users of a federated domain are sent to the domain's identity provider, or their password is forwarded to it.",
  citation: { source: 'graph-domain-federation' },
  basis: 'documented',
  because: [],
  answer: () => 'federated',
  examples: [
    {
      name: 'a modern client',
      given: { domainAuthentication: 'federated', flowClass: 'interactive' },
      expect: 'federated',
    },
    { name: 'a legacy client', given: { domainAuthentication: 'federated', flowClass: 'legacy' }, expect: 'federated' },
  ],
})
