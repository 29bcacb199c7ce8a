import { defineRule } from '../rule.ts'

export const anAccountDisabledInEntraIdGetsNoToken = defineRule({
  id: 'ACCT-1',
  question: 'account-state',
  statement:
    'An account that is disabled or deleted in Microsoft Entra ID gets no token from it, regardless of who verifies the password.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  owner: 'person',
  because: ['verifier', 'accountInCloud'],
  error: 'AADSTS50057',
  answer: ({ verifier, accountInCloud }) =>
    verifier !== 'active-directory' &&
    verifier !== 'relying-party' &&
    (accountInCloud === 'disabled' || accountInCloud === 'deleted')
      ? 'unusable'
      : undefined,
  examples: [
    {
      name: 'disabled, and synchronized',
      given: { verifier: 'entra-id', accountInCloud: 'disabled' },
      expect: 'unusable',
    },
    {
      name: 'not yet synchronized',
      given: { verifier: 'entra-id', accountInCloud: 'sound' },
      expect: 'does-not-apply',
    },
    {
      name: 'disabled, and synchronized, with verifier active-directory',
      given: { verifier: 'active-directory', accountInCloud: 'disabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'disabled, and synchronized, with verifier relying-party',
      given: { verifier: 'relying-party', accountInCloud: 'disabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'disabled, and synchronized, with account in cloud deleted',
      given: { verifier: 'entra-id', accountInCloud: 'deleted' },
      expect: 'unusable',
    },
  ],
})
