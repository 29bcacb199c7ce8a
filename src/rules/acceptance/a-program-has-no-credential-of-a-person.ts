import { defineRule } from '../rule.ts'

export const aProgramHasNoCredentialOfAPerson = defineRule({
  id: 'ACC-23',
  question: 'acceptance',
  statement: 'A service principal or managed identity has no credential that a client for users could present.',
  citation: { source: 'entra-mandatory-mfa', section: 'Accounts' },
  basis: 'inferred',
  owner: 'client',
  inFewWords: 'a program cannot sign in as a user',
  because: ['accountKind', 'issuer', 'flowClass'],
  answer: ({ accountKind, issuer, flowClass }) =>
    (accountKind === 'service-principal' || accountKind === 'managed-identity') &&
    issuer === 'entra-id' &&
    flowClass !== 'application'
      ? 'refused'
      : undefined,
  examples: [
    {
      name: 'a managed identity at a sign-in page',
      given: { credential: 'interactive', flow: 'modern', flowClass: 'interactive', accountKind: 'managed-identity' },
      expect: 'refused',
    },
    {
      name: 'the same with its own credential',
      given: { credential: 'app-only', flow: 'modern', flowClass: 'application', accountKind: 'managed-identity' },
      expect: 'does-not-apply',
    },
    {
      name: 'a managed identity at a sign-in page, which ACC-4 would answer as well',
      given: {
        credential: 'app-password',
        flow: 'modern',
        flowClass: 'legacy',
        accountKind: 'managed-identity',
        administrative: 'yes',
      },
      expect: 'refused',
    },
  ],
})
