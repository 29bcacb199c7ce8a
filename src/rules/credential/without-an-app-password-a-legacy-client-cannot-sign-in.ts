import { defineRule } from '../rule.ts'

export const withoutAnAppPasswordALegacyClientCannotSignIn = defineRule({
  id: 'CRED-13',
  question: 'credential',
  statement:
    'If MFA is required and no app password exists or can be created, a client that cannot provide a second factor has no credential to present.',
  citation: { source: 'entra-per-user-mfa-archive' },
  basis: 'documented',
  owner: 'client',
  inFewWords: 'MFA is required and there is no app password',
  because: ['flowClass', 'secondFactor'],
  error: 'AADSTS50076',
  answer: ({ flowClass, secondFactor }) =>
    flowClass === 'legacy' && secondFactor === 'required' ? 'password-does-not-suffice' : undefined,
  examples: [
    {
      name: 'no app password is available',
      given: { flow: 'basic', flowClass: 'legacy', secondFactor: 'required' },
      expect: 'password-does-not-suffice',
    },
    { name: 'MFA is not required', given: { flow: 'basic', flowClass: 'legacy' }, expect: 'does-not-apply' },
    {
      name: 'no app password is available, with flow class interactive',
      given: { flow: 'basic', flowClass: 'interactive', secondFactor: 'required' },
      expect: 'does-not-apply',
    },
  ],
})
