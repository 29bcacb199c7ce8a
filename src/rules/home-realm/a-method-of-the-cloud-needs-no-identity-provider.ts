import { defineRule } from '../rule.ts'

export const aMethodOfTheCloudNeedsNoIdentityProvider = defineRule({
  id: 'REALM-9',
  question: 'home-realm',
  statement:
    'A passkey, Windows Hello for Business, a certificate, phone sign-in or a Temporary Access Pass is verified by Microsoft Entra ID itself, even for a user in a federated domain.',
  citation: { source: 'entra-authentication-methods', section: 'Available authentication methods' },
  basis: 'inferred',
  because: ['cloudMethod', 'flowClass'],
  answer: ({ cloudMethod, flowClass }) =>
    cloudMethod === 'yes' && flowClass === 'interactive' ? 'managed' : undefined,
  examples: [
    {
      name: 'a passkey of a federated user',
      given: { cloudMethod: 'yes', domainAuthentication: 'federated' },
      expect: 'managed',
    },
    { name: 'a passkey of a managed user', given: { cloudMethod: 'yes' }, expect: 'managed' },
    { name: 'a password', given: { domainAuthentication: 'federated' }, expect: 'does-not-apply' },
    {
      name: 'an app that sends the password',
      given: { cloudMethod: 'yes', domainAuthentication: 'federated', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
