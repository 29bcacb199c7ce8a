import { defineRule } from '../rule.ts'

export const sharepointOnlineNoLongerTakesAzureAcsAppOnlyAccess = defineRule({
  id: 'GATE-20',
  question: 'service-gate',
  statement: 'SharePoint Online no longer takes Azure ACS app-only access.',
  citation: { source: 'spo-acs-retirement', section: 'Introduction' },
  basis: 'documented',
  owner: 'vendor',
  inFewWords: 'Azure ACS has ended for this tenant',
  because: ['acsAppOnly'],
  answer: ({ acsAppOnly }) => (acsAppOnly === 'ended' ? 'closed' : undefined),
  examples: [
    { name: 'after the end, whatever the tenant says', given: { acsAppOnly: 'ended' }, expect: 'closed' },
    { name: 'before, where the tenant allows it', given: { acsAppOnly: 'allowed' }, expect: 'does-not-apply' },
    { name: 'before, where the tenant disables it', given: { acsAppOnly: 'disabled' }, expect: 'does-not-apply' },
    { name: 'an application of Microsoft Entra ID', given: { acsAppOnly: 'not-used' }, expect: 'does-not-apply' },
  ],
})
