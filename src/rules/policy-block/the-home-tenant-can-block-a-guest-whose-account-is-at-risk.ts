import { defineRule } from '../rule.ts'

export const theHomeTenantCanBlockAGuestWhoseAccountIsAtRisk = defineRule({
  id: 'POL-44',
  question: 'policy-block',
  statement: 'The home tenant can block a guest whose account is at risk.',
  citation: { source: 'entra-error-codes', section: 'AADSTS error codes' },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'the home tenant sees a risk',
  because: ['crossTenant'],
  error: 'AADSTS53011',
  answer: ({ crossTenant }) => (crossTenant === 'guest-at-risk' ? 'blocked-by-setting' : undefined),
  examples: [
    { name: 'at risk at home', given: { crossTenant: 'guest-at-risk' }, expect: 'blocked-by-setting' },
    { name: 'another kind of guest', given: { crossTenant: 'administrator-at-risk' }, expect: 'does-not-apply' },
    { name: 'no risk', given: { crossTenant: 'open' }, expect: 'does-not-apply' },
  ],
})
