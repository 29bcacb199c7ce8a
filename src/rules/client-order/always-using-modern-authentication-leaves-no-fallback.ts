import { defineRule } from '../rule.ts'

export const alwaysUsingModernAuthenticationLeavesNoFallback = defineRule({
  id: 'ORD-9',
  question: 'client-order',
  statement:
    'With AlwaysUseMSOAuthForAutoDiscover, Outlook is forced to modern authentication and does not fall back to a password.',
  citation: { source: 'office-modern-auth', section: 'exchange online' },
  basis: 'documented',
  because: ['office', 'alwaysUseMsoAuth', 'service', 'enableAdal'],
  answer: ({ office, alwaysUseMsoAuth, service, enableAdal }) =>
    office !== '2010-or-earlier' && alwaysUseMsoAuth === '1' && enableAdal !== '0' && service === 'exchange-online'
      ? 'modern'
      : undefined,
  examples: [
    {
      name: 'Outlook 2016 with the value',
      given: { office: '2016-or-later', alwaysUseMsoAuth: '1' },
      expect: 'modern',
    },
    { name: 'Outlook 2016 without it', given: { office: '2016-or-later' }, expect: 'does-not-apply' },
    {
      name: 'Outlook 2016 with the value, with office 2010-or-earlier',
      given: { office: '2010-or-earlier', alwaysUseMsoAuth: '1' },
      expect: 'does-not-apply',
    },
    {
      name: 'Outlook 2016 with the value, with enable adal 0',
      given: { office: '2016-or-later', alwaysUseMsoAuth: '1', enableAdal: '0' },
      expect: 'does-not-apply',
    },
    {
      name: 'Outlook 2016 with the value, with service exchange-server',
      given: { office: '2016-or-later', alwaysUseMsoAuth: '1', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
  ],
})
