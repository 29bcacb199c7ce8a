import { defineRule } from '../rule.ts'

export const aNetworkCanRestrictTheTenantsThatAreSignedInTo = defineRule({
  id: 'POL-32',
  question: 'policy-block',
  statement:
    'A proxy that sends the header of tenant restrictions lets its users sign in with modern authentication to the listed tenants only.',
  citation: { source: 'tenant-restrictions-v1', section: 'How it works' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'the proxy of the network blocks it',
  because: ['tenantRestrictions', 'flowClass'],
  error: 'AADSTS500021',
  answer: ({ tenantRestrictions, flowClass }) =>
    tenantRestrictions === 'denied' && (flowClass === 'interactive' || flowClass === 'password-grant')
      ? 'blocked-by-setting'
      : undefined,
  examples: [
    {
      name: "a customer's proxy that does not list this tenant",
      given: { tenantRestrictions: 'denied', flowClass: 'interactive' },
      expect: 'blocked-by-setting',
    },
    {
      name: 'the same of a stored password',
      given: { tenantRestrictions: 'denied', flowClass: 'password-grant' },
      expect: 'blocked-by-setting',
    },
    {
      name: 'a legacy protocol, whose password the service passes on itself',
      given: { tenantRestrictions: 'denied', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'a network without restrictions',
      given: { tenantRestrictions: 'none', flowClass: 'interactive' },
      expect: 'does-not-apply',
    },
  ],
})
