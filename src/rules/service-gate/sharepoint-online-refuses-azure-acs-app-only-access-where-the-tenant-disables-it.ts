import { defineRule } from '../rule.ts'

export const sharepointOnlineRefusesAzureAcsAppOnlyAccessWhereTheTenantDisablesIt = defineRule({
  id: 'GATE-19',
  question: 'service-gate',
  statement: 'SharePoint Online refuses Azure ACS app-only access where the tenant disables it.',
  citation: { source: 'spo-set-spotenant', section: '-DisableCustomAppAuthentication' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the tenant disables app-only access with Azure ACS',
  because: ['acsAppOnly'],
  answer: ({ acsAppOnly }) => (acsAppOnly === 'disabled' ? 'closed' : undefined),
  examples: [
    { name: 'DisableCustomAppAuthentication true', given: { acsAppOnly: 'disabled' }, expect: 'closed' },
    { name: 'the same switch with false', given: { acsAppOnly: 'allowed' }, expect: 'does-not-apply' },
    { name: 'an application of Microsoft Entra ID', given: { acsAppOnly: 'not-used' }, expect: 'does-not-apply' },
  ],
})
