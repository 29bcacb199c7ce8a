import { defineRule } from '../rule.ts'

export const theHomeTenantCanKeepItsUsersFromGoingOut = defineRule({
  id: 'POL-35',
  question: 'policy-block',
  statement:
    'The outbound cross-tenant access settings of the home tenant can keep its users from entering this tenant.',
  citation: { source: 'cross-tenant-access', section: 'Manage external access with inbound and outbound settings' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'the home tenant blocks it',
  because: ['crossTenant'],
  error: 'AADSTS500212',
  answer: ({ crossTenant }) => (crossTenant === 'outbound-closed' ? 'blocked-by-setting' : undefined),
  examples: [
    {
      name: 'the home tenant blocks going out',
      given: { crossTenant: 'outbound-closed' },
      expect: 'blocked-by-setting',
    },
    { name: 'this tenant blocks coming in', given: { crossTenant: 'inbound-closed' }, expect: 'does-not-apply' },
  ],
})
