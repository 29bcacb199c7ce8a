import { defineRule } from '../rule.ts'

export const aGuestCannotGiveHereWhatOnlyTheHomeTenantCanCheck = defineRule({
  id: 'POL-28',
  question: 'policy-block',
  statement:
    'A guest from another tenant whose MFA is not trusted has to meet an authentication strength in this tenant, which checks text messages, calls, push and software tokens only.',
  citation: { source: 'entra-strength-of-external-users', section: 'User experience for external users' },
  basis: 'documented',
  owner: 'policy',
  because: ['policyDecision', 'accountHome', 'inboundMfaTrust'],
  error: 'AADSTS53003',
  answer: ({ policyDecision, accountHome, inboundMfaTrust }) =>
    policyDecision === 'methods-not-enough' && accountHome === 'entra-tenant' && inboundMfaTrust === 'no'
      ? 'cannot-satisfy'
      : undefined,
  examples: [
    {
      name: 'a passkey of the home tenant where phishing resistance is required, which POL-26 would answer as well',
      given: { policyDecision: 'methods-not-enough', accountHome: 'entra-tenant', inboundMfaTrust: 'no' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'the same where MFA of the home tenant is trusted',
      given: { policyDecision: 'methods-not-enough', accountHome: 'entra-tenant', inboundMfaTrust: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'a user of this tenant',
      given: { policyDecision: 'methods-not-enough', inboundMfaTrust: 'no' },
      expect: 'does-not-apply',
    },
  ],
})
