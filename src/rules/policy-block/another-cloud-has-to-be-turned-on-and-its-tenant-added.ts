import { defineRule } from '../rule.ts'

export const anotherCloudHasToBeTurnedOnAndItsTenantAdded = defineRule({
  id: 'POL-31',
  question: 'policy-block',
  statement:
    'Users of another Microsoft cloud enter only if collaboration with that cloud is turned on and their tenant is added; direct connect does not cross clouds.',
  citation: { source: 'cross-tenant-access', section: 'Microsoft cloud settings' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'collaboration with the other cloud is not set up',
  because: ['crossTenant'],
  answer: ({ crossTenant }) => (crossTenant === 'other-cloud' ? 'blocked-by-setting' : undefined),
  examples: [
    { name: 'a cloud that is not turned on', given: { crossTenant: 'other-cloud' }, expect: 'blocked-by-setting' },
    {
      name: 'the same behind a proxy with tenant restrictions, which POL-32 would answer as well',
      given: { crossTenant: 'other-cloud', tenantRestrictions: 'denied', flowClass: 'interactive' },
      expect: 'blocked-by-setting',
    },
    { name: 'the same cloud', given: { crossTenant: 'open' }, expect: 'does-not-apply' },
  ],
})
