import { defineRule } from '../rule.ts'

export const aPasskeyProvesBothFactorsByItself = defineRule({
  id: 'MTH-15',
  question: 'sign-in-method',
  statement:
    'A passkey signs a user in to Microsoft Entra ID without a password, in the browsers and applications that take it.',
  citation: { source: 'entra-passkey-support', section: 'Native application support' },
  basis: 'documented',
  because: ['methodKind'],
  answer: ({ methodKind }) => (methodKind === 'passkey' ? 'admissible' : undefined),
  examples: [
    { name: 'a passkey', given: { methodKind: 'passkey' }, expect: 'admissible' },
    { name: 'the password alone', given: {}, expect: 'does-not-apply' },
  ],
})
