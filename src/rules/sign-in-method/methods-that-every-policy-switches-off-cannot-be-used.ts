import { defineRule } from '../rule.ts'

export const methodsThatEveryPolicySwitchesOffCannotBeUsed = defineRule({
  id: 'MTH-2',
  question: 'sign-in-method',
  statement:
    'A method can be used if at least one of the method policies allows it, and cannot be used if all of them disable it.',
  citation: { source: 'entra-methods-policy', section: 'How policies work together' },
  basis: 'documented',
  owner: 'policy',
  because: ['methodAllowed'],
  answer: ({ methodAllowed }) => (methodAllowed === 'no' ? 'switched-off' : undefined),
  examples: [
    {
      name: 'a text message that is switched off, after its end',
      given: { methodAllowed: 'no', methodServed: 'no' },
      expect: 'switched-off',
    },
    { name: 'a method that is switched off', given: { methodAllowed: 'no' }, expect: 'switched-off' },
    { name: 'a method that is allowed', given: {}, expect: 'does-not-apply' },
  ],
})
