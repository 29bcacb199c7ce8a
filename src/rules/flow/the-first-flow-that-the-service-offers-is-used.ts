import { defineRule } from '../rule.ts'

export const theFirstFlowThatTheServiceOffersIsUsed = defineRule({
  id: 'FLOW-1',
  question: 'flow',
  statement: 'The client uses the first authentication method in its own order that the service offers.',
  citation: { source: 'office-modern-auth' },
  basis: 'documented',
  because: ['flowMatch'],
  answer: ({ flowMatch }) => (flowMatch === 'first-choice' ? 'used' : undefined),
  examples: [
    { name: 'the first choice is offered', given: { flowMatch: 'first-choice' }, expect: 'used' },
    { name: 'it is not', given: { flowMatch: 'fallback' }, expect: 'does-not-apply' },
  ],
})
