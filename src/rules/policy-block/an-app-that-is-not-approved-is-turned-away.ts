import { defineRule } from '../rule.ts'

export const anAppThatIsNotApprovedIsTurnedAway = defineRule({
  id: 'POL-9',
  question: 'policy-block',
  statement: 'If an approved client app is required, any other app gets no token.',
  citation: { source: 'ca-troubleshoot' },
  basis: 'documented',
  owner: 'client',
  because: ['policyDecision'],
  error: 'AADSTS53002',
  answer: ({ policyDecision }) => (policyDecision === 'app-not-approved' ? 'cannot-satisfy' : undefined),
  examples: [
    {
      name: 'a mail client from another vendor',
      given: { policyDecision: 'app-not-approved' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a strength that no method of the user meets',
      given: { policyDecision: 'cannot-satisfy' },
      expect: 'does-not-apply',
    },
  ],
})
