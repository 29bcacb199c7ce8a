import { defineRule } from '../rule.ts'

export const anUnusableAccountIsRefused = defineRule({
  id: 'ACC-16',
  question: 'acceptance',
  statement: 'A verifier refuses an account that it knows to be disabled, locked or expired.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'the account cannot be used now',
  because: ['accountState'],
  answer: ({ accountState }) => (accountState === 'unusable' ? 'account-unusable' : undefined),
  examples: [
    {
      name: 'a leaver',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'federated-idp',
        idpAccess: 'permits',
        accountState: 'unusable',
      },
      expect: 'account-unusable',
    },
    {
      name: 'a sound account',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'a leaver, which ACC-17 would answer as well',
      given: {
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'federated-idp',
        idpAccess: 'unreachable',
        accountState: 'unusable',
      },
      expect: 'account-unusable',
    },
    {
      name: 'a leaver, which ACC-25 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'password-grant',
        verifier: 'federated-idp',
        idpAccess: 'permits',
        accountState: 'unusable',
        homeRealm: 'federated',
        passwordGrantChecked: 'nowhere',
      },
      expect: 'account-unusable',
    },
  ],
})
