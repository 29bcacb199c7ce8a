import { defineRule } from '../rule.ts'

export const outlookTriesModernAuthenticationFirst = defineRule({
  id: 'ORD-11',
  question: 'client-order',
  statement:
    'Modern-capable Office, Outlook or a Skype client that calls Exchange, tries modern authentication against Exchange Online first and sends the password only when the service refuses.',
  citation: { source: 'office-modern-auth', section: 'exchange online' },
  basis: 'documented',
  because: ['service'],
  answer: ({ service }) => (service === 'exchange-online' ? 'modern-then-basic' : undefined),
  examples: [
    { name: 'Outlook 2016', given: { office: '2016-or-later' }, expect: 'modern-then-basic' },
    {
      name: 'a document library',
      given: { office: '2016-or-later', service: 'sharepoint-online' },
      expect: 'does-not-apply',
    },
  ],
})
