import { defineRule } from '../rule.ts'

export const theClientFallsBackWhereItsFirstChoiceIsRefused = defineRule({
  id: 'FLOW-2',
  question: 'flow',
  statement:
    "If the service refuses the client's first choice, the client falls back to the next authentication method they share.",
  citation: { source: 'office-modern-auth' },
  basis: 'documented',
  because: ['flowMatch'],
  answer: ({ flowMatch }) => (flowMatch === 'fallback' ? 'used' : undefined),
  examples: [
    { name: 'a fallback is offered', given: { flowMatch: 'fallback' }, expect: 'used' },
    { name: 'the first choice is offered', given: { flowMatch: 'first-choice' }, expect: 'does-not-apply' },
  ],
})
