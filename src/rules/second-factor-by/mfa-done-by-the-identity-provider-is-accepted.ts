import { defineRule } from '../rule.ts'

export const mfaDoneByTheIdentityProviderIsAccepted = defineRule({
  id: 'SFB-5',
  question: 'second-factor-by',
  statement:
    'With acceptIfMfaDoneByFederatedIdp, a second factor performed by the identity provider counts if it passes on the claim.',
  citation: { source: 'graph-domain-federation' },
  basis: 'documented',
  because: ['idpPerformsMfa'],
  answer: ({ idpPerformsMfa }) => (idpPerformsMfa === 'yes' ? 'federated-idp' : undefined),
  examples: [
    {
      name: 'the provider performs MFA',
      given: { homeRealm: 'federated', idpPerformsMfa: 'yes' },
      expect: 'federated-idp',
    },
    { name: 'it does not', given: { homeRealm: 'federated' }, expect: 'does-not-apply' },
  ],
})
