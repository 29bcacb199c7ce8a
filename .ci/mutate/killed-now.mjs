/** Mutants that survived once and got a test of their own; each sample judges them again. */
export const killedNow = [
  "src/rules/acceptance/a-certificate-that-no-connector-names-does-not-relay.ts ConditionalExpression: credential === 'certificate' && sendingRoute === 'relay-certificate' => true",
  "src/rules/second-factor-outcome/a-second-factor-passed-before-is-not-asked-again.ts ConditionalExpression: mfaSatisfied === 'remembered' => false",
  'src/simulate/conditional-access/completions.ts StringLiteral: \'none\' => ""',
  'src/simulate/facts/service-facts.ts StringLiteral: \'rpc-http\' => ""',
  'src/simulate/narrate-leg.ts ConditionalExpression: idp && used !== null => false',
]
