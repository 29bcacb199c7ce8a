import { defineRule } from '../rule.ts'

export const disabledLeavesTheChoiceToThePerson = defineRule({
  id: 'MPR-3',
  question: 'method-preference',
  statement: 'In the Disabled state, system-preferred authentication has no effect: the user chooses the method.',
  citation: { source: 'entra-system-preferred', section: 'How system-preferred authentication applies to sign-in' },
  basis: 'documented',
  because: [],
  answer: () => 'own-choice',
  examples: [
    { name: 'disabled', given: { systemPreferred: 'off' }, expect: 'own-choice' },
    { name: 'switched off for the tenant', given: { systemPreferred: 'off' }, expect: 'own-choice' },
  ],
})
