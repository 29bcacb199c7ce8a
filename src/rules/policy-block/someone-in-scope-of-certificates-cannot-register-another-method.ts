import { defineRule } from '../rule.ts'

export const someoneInScopeOfCertificatesCannotRegisterAnotherMethod = defineRule({
  id: 'POL-39',
  question: 'policy-block',
  statement:
    'A user whom the policy lets use certificates counts as able to pass MFA, so without a certificate no other method can be registered at the sign-in; a Temporary Access Pass or a phone number added by an administrator helps.',
  citation: {
    source: 'entra-certificate-authentication',
    section: 'Options to get MFA capability with Single factor certificates',
  },
  basis: 'documented',
  owner: 'policy',
  because: ['secondFactor', 'registration'],
  answer: ({ secondFactor, registration }) =>
    secondFactor === 'registration-required' && registration === 'certificate-scope' ? 'cannot-satisfy' : undefined,
  examples: [
    {
      name: 'nothing registered, in scope of certificates',
      given: { secondFactor: 'registration-required', registration: 'certificate-scope' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'nothing registered, not in scope',
      given: { secondFactor: 'registration-required' },
      expect: 'does-not-apply',
    },
    {
      name: 'another method is registered',
      given: { secondFactor: 'required', registration: 'certificate-scope' },
      expect: 'does-not-apply',
    },
    {
      name: 'nothing registered, in scope of certificates, with an old client',
      given: {
        secondFactor: 'registration-required',
        registration: 'certificate-scope',
        policyDecision: 'controls-required',
        flowClass: 'legacy',
      },
      expect: 'cannot-satisfy',
    },
  ],
})
