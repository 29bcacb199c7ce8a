import { defineRule } from '../rule.ts'

export const entraIdChecksTheCredentialsOfApplications = defineRule({
  id: 'VER-5',
  question: 'verifier',
  statement: 'The credential of an application is verified by Microsoft Entra ID.',
  citation: { source: 'exo-powershell-app-only' },
  basis: 'documented',
  because: ['credential'],
  answer: ({ credential }) => (credential === 'app-only' ? 'entra-id' : undefined),
  examples: [
    {
      name: 'unattended administration',
      given: { credential: 'app-only', homeRealm: 'not-asked' },
      expect: 'entra-id',
    },
    { name: 'a user', given: { credential: 'interactive', homeRealm: 'federated' }, expect: 'does-not-apply' },
    {
      name: 'unattended administration, which VER-6 would answer as well',
      given: { credential: 'app-only', homeRealm: 'federated' },
      expect: 'entra-id',
    },
    {
      name: 'unattended administration, which VER-12 would answer as well',
      given: { credential: 'app-only', homeRealm: 'elsewhere', flowClass: 'legacy' },
      expect: 'entra-id',
    },
  ],
})
