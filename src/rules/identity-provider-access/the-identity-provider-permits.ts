import { defineRule } from '../rule.ts'

export const theIdentityProviderPermits = defineRule({
  id: 'IDP-4',
  question: 'identity-provider-access',
  statement: 'No rule of the identity provider denies this sign-in.',
  citation: { source: 'adfs-access-control' },
  basis: 'documented',
  because: [],
  answer: () => 'permits',
  examples: [
    { name: 'no rule', given: { verifier: 'federated-idp' }, expect: 'permits' },
    { name: 'a permit rule', given: { verifier: 'federated-idp', idpRule: 'permit' }, expect: 'permits' },
  ],
})
