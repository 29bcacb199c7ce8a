import { defineRule } from '../rule.ts'

export const aCredentialThatFitsAndIsRightIsAccepted = defineRule({
  id: 'ACC-8',
  question: 'acceptance',
  statement:
    'A credential is accepted if it suits the connection, its verifier knows it, and it meets the requirements.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  because: [],
  answer: () => 'accepted',
  examples: [
    {
      name: 'an app password in place of the account password',
      given: {
        credential: 'app-password',
        flow: 'basic',
        flowClass: 'legacy',
        secondFactor: 'required',
        appPassword: 'exists',
      },
      expect: 'accepted',
    },
    {
      name: 'the account password on-premises',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
      },
      expect: 'accepted',
    },
  ],
})
