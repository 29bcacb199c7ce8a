import { defineRule } from '../rule.ts'

export const aPasswordOfAnOutsiderIsTestedWhereItIsSent = defineRule({
  id: 'VER-12',
  question: 'verifier',
  statement:
    "An external user's password that is sent without a sign-in page reaches only Microsoft Entra ID of the inviting tenant, which does not know it.",
  citation: { source: 'entra-password-grant', section: 'invited accounts' },
  basis: 'inferred',
  because: ['homeRealm', 'flowClass'],
  answer: ({ homeRealm, flowClass }) =>
    homeRealm === 'elsewhere' && flowClass !== 'interactive' ? 'entra-id' : undefined,
  examples: [
    { name: 'an old mail program', given: { homeRealm: 'elsewhere', flowClass: 'legacy' }, expect: 'entra-id' },
    {
      name: 'a script of a guest with a Microsoft account',
      given: { homeRealm: 'elsewhere', flowClass: 'password-grant', accountHome: 'microsoft-account' },
      expect: 'entra-id',
    },
    { name: 'a browser', given: { homeRealm: 'elsewhere', flowClass: 'interactive' }, expect: 'does-not-apply' },
    { name: 'a managed user', given: { homeRealm: 'managed', flowClass: 'legacy' }, expect: 'does-not-apply' },
  ],
})
