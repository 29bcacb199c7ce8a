import { defineRule } from '../rule.ts'

export const aPolicyOfTheNetworkCanRestrictTheAccountsThatAreUsed = defineRule({
  id: 'POL-33',
  question: 'policy-block',
  statement:
    'On a network or device with tenant restrictions v2, accounts of tenants that its policy does not allow cannot sign in.',
  citation: { source: 'tenant-restrictions', section: 'Set up tenant restrictions v2' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'a policy of the network blocks it',
  because: ['tenantRestrictions', 'flowClass', 'accountHome'],
  error: 'AADSTS5000211',
  answer: ({ tenantRestrictions, flowClass, accountHome }) =>
    tenantRestrictions === 'denied-by-policy' && flowClass === 'interactive' && accountHome === 'here'
      ? 'blocked-by-setting'
      : undefined,
  examples: [
    {
      name: "a customer's policy that does not allow this tenant",
      given: { tenantRestrictions: 'denied-by-policy', flowClass: 'interactive' },
      expect: 'blocked-by-setting',
    },
    {
      name: 'a guest',
      given: { tenantRestrictions: 'denied-by-policy', flowClass: 'interactive', accountHome: 'entra-tenant' },
      expect: 'does-not-apply',
    },
    {
      name: 'the same under security defaults, which block legacy protocols alone',
      given: { tenantRestrictions: 'denied-by-policy', flowClass: 'interactive', securityDefaults: 'on' },
      expect: 'blocked-by-setting',
    },
    {
      name: 'a legacy protocol, whose password the service passes on itself',
      given: { tenantRestrictions: 'denied-by-policy', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
