import { defineRule } from '../rule.ts'

export const modernOfficeHasNoFallbackForSharepointOnline = defineRule({
  id: 'ORD-13',
  question: 'client-order',
  statement: 'A modern-capable Office uses only modern authentication with SharePoint Online.',
  citation: { source: 'office-modern-auth', section: 'sharepoint online' },
  basis: 'documented',
  because: ['service'],
  answer: ({ service }) => (service === 'sharepoint-online' ? 'modern' : undefined),
  examples: [
    { name: 'Word 2016', given: { office: '2016-or-later', service: 'sharepoint-online' }, expect: 'modern' },
    { name: 'Outlook', given: { office: '2016-or-later', service: 'exchange-online' }, expect: 'does-not-apply' },
  ],
})
