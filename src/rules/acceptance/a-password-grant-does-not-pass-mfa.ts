import { defineRule } from '../rule.ts'

export const aPasswordGrantDoesNotPassMfa = defineRule({
  id: 'ACC-6',
  question: 'acceptance',
  statement: 'If MFA is required, a password grant is refused.',
  citation: { source: 'entra-mandatory-mfa', section: 'client libraries' },
  basis: 'documented',
  owner: 'client',
  inFewWords: 'a password grant cannot satisfy MFA',
  because: ['credential', 'flowClass', 'secondFactor'],
  error: 'AADSTS50076',
  answer: ({ credential, flowClass, secondFactor }) =>
    credential === 'account-password' &&
    flowClass === 'password-grant' &&
    (secondFactor === 'required' || secondFactor === 'registration-required')
      ? 'refused-after-password'
      : undefined,
  examples: [
    {
      name: 'a script of an enforced user',
      given: {
        credential: 'account-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        secondFactor: 'required',
      },
      expect: 'refused-after-password',
    },
    {
      name: 'a script of a user without MFA',
      given: { credential: 'account-password', flow: 'password-grant', flowClass: 'password-grant' },
      expect: 'does-not-apply',
    },
    {
      name: 'a script of an enforced user, with credential app-password',
      given: {
        credential: 'app-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        secondFactor: 'required',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a script of an enforced user, with flow class interactive',
      given: {
        credential: 'account-password',
        flow: 'password-grant',
        flowClass: 'interactive',
        secondFactor: 'required',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a script of an enforced user, with second factor registration-required',
      given: {
        credential: 'account-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        secondFactor: 'registration-required',
      },
      expect: 'refused-after-password',
    },
  ],
})
