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
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: seenAs !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: platform !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: client.product.sharedDevice !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: device !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: baseline !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: signals.signInRiskLevel !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: signals.userRiskLevel !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: signals.insiderRiskLevel !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/policy-sign-in.ts ConditionalExpression: signals.servicePrincipalRiskLevel !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the sign-in',
  ],
  [
    'src/simulate/leg-paths.ts ConditionalExpression: candidates !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the leg',
  ],
  [
    'src/simulate/leg-paths.ts ConditionalExpression: endpoint !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the leg',
  ],
  [
    'src/simulate/leg-paths.ts ConditionalExpression: place !== undefined => true',
    'a property that is undefined and one that is absent are the same to whoever reads the leg',
  ],
  ['src/simulate/play-sets.ts ConditionalExpression: !found.has(at) => true', 'what was found before is found again'],
  [
    'src/simulate/play-sets.ts ConditionalExpression: witness === user => false',
    'the legs of the user are planned again: the same legs',
  ],
  [
    'src/rules/fact-key.ts ArithmeticOperator: key * count + (name === leftOut ? 0 : placeIn(facts)) => key * count - (name === leftOut ? 0 : placeIn(facts))',
    'different facts have different keys all the same',
  ],
  [
    'src/simulate/methods/cloud-method.ts ConditionalExpression: user.methods === undefined => false',
    'a user of whom no methods are stated has none to present',
  ],
  [
    "src/simulate/conditional-access/row-store.ts ConditionalExpression: typeof under === 'object' => false",
    'what is kept under an object is not found, and computed again',
  ],
  [
    "src/simulate/conditional-access/clauses.ts ElementDrop: [ 'mfa', 'strength', 'compliantDevice', 'domainJoinedDevice', 'approvedApplication', 'compliantApplication', 'passwordChange', 'riskRemediation', 'termsOfUse', 'custom', 'boundToken', 'unknown', ] => ['strength', 'compliantDevice', 'domainJoinedDevice', 'approvedApplication', 'compliantApplication', 'passwordChange', 'riskRemediation', 'termsOfUse', 'custom', 'boundToken', 'unknown']",
    'what is in no list ranks before all others, as MFA does',
  ],
])
