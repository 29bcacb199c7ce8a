import { defineRule } from '../rule.ts'

export const theIdentityProviderChecksAFederatedPasswordAtAJoinedDevice = defineRule({
  id: 'DVC-10',
  question: 'device-sign-in',
  statement:
    'On a joined device, the identity provider verifies the password or smart card of a federated user, and the device exchanges its response for a token.',
  citation: { source: 'entra-primary-refresh-token', section: 'PRT issuance during first sign in' },
  basis: 'documented',
  because: ['domainAuthentication', 'stagedRollout', 'unlockMethod'],
  answer: ({ domainAuthentication, stagedRollout, unlockMethod }) =>
    domainAuthentication === 'federated' &&
    stagedRollout === 'out' &&
    unlockMethod !== 'windowsHelloForBusiness' &&
    unlockMethod !== 'fido2'
      ? 'federated-idp'
      : undefined,
  examples: [
    { name: 'a federated password', given: { domainAuthentication: 'federated' }, expect: 'federated-idp' },
    {
      name: 'Hello of a federated user',
      given: { domainAuthentication: 'federated', unlockMethod: 'windowsHelloForBusiness' },
      expect: 'does-not-apply',
    },
    {
      name: 'in a staged rollout',
      given: { domainAuthentication: 'federated', stagedRollout: 'in' },
      expect: 'does-not-apply',
    },
  ],
})
