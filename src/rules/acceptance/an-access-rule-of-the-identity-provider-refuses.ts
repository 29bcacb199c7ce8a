import { defineRule } from '../rule.ts'

export const anAccessRuleOfTheIdentityProviderRefuses = defineRule({
  id: 'ACC-18',
  question: 'acceptance',
  statement: 'The identity provider issues no token for a sign-in that its access rules deny.',
  citation: { source: 'adfs-access-control' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'an access rule of the identity provider denies it',
  because: ['idpAccess'],
  answer: ({ idpAccess }) => (idpAccess === 'denies' ? 'denied' : undefined),
  examples: [
    {
      name: 'denied, which ACC-28 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        idpAccess: 'denies',
        radiusFactor: 'not-in-directory',
      },
      expect: 'denied',
    },
    {
      name: 'denied from outside',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'federated-idp',
        idpAccess: 'denies',
      },
      expect: 'denied',
    },
    {
      name: 'the app password that bypasses the rule',
      given: {
        credential: 'app-password',
        flow: 'basic',
        flowClass: 'legacy',
        secondFactor: 'required',
        appPassword: 'exists',
        idpAccess: 'not-asked',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'denied from outside, which ACC-19 would answer as well',
      given: {
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'federated-idp',
        idpAccess: 'denies',
        firstFactor: 'wrong',
      },
      expect: 'denied',
    },
  ],
})
