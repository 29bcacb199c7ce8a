import { defineRule } from '../rule.ts'

export const entraIdDoesNotPassAPasswordGrantOn = defineRule({
  id: 'VER-9',
  question: 'verifier',
  statement:
    'Microsoft Entra ID does not forward the password of a password grant to an identity provider: it verifies the password itself.',
  citation: { source: 'entra-password-grant', section: 'hybrid identity federation' },
  basis: 'documented',
  because: ['flowClass', 'homeRealm', 'passwordGrantChecked'],
  answer: ({ flowClass, homeRealm, passwordGrantChecked }) =>
    flowClass === 'password-grant' && homeRealm === 'federated' && passwordGrantChecked === 'nowhere'
      ? 'entra-id'
      : undefined,
  examples: [
    {
      name: 'a script of a federated user',
      given: { flowClass: 'password-grant', homeRealm: 'federated', passwordGrantChecked: 'nowhere' },
      expect: 'entra-id',
    },
    {
      name: 'a script of a federated user who has a passkey',
      given: {
        flowClass: 'password-grant',
        homeRealm: 'federated',
        passwordGrantChecked: 'nowhere',
        cloudMethod: 'yes',
        credential: 'interactive',
      },
      expect: 'entra-id',
    },
    {
      name: 'a script that asks the identity provider itself',
      given: { flowClass: 'password-grant', homeRealm: 'federated', passwordGrantChecked: 'at-the-identity-provider' },
      expect: 'does-not-apply',
    },
    {
      name: 'a browser',
      given: { flowClass: 'interactive', homeRealm: 'federated', passwordGrantChecked: 'nowhere' },
      expect: 'does-not-apply',
    },
    {
      name: 'a managed user',
      given: { flowClass: 'password-grant', homeRealm: 'managed', passwordGrantChecked: 'nowhere' },
      expect: 'does-not-apply',
    },
  ],
})
