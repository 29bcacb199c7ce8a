import { defineRule } from '../rule.ts'

export const membersOfAnExcludedGroupCannotUseTheMethod = defineRule({
  id: 'MTH-9',
  question: 'sign-in-method',
  statement:
    'A member of a group that the policy excludes cannot use the method, even if an included group has the same member.',
  citation: { source: 'entra-passkey-profiles', section: 'Apply a passkey profile to a targeted group' },
  basis: 'documented',
  owner: 'policy',
  because: ['methodAllowed'],
  answer: ({ methodAllowed }) => (methodAllowed === 'excluded' ? 'switched-off' : undefined),
  examples: [
    {
      name: 'a passkey of a contractor, whose group is excluded',
      given: { methodAllowed: 'excluded' },
      expect: 'switched-off',
    },
    { name: 'a passkey of an employee', given: {}, expect: 'does-not-apply' },
    {
      name: 'a passkey that is switched off for everyone',
      given: { methodAllowed: 'no' },
      expect: 'does-not-apply',
    },
  ],
})
