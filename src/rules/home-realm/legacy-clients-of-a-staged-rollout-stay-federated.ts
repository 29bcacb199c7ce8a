import { defineRule } from '../rule.ts'

export const legacyClientsOfAStagedRolloutStayFederated = defineRule({
  id: 'REALM-5',
  question: 'home-realm',
  statement: 'Legacy clients of a user in a staged rollout keep using federation.',
  citation: { source: 'entra-staged-rollout' },
  basis: 'documented',
  because: ['stagedRollout'],
  answer: ({ stagedRollout }) => (stagedRollout === 'in' ? 'federated' : undefined),
  examples: [
    {
      name: 'a legacy client',
      given: { domainAuthentication: 'federated', stagedRollout: 'in', flowClass: 'legacy' },
      expect: 'federated',
    },
    {
      name: 'a user outside the rollout',
      given: { domainAuthentication: 'federated', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
