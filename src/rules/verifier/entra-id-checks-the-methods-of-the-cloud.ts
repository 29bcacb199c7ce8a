import { defineRule } from '../rule.ts'

export const entraIdChecksTheMethodsOfTheCloud = defineRule({
  id: 'VER-13',
  question: 'verifier',
  statement:
    'Passkeys and all other methods that replace the password are verified by Microsoft Entra ID, regardless of who verifies the password.',
  citation: { source: 'entra-authentication-methods', section: 'Available authentication methods' },
  basis: 'inferred',
  because: ['cloudMethod', 'credential'],
  answer: ({ cloudMethod, credential }) =>
    cloudMethod === 'yes' && credential === 'interactive' ? 'entra-id' : undefined,
  examples: [
    {
      name: 'a passkey with pass-through authentication',
      given: { cloudMethod: 'yes', credential: 'interactive', homeRealm: 'managed', managedSignIn: 'pass-through' },
      expect: 'entra-id',
    },
    {
      name: 'a passkey of a federated user',
      given: { cloudMethod: 'yes', credential: 'interactive', homeRealm: 'federated' },
      expect: 'entra-id',
    },
    {
      name: 'the password with pass-through authentication',
      given: { credential: 'interactive', homeRealm: 'managed', managedSignIn: 'pass-through' },
      expect: 'does-not-apply',
    },
    {
      name: 'an account password of a user with a passkey',
      given: {
        cloudMethod: 'yes',
        credential: 'account-password',
        homeRealm: 'managed',
        managedSignIn: 'pass-through',
      },
      expect: 'does-not-apply',
    },
  ],
})
