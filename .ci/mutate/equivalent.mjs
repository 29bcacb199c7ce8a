/** Mutants that behave as the original, by key, each with the reason; swaps of rules are worked out in order.mjs. */
export const equivalent = new Map([
  [
    'src/rules/decide.ts ConditionalExpression: other !== name => true',
    'the fact is tried in every value afterwards, so trying it before as well changes nothing but the time',
  ],
])
