import { defineRule } from '../rule.ts'

export const accessRulesSeeOnlyWhatReachesTheIdentityProvider = defineRule({
  id: 'IDP-1',
  question: 'identity-provider-access',
  statement:
    'The access rules of an identity provider see only sign-ins that reach it; app passwords and servers on-premises do not.',
  citation: { source: 'entra-app-passwords', section: 'federated or single sign-on app passwords' },
  basis: 'documented',
  because: ['verifier'],
  answer: ({ verifier }) => (verifier !== 'federated-idp' ? 'not-asked' : undefined),
  examples: [
    { name: 'an app password', given: { verifier: 'entra-id', idpRule: 'deny' }, expect: 'not-asked' },
    { name: 'the account password', given: { verifier: 'federated-idp', idpRule: 'deny' }, expect: 'does-not-apply' },
    {
      name: 'an app password, which IDP-2 would answer as well',
      given: { verifier: 'entra-id', idpRule: 'deny', idpReachable: 'no' },
      expect: 'not-asked',
    },
  ],
})
