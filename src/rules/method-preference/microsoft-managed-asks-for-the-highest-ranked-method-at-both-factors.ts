import { defineRule } from '../rule.ts'

export const microsoftManagedAsksForTheHighestRankedMethodAtBothFactors = defineRule({
  id: 'MPR-1',
  question: 'method-preference',
  statement:
    'In the Microsoft managed state, system-preferred authentication asks for the highest-ranked registered method for both factors; the user may choose another.',
  citation: { source: 'entra-system-preferred', section: 'How system-preferred authentication applies to sign-in' },
  basis: 'documented',
  because: ['systemPreferred'],
  answer: ({ systemPreferred }) => (systemPreferred === 'both-factors' ? 'by-rank' : undefined),
  examples: [
    { name: 'Microsoft managed', given: {}, expect: 'by-rank' },
    { name: 'enabled', given: { systemPreferred: 'second-factor' }, expect: 'does-not-apply' },
  ],
})
