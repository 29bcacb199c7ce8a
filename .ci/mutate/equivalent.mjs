/** Mutants that behave as the original, by key, each with the reason; swaps of rules are worked out in order.mjs. */
export const equivalent = new Map([
  [
    'src/rules/decide.ts ConditionalExpression: other !== name => true',
    'the fact is tried in every value afterwards, so trying it before as well changes nothing but the time',
  ],
  [
    'src/simulate/conditional-access/outcomes.ts ConditionalExpression: store === undefined => true',
    'nothing is kept, so that each outcome is worked out again: the same outcome',
  ],
  [
    "src/simulate/conditional-access/outcomes.ts ConditionalExpression: effect !== 'signal-dependent' && demands.length === 0 => false",
    'without the shortcut two empty lists are joined: the same empty list',
  ],
  [
    'src/simulate/conditional-access/merge-session.ts EqualityOperator: difference < 0 => difference <= 0',
    'the line is reached only where the difference is not zero',
  ],
  [
    'src/simulate/conditional-access/evaluate.ts ConditionalExpression: !hasBit(compiled.shaping, index) => false',
    'a policy without session controls adds none to those of the others, which the last line finds as well',
  ],
])
