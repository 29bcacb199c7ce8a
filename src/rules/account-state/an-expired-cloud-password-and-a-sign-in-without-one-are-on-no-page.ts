import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const anExpiredCloudPasswordAndASignInWithoutOneAreOnNoPage = defineRule({
  id: 'ACCT-8',
  question: 'account-state',
  statement:
    'Whether a user whose password has expired in the cloud can sign in with a method that replaces the password is on no page of the vendor.',
  citation: { source: 'entra-error-codes' },
  basis: 'inferred',
  silentOn: 'whether an expired password stops a sign-in without the password',
  because: ['verifier', 'accountInCloud', 'cloudMethod'],
  answer: ({ verifier, accountInCloud, cloudMethod }) =>
    verifier === 'entra-id' && accountInCloud === 'password-expired' && cloudMethod === 'yes'
      ? undetermined
      : undefined,
  examples: [
    {
      name: 'a passkey',
      given: {
        credential: 'interactive',
        verifier: 'entra-id',
        accountInCloud: 'password-expired',
        cloudMethod: 'yes',
      },
      expect: undetermined,
    },
    {
      name: 'the account password',
      given: {
        credential: 'interactive',
        verifier: 'entra-id',
        accountInCloud: 'password-expired',
        cloudMethod: 'no',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'an identity provider that verifies the user',
      given: {
        credential: 'interactive',
        verifier: 'federated-idp',
        accountInCloud: 'password-expired',
        cloudMethod: 'yes',
      },
      expect: 'does-not-apply',
    },
  ],
})
