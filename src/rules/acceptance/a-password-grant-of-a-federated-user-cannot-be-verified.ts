import { defineRule } from '../rule.ts'

export const aPasswordGrantOfAFederatedUserCannotBeVerified = defineRule({
  id: 'ACC-25',
  question: 'acceptance',
  statement:
    'The password of a federated user cannot be verified in a password grant, unless a home realm discovery policy lets the cloud check it or the program asks the identity provider first.',
  citation: { source: 'entra-password-grant', section: 'hybrid identity federation' },
  basis: 'documented',
  owner: 'client',
  inFewWords: 'a password grant cannot verify the password of a federated user',
  because: ['credential', 'flowClass', 'homeRealm', 'passwordGrantChecked'],
  answer: ({ credential, flowClass, homeRealm, passwordGrantChecked }) =>
    credential === 'account-password' &&
    flowClass === 'password-grant' &&
    homeRealm === 'federated' &&
    passwordGrantChecked === 'nowhere'
      ? 'refused'
      : undefined,
  examples: [
    {
      name: 'a script of a federated user',
      given: {
        credential: 'account-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        homeRealm: 'federated',
        passwordGrantChecked: 'nowhere',
      },
      expect: 'refused',
    },
    {
      name: 'a script that asks the identity provider itself',
      given: {
        credential: 'account-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        homeRealm: 'federated',
        passwordGrantChecked: 'at-the-identity-provider',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a script with a certificate',
      given: {
        credential: 'app-only',
        flowClass: 'password-grant',
        homeRealm: 'federated',
        passwordGrantChecked: 'nowhere',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a legacy client',
      given: {
        credential: 'account-password',
        flowClass: 'legacy',
        homeRealm: 'federated',
        passwordGrantChecked: 'nowhere',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a managed user',
      given: {
        credential: 'account-password',
        flowClass: 'password-grant',
        homeRealm: 'managed',
        passwordGrantChecked: 'nowhere',
      },
      expect: 'does-not-apply',
    },
  ],
})
