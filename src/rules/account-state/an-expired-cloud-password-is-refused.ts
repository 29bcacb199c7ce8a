import { defineRule } from '../rule.ts'

export const anExpiredCloudPasswordIsRefused = defineRule({
  id: 'ACCT-3',
  question: 'account-state',
  statement: 'A password that has expired in the cloud must be changed first; app passwords are not affected.',
  citation: { source: 'entra-error-codes' },
  basis: 'documented',
  owner: 'person',
  because: ['credential', 'accountInCloud', 'verifier'],
  error: 'AADSTS50055',
  answer: ({ credential, accountInCloud, verifier }) =>
    verifier === 'entra-id' && accountInCloud === 'password-expired' && credential !== 'app-password'
      ? 'unusable'
      : undefined,
  examples: [
    {
      name: 'the account password',
      given: { credential: 'account-password', verifier: 'entra-id', accountInCloud: 'password-expired' },
      expect: 'unusable',
    },
    {
      name: 'an app password',
      given: { credential: 'app-password', verifier: 'entra-id', accountInCloud: 'password-expired' },
      expect: 'does-not-apply',
    },
    {
      name: 'the account password, with verifier federated-idp',
      given: { credential: 'account-password', verifier: 'federated-idp', accountInCloud: 'password-expired' },
      expect: 'does-not-apply',
    },
    {
      name: 'the account password, which ACCT-4 would answer as well',
      given: {
        credential: 'account-password',
        verifier: 'entra-id',
        accountInCloud: 'password-expired',
        accountOnPremises: 'disabled',
      },
      expect: 'unusable',
    },
  ],
})
