import { defineRule } from '../rule.ts'

export const modernOutlookUsesModernAuthenticationOnPremisesWhereOffered = defineRule({
  id: 'ORD-17',
  question: 'client-order',
  statement:
    'Modern-capable Office, Outlook or a Skype client that calls Exchange, uses modern authentication against Exchange Server where it is offered, else Windows authentication, else a password with each request.',
  citation: { source: 'hma-overview', section: 'client and protocol' },
  basis: 'documented',
  because: ['service'],
  answer: ({ service }) => (service === 'exchange-server' ? 'modern-then-windows-then-basic' : undefined),
  examples: [
    {
      name: 'Outlook 2016',
      given: { office: '2016-or-later', service: 'exchange-server' },
      expect: 'modern-then-windows-then-basic',
    },
    {
      name: 'the cloud mailbox',
      given: { office: '2016-or-later', service: 'exchange-online' },
      expect: 'does-not-apply',
    },
  ],
})
