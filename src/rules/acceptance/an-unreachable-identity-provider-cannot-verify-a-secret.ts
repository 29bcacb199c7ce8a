import { defineRule } from '../rule.ts'

export const anUnreachableIdentityProviderCannotVerifyASecret = defineRule({
  id: 'ACC-17',
  question: 'acceptance',
  statement:
    'A secret that only the identity provider can verify cannot be used if the identity provider is unreachable.',
  citation: { source: 'exo-powershell-connect' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the identity provider cannot be reached from here',
  errorOver: { 'smtp-auth': 'smtp-535-5.7.139-identity-provider' },
  because: ['idpAccess'],
  answer: ({ idpAccess }) => (idpAccess === 'unreachable' ? 'refused' : undefined),
  examples: [
    {
      name: 'not published',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'federated-idp',
        idpAccess: 'unreachable',
      },
      expect: 'refused',
    },
    {
      name: 'published',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'federated-idp',
        idpAccess: 'permits',
      },
      expect: 'does-not-apply',
    },
  ],
})
