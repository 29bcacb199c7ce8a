import { defineRule } from '../rule.ts'

export const entraIdChecksManagedUsers = defineRule({
  id: 'VER-8',
  question: 'verifier',
  statement: 'The password of a managed user is verified by Microsoft Entra ID itself.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  because: [],
  answer: () => 'entra-id',
  examples: [
    { name: 'password hash sync', given: { homeRealm: 'managed' }, expect: 'entra-id' },
    { name: 'a cloud account', given: { homeRealm: 'managed', managedSignIn: 'cloud-only' }, expect: 'entra-id' },
  ],
})
