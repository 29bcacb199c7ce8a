import { defineRule } from '../rule.ts'

export const theVendorDemandsMfaForAdministration = defineRule({
  id: 'MFA-6',
  question: 'second-factor',
  statement:
    'The vendor requires MFA for administration portals and, later, administration tools; no policy or exclusion turns it off.',
  citation: { source: 'entra-mandatory-mfa' },
  basis: 'documented',
  because: ['mandatoryMfa', 'flowClass'],
  answer: ({ mandatoryMfa, flowClass }) =>
    mandatoryMfa === 'yes' && (flowClass === 'interactive' || flowClass === 'password-grant') ? 'required' : undefined,
  examples: [
    { name: 'a portal after its date', given: { mandatoryMfa: 'yes' }, expect: 'required' },
    { name: 'before the date', given: { mandatoryMfa: 'no' }, expect: 'does-not-apply' },
    {
      name: 'a portal after its date, which MFA-7 would answer as well',
      given: { mandatoryMfa: 'yes', policyDemandsMfa: 'yes' },
      expect: 'required',
    },
    {
      name: 'a portal after its date, with flow class legacy',
      given: { mandatoryMfa: 'yes', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'a portal after its date, with flow class password-grant',
      given: { mandatoryMfa: 'yes', flowClass: 'password-grant' },
      expect: 'required',
    },
  ],
})
