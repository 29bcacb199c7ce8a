import { defineRule } from '../rule.ts'

export const trustedAddressesWaiveAppPasswordsUntilOneExists = defineRule({
  id: 'MFA-11',
  question: 'second-factor',
  statement:
    'From a trusted address, a legacy client needs no app password unless the user has already created one; once one is in use, it remains required.',
  citation: { source: 'entra-mfa-settings', section: 'trusted IPs' },
  basis: 'documented',
  because: ['perUserMfaState', 'trustedNetwork', 'flowClass', 'appPasswordCount'],
  answer: ({ perUserMfaState, trustedNetwork, flowClass, appPasswordCount }) =>
    perUserMfaState === 'enforced' &&
    trustedNetwork === 'inside' &&
    (flowClass === 'legacy' || flowClass === 'password-grant') &&
    appPasswordCount === 'none'
      ? 'waived'
      : undefined,
  examples: [
    {
      name: 'no app password yet',
      given: { perUserMfaState: 'enforced', trustedNetwork: 'inside', flowClass: 'legacy' },
      expect: 'waived',
    },
    {
      name: 'one is in use',
      given: { perUserMfaState: 'enforced', trustedNetwork: 'inside', flowClass: 'legacy', appPasswordCount: 'some' },
      expect: 'does-not-apply',
    },
    {
      name: 'no app password yet, with per user mfa state disabled',
      given: { perUserMfaState: 'disabled', trustedNetwork: 'inside', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'no app password yet, with trusted network outside',
      given: { perUserMfaState: 'enforced', trustedNetwork: 'outside', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'no app password yet, with flow class interactive',
      given: { perUserMfaState: 'enforced', trustedNetwork: 'inside', flowClass: 'interactive' },
      expect: 'does-not-apply',
    },
    {
      name: 'no app password yet, with flow class password-grant',
      given: { perUserMfaState: 'enforced', trustedNetwork: 'inside', flowClass: 'password-grant' },
      expect: 'waived',
    },
  ],
})
