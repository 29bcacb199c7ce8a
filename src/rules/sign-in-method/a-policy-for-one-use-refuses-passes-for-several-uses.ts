import { defineRule } from '../rule.ts'

export const aPolicyForOneUseRefusesPassesForSeveralUses = defineRule({
  id: 'MTH-11',
  question: 'sign-in-method',
  statement:
    'Where the policy demands that Temporary Access Passes are for one use, a pass that was created for several uses cannot be used.',
  citation: { source: 'entra-temporary-access-pass', section: 'Troubleshooting' },
  basis: 'documented',
  owner: 'policy',
  because: ['methodAllowed'],
  answer: ({ methodAllowed }) => (methodAllowed === 'several-uses' ? 'switched-off' : undefined),
  examples: [
    { name: 'a pass for several uses', given: { methodAllowed: 'several-uses' }, expect: 'switched-off' },
    {
      name: 'a pass for several uses where the vendor no longer serves the method',
      given: { methodAllowed: 'several-uses', methodServed: 'no' },
      expect: 'switched-off',
    },
    { name: 'a pass for one use', given: {}, expect: 'does-not-apply' },
  ],
})
