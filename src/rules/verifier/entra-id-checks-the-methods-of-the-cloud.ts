import { defineRule } from '../rule.ts'

export const entraIdChecksTheMethodsOfTheCloud = defineRule({
  id: 'VER-13',
  question: 'verifier',
  statement:
    'A passkey and every other method that takes the place of the password is checked by Microsoft Entra ID, whoever checks the password.',
  citation: { source: 'entra-authentication-methods', section: 'Available authentication methods' },
  basis: 'inferred',
  because: ['cloudMethod', 'credential'],
  answer: ({ cloudMethod, credential }) =>
    cloudMethod === 'yes' && credential === 'interactive' ? 'entra-id' : undefined,
  examples: [
    {
      name: 'a passkey beside pass-through authentication',
      given: { cloudMethod: 'yes', credential: 'interactive', homeRealm: 'managed', managedSignIn: 'pass-through' },
      expect: 'entra-id',
    },
    {
      name: 'a passkey of a federated person',
      given: { cloudMethod: 'yes', credential: 'interactive', homeRealm: 'federated' },
      expect: 'entra-id',
    },
    {
      name: 'the password beside pass-through authentication',
      given: { credential: 'interactive', homeRealm: 'managed', managedSignIn: 'pass-through' },
      expect: 'does-not-apply',
    },
    {
      name: 'an account password of somebody with a passkey',
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
