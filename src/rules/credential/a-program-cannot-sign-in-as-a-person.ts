import { defineRule } from '../rule.ts'

export const aProgramCannotSignInAsAPerson = defineRule({
  id: 'CRED-16',
  question: 'credential',
  statement:
    'A service principal or managed identity has no password and cannot use a sign-in page, so it cannot sign in with a client for users.',
  citation: { source: 'entra-mandatory-mfa', section: 'Accounts' },
  basis: 'inferred',
  owner: 'client',
  inFewWords: 'a program cannot sign in as a user',
  because: ['accountKind', 'flowClass', 'issuer'],
  answer: ({ accountKind, flowClass, issuer }) =>
    (accountKind === 'service-principal' || accountKind === 'managed-identity') &&
    issuer === 'entra-id' &&
    flowClass !== 'application'
      ? 'nothing'
      : undefined,
  examples: [
    { name: 'a managed identity in Outlook', given: { accountKind: 'managed-identity' }, expect: 'nothing' },
    {
      name: 'the same with its own credential',
      given: { accountKind: 'managed-identity', flowClass: 'application' },
      expect: 'does-not-apply',
    },
    {
      name: 'a managed identity in Outlook, with account kind service-principal',
      given: { accountKind: 'service-principal' },
      expect: 'nothing',
    },
    {
      name: 'a managed identity in Outlook, with issuer federated-idp',
      given: { accountKind: 'managed-identity', issuer: 'federated-idp' },
      expect: 'does-not-apply',
    },
  ],
})
