import { defineRule } from '../rule.ts'

export const directConnectWithoutTrustCannotPassMfa = defineRule({
  id: 'POL-12',
  question: 'policy-block',
  statement:
    "A B2B direct connect user has no account here to register a second factor with, and is blocked if MFA is required and the home tenant's MFA is not trusted.",
  citation: { source: 'b2b-authentication', section: 'MFA for Microsoft Entra external users' },
  basis: 'documented',
  owner: 'policy',
  because: ['accountHome', 'inboundMfaTrust', 'policyDemandsMfa'],
  error: 'AADSTS53003',
  answer: ({ accountHome, inboundMfaTrust, policyDemandsMfa }) =>
    accountHome === 'direct-connect' && inboundMfaTrust === 'no' && policyDemandsMfa === 'yes'
      ? 'cannot-satisfy'
      : undefined,
  examples: [
    {
      name: 'not trusted',
      given: { accountHome: 'direct-connect', inboundMfaTrust: 'no', policyDemandsMfa: 'yes' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'trusted',
      given: { accountHome: 'direct-connect', inboundMfaTrust: 'yes', policyDemandsMfa: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'a collaboration guest',
      given: { accountHome: 'entra-tenant', inboundMfaTrust: 'no', policyDemandsMfa: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA is not required',
      given: { accountHome: 'direct-connect', inboundMfaTrust: 'no', policyDemandsMfa: 'no' },
      expect: 'does-not-apply',
    },
    {
      name: 'not trusted, which POL-11 would answer as well',
      given: {
        accountHome: 'direct-connect',
        inboundMfaTrust: 'no',
        policyDemandsMfa: 'yes',
        selfService: 'register-for-mfa',
        mfaRegistered: 'no',
      },
      expect: 'cannot-satisfy',
    },
  ],
})
