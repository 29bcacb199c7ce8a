import { defineRule } from '../rule.ts'

export const office2013IsLegacyUntilItsRegistrySaysOtherwise = defineRule({
  id: 'ORD-8',
  question: 'client-order',
  statement:
    'Office 2013 sends the password to Exchange Online unless EnableADAL turns modern authentication on for the device.',
  citation: { source: 'office-modern-auth', section: 'sign-in behavior' },
  basis: 'documented',
  because: ['office', 'enableAdal', 'service'],
  answer: ({ office, enableAdal, service }) =>
    office === '2013' && enableAdal !== '1' && service === 'exchange-online' ? 'basic' : undefined,
  examples: [
    { name: 'Outlook 2013 as installed', given: { office: '2013' }, expect: 'basic' },
    {
      name: 'Outlook 2013 with the registry value',
      given: { office: '2013', enableAdal: '1' },
      expect: 'does-not-apply',
    },
  ],
})
