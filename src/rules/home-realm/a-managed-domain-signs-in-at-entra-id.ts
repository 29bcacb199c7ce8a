import { defineRule } from '../rule.ts'

export const aManagedDomainSignsInAtEntraId = defineRule({
  id: 'REALM-3',
  question: 'home-realm',
  statement: 'Users of a managed domain sign in at Microsoft Entra ID.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  because: ['domainAuthentication'],
  answer: ({ domainAuthentication }) => (domainAuthentication === 'managed' ? 'managed' : undefined),
  examples: [
    { name: 'a managed domain', given: { domainAuthentication: 'managed' }, expect: 'managed' },
    { name: 'a federated domain', given: { domainAuthentication: 'federated' }, expect: 'does-not-apply' },
    {
      name: 'a managed domain, which REALM-4 would answer as well',
      given: { domainAuthentication: 'managed', stagedRollout: 'in' },
      expect: 'managed',
    },
    {
      name: 'a managed domain, which REALM-7 would answer as well',
      given: { domainAuthentication: 'managed', flowClass: 'password-grant' },
      expect: 'managed',
    },
  ],
})
