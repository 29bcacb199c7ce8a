import { defineRule } from '../rule.ts'

export const withoutAMethodToRegisterADemandForMfaCannotBeMet = defineRule({
  id: 'POL-23',
  question: 'policy-block',
  statement:
    'A user who must register a method first cannot do so if the tenant has disabled every method that can be registered during a sign-in.',
  citation: { source: 'entra-combined-registration', section: 'Interrupt mode' },
  basis: 'inferred',
  owner: 'policy',
  because: ['secondFactor', 'registration'],
  answer: ({ secondFactor, registration }) =>
    secondFactor === 'registration-required' && registration === 'no-method' ? 'cannot-satisfy' : undefined,
  examples: [
    {
      name: 'nothing registered, and nothing to register',
      given: { secondFactor: 'registration-required', registration: 'no-method' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a method is registered',
      given: { secondFactor: 'required', registration: 'no-method' },
      expect: 'does-not-apply',
    },
    {
      name: 'nothing registered, and registering is possible',
      given: { secondFactor: 'registration-required' },
      expect: 'does-not-apply',
    },
    {
      name: 'nothing registered, and nothing to register, which POL-5 would answer as well',
      given: {
        secondFactor: 'registration-required',
        registration: 'no-method',
        policyDecision: 'controls-required',
        flowClass: 'legacy',
      },
      expect: 'cannot-satisfy',
    },
  ],
})
