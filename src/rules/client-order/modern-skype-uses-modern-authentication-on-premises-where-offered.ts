import { defineRule } from '../rule.ts'

export const modernSkypeUsesModernAuthenticationOnPremisesWhereOffered = defineRule({
  id: 'ORD-19',
  question: 'client-order',
  statement:
    'A modern-capable Skype for Business client uses modern authentication against Skype for Business Server where it is offered, else Windows authentication.',
  citation: { source: 'skype-turn-on-ma', section: 'topologies' },
  basis: 'documented',
  because: ['service'],
  answer: ({ service }) => (service === 'skype-for-business-server' ? 'modern-then-windows' : undefined),
  examples: [
    {
      name: 'Skype for Business 2016',
      given: { office: '2016-or-later', service: 'skype-for-business-server' },
      expect: 'modern-then-windows',
    },
    {
      name: 'the online service',
      given: { office: '2016-or-later', service: 'skype-for-business-online' },
      expect: 'does-not-apply',
    },
  ],
})
