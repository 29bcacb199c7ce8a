import { defineRule } from '../rule.ts'

export const inboundSettingsCanKeepTheUsersOfATenantOut = defineRule({
  id: 'POL-34',
  question: 'policy-block',
  statement:
    'The inbound cross-tenant access settings of this tenant can block users of another tenant, as collaboration guests or by direct connect, for all applications or for some.',
  citation: { source: 'cross-tenant-access', section: 'Manage external access with inbound and outbound settings' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'the inbound settings block it',
  because: ['crossTenant'],
  error: 'AADSTS500213',
  answer: ({ crossTenant }) => (crossTenant === 'inbound-closed' ? 'blocked-by-setting' : undefined),
  examples: [
    {
      name: 'guests of the tenant are blocked',
      given: { crossTenant: 'inbound-closed' },
      expect: 'blocked-by-setting',
    },
    { name: 'guests of the tenant may come in', given: { crossTenant: 'open' }, expect: 'does-not-apply' },
  ],
})
