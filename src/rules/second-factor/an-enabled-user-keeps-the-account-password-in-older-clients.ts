import { defineRule } from '../rule.ts'

export const anEnabledUserKeepsTheAccountPasswordInOlderClients = defineRule({
  id: 'MFA-16',
  question: 'second-factor',
  statement:
    'Older clients of an enabled user are unaffected until the user completes registration; enabled is not enforced.',
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'documented',
  because: ['perUserMfaState', 'flowClass'],
  answer: ({ perUserMfaState, flowClass }) =>
    perUserMfaState === 'enabled' && flowClass !== 'interactive' ? 'not-required' : undefined,
  examples: [
    { name: 'an old mail client', given: { perUserMfaState: 'enabled', flowClass: 'legacy' }, expect: 'not-required' },
    { name: 'an enforced user', given: { perUserMfaState: 'enforced', flowClass: 'legacy' }, expect: 'does-not-apply' },
    {
      name: 'an old mail client, with flow class interactive',
      given: { perUserMfaState: 'enabled', flowClass: 'interactive' },
      expect: 'does-not-apply',
    },
  ],
})
