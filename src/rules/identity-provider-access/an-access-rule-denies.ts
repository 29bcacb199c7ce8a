import { defineRule } from '../rule.ts'

export const anAccessRuleDenies = defineRule({
  id: 'IDP-3',
  question: 'identity-provider-access',
  statement: 'A deny rule of the identity provider wins over any permit rule.',
  citation: { source: 'adfs-access-control' },
  basis: 'documented',
  owner: 'policy',
  because: ['idpRule'],
  answer: ({ idpRule }) => (idpRule === 'deny' ? 'denies' : undefined),
  examples: [
    { name: 'outside, denied', given: { verifier: 'federated-idp', idpRule: 'deny' }, expect: 'denies' },
    { name: 'permitted', given: { verifier: 'federated-idp' }, expect: 'does-not-apply' },
  ],
})
