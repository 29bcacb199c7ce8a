import { defineRule } from '../rule.ts'

export const anEnabledUserWithMethodsMayBeAsked = defineRule({
  id: 'MFA-15',
  question: 'second-factor',
  statement:
    'A user set to enabled who already has methods is asked to confirm them; the documentation does not say at which sign-in.',
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'inferred',
  because: ['perUserMfaState', 'flowClass'],
  answer: ({ perUserMfaState, flowClass }) =>
    perUserMfaState === 'enabled' && flowClass === 'interactive' ? 'may-be-required' : undefined,
  examples: [
    { name: 'enabled again', given: { perUserMfaState: 'enabled' }, expect: 'may-be-required' },
    { name: 'a disabled user', given: { perUserMfaState: 'disabled' }, expect: 'does-not-apply' },
  ],
})
