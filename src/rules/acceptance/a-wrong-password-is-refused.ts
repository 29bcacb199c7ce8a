import { defineRule } from '../rule.ts'

export const aWrongPasswordIsRefused = defineRule({
  id: 'ACC-19',
  question: 'acceptance',
  statement: 'A wrong user name or password is refused by its verifier.',
  citation: { source: 'entra-error-codes' },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'the password is wrong',
  because: ['firstFactor', 'credential'],
  error: 'AADSTS50126',
  answer: ({ firstFactor, credential }) =>
    firstFactor === 'wrong' &&
    (credential === 'account-password' || credential === 'app-password' || credential === 'interactive')
      ? 'refused'
      : undefined,
  examples: [
    {
      name: 'mistyped at the VPN, which ACC-29 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        firstFactor: 'wrong',
        npsExtension: 'installed',
        radiusFactor: 'not-enrolled',
      },
      expect: 'refused',
    },
    {
      name: 'mistyped',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy', firstFactor: 'wrong' },
      expect: 'refused',
    },
    {
      name: 'right',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'mistyped, with credential windows-integrated',
      given: { credential: 'windows-integrated', flow: 'basic', flowClass: 'legacy', firstFactor: 'wrong' },
      expect: 'does-not-apply',
    },
    {
      name: 'mistyped, which ACC-1 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        firstFactor: 'wrong',
        secondFactor: 'required',
      },
      expect: 'refused',
    },
  ],
})
