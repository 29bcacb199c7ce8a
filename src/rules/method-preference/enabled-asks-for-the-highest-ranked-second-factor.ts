import { defineRule } from '../rule.ts'

export const enabledAsksForTheHighestRankedSecondFactor = defineRule({
  id: 'MPR-2',
  question: 'method-preference',
  statement:
    'In the Enabled state, system-preferred authentication ranks only second factors; the user chooses the first factor.',
  citation: { source: 'entra-system-preferred', section: 'How system-preferred authentication applies to sign-in' },
  basis: 'documented',
  because: ['systemPreferred'],
  answer: ({ systemPreferred }) => (systemPreferred === 'second-factor' ? 'second-factor-by-rank' : undefined),
  examples: [
    { name: 'enabled', given: { systemPreferred: 'second-factor' }, expect: 'second-factor-by-rank' },
    { name: 'disabled', given: { systemPreferred: 'off' }, expect: 'does-not-apply' },
  ],
})
