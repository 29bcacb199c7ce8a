import { defineRule } from '../rule.ts'

export const modernAuthenticationTurnedOffOnTheClientSendsAPassword = defineRule({
  id: 'ORD-10',
  question: 'client-order',
  statement: 'With EnableADAL set to 0, Office 2016 and later send the password to Exchange Online.',
  citation: { source: 'office-modern-auth', section: 'sign-in behavior' },
  basis: 'documented',
  because: ['enableAdal', 'service'],
  answer: ({ enableAdal, service }) => (enableAdal === '0' && service === 'exchange-online' ? 'basic' : undefined),
  examples: [
    { name: 'Outlook 2016 set back', given: { office: '2016-or-later', enableAdal: '0' }, expect: 'basic' },
    { name: 'Outlook 2016 as installed', given: { office: '2016-or-later' }, expect: 'does-not-apply' },
    {
      name: 'Outlook 2016 set back, with service exchange-server',
      given: { office: '2016-or-later', enableAdal: '0', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
  ],
})
