import { defineRule } from '../rule.ts'

export const stagedRolloutMovesModernSignInsToEntraId = defineRule({
  id: 'REALM-4',
  question: 'home-realm',
  statement:
    'Browser and modern sign-ins of a user in a staged rollout are managed even though the domain is federated.',
  citation: { source: 'entra-staged-rollout' },
  basis: 'documented',
  because: ['stagedRollout', 'flowClass'],
  answer: ({ stagedRollout, flowClass }) =>
    stagedRollout === 'in' && flowClass === 'interactive' ? 'managed' : undefined,
  examples: [
    {
      name: 'a browser',
      given: { domainAuthentication: 'federated', stagedRollout: 'in', flowClass: 'interactive' },
      expect: 'managed',
    },
    {
      name: 'a legacy client',
      given: { domainAuthentication: 'federated', stagedRollout: 'in', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
