import { defineRule } from '../rule.ts'

export const aDelegatedAdministratorWhoseAccountIsAtRiskInTheHomeTenantIsBlocked = defineRule({
  id: 'POL-45',
  question: 'policy-block',
  statement: 'A delegated administrator whose account is at risk in the home tenant is blocked.',
  citation: { source: 'entra-error-codes', section: 'AADSTS error codes' },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'the home tenant sees a risk',
  because: ['crossTenant'],
  error: 'AADSTS530034',
  answer: ({ crossTenant }) => (crossTenant === 'administrator-at-risk' ? 'blocked-by-setting' : undefined),
  examples: [
    { name: 'at risk at home', given: { crossTenant: 'administrator-at-risk' }, expect: 'blocked-by-setting' },
    { name: 'another kind of guest', given: { crossTenant: 'guest-at-risk' }, expect: 'does-not-apply' },
    { name: 'no risk', given: { crossTenant: 'open' }, expect: 'does-not-apply' },
  ],
})
