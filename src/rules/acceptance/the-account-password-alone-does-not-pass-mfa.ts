import { defineRule } from '../rule.ts'

export const theAccountPasswordAloneDoesNotPassMfa = defineRule({
  id: 'ACC-1',
  question: 'acceptance',
  statement:
    'If MFA is required, Microsoft Entra ID refuses the account password from a client that cannot provide a second factor.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  owner: 'client',
  inFewWords: 'MFA is required, and this client cannot provide a second factor',
  because: ['credential', 'flowClass', 'secondFactor'],
  error: 'AADSTS50076',
  answer: ({ credential, flowClass, secondFactor }) =>
    credential === 'account-password' && flowClass === 'legacy' && secondFactor === 'required'
      ? 'refused-after-password'
      : undefined,
  examples: [
    {
      name: 'an old mail client of an enforced user',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy', secondFactor: 'required' },
      expect: 'refused-after-password',
    },
    {
      name: 'the same client of an enabled user',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
