import { defineRule } from '../rule.ts'

export const aFederatedAccountNeedsAReachableIdentityProvider = defineRule({
  id: 'IDP-2',
  question: 'identity-provider-access',
  statement: 'A federated account cannot be used if its identity provider cannot be reached.',
  citation: { source: 'exo-powershell-connect' },
  basis: 'documented',
  owner: 'service',
  because: ['idpReachable'],
  answer: ({ idpReachable }) => (idpReachable === 'no' ? 'unreachable' : undefined),
  examples: [
    {
      name: 'not published to the internet',
      given: { verifier: 'federated-idp', idpReachable: 'no' },
      expect: 'unreachable',
    },
    { name: 'published', given: { verifier: 'federated-idp' }, expect: 'does-not-apply' },
    {
      name: 'not published to the internet, which IDP-3 would answer as well',
      given: { verifier: 'federated-idp', idpReachable: 'no', idpRule: 'deny' },
      expect: 'unreachable',
    },
  ],
})
