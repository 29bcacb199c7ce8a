import { defineRule } from '../rule.ts'

export const aPasswordGrantFailsWhereMfaIsDemanded = defineRule({
  id: 'CRED-10',
  question: 'credential',
  statement: 'A program that uses a password grant cannot satisfy an MFA requirement.',
  citation: { source: 'entra-mandatory-mfa', section: 'client libraries' },
  basis: 'documented',
  owner: 'client',
  inFewWords: 'a password grant cannot satisfy MFA',
  because: ['flowClass', 'secondFactor'],
  error: 'AADSTS50076',
  answer: ({ flowClass, secondFactor }) =>
    flowClass === 'password-grant' && (secondFactor === 'required' || secondFactor === 'registration-required')
      ? 'password-does-not-suffice'
      : undefined,
  examples: [
    {
      name: 'MFA is required',
      given: { flow: 'password-grant', flowClass: 'password-grant', secondFactor: 'required' },
      expect: 'password-does-not-suffice',
    },
    {
      name: 'MFA is not required',
      given: { flow: 'password-grant', flowClass: 'password-grant' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA is required, with second factor registration-required',
      given: { flow: 'password-grant', flowClass: 'password-grant', secondFactor: 'registration-required' },
      expect: 'password-does-not-suffice',
    },
  ],
})
