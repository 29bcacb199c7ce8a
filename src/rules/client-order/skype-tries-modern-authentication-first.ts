import { defineRule } from '../rule.ts'

export const skypeTriesModernAuthenticationFirst = defineRule({
  id: 'ORD-15',
  question: 'client-order',
  statement:
    'A modern-capable Skype for Business client tries modern authentication against Skype for Business Online first and falls back to the Sign-in Assistant when refused.',
  citation: { source: 'office-modern-auth', section: 'skype for business online' },
  basis: 'documented',
  because: ['service'],
  answer: ({ service }) => (service === 'skype-for-business-online' ? 'modern-then-sign-in-assistant' : undefined),
  examples: [
    {
      name: 'Skype for Business 2016',
      given: { office: '2016-or-later', service: 'skype-for-business-online' },
      expect: 'modern-then-sign-in-assistant',
    },
    {
      name: 'its server on-premises',
      given: { office: '2016-or-later', service: 'skype-for-business-server' },
      expect: 'does-not-apply',
    },
  ],
})
