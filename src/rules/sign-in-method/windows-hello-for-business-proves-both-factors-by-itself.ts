import { defineRule } from '../rule.ts'

export const windowsHelloForBusinessProvesBothFactorsByItself = defineRule({
  id: 'MTH-16',
  question: 'sign-in-method',
  statement: 'Windows Hello for Business signs a user in with a key that the device holds, without a password.',
  citation: { source: 'hello-authentication', section: 'Microsoft Entra join authentication to Microsoft Entra ID' },
  basis: 'documented',
  because: ['methodKind'],
  answer: ({ methodKind }) => (methodKind === 'hello' ? 'admissible' : undefined),
  examples: [
    { name: 'Windows Hello for Business', given: { methodKind: 'hello' }, expect: 'admissible' },
    { name: 'the password alone', given: {}, expect: 'does-not-apply' },
  ],
})
