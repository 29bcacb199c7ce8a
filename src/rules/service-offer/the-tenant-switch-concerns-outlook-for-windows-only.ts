import { defineRule } from '../rule.ts'

export const theTenantSwitchConcernsOutlookForWindowsOnly = defineRule({
  id: 'OFF-3',
  question: 'service-offer',
  statement:
    'OAuth2ClientProfileEnabled affects only Outlook 2013 and later for Windows; all other modern clients of Exchange Online can use modern authentication regardless of it.',
  citation: { source: 'exo-enable-modern', section: 'notes' },
  basis: 'documented',
  because: ['flow', 'service', 'switchConcernsClient'],
  answer: ({ flow, service, switchConcernsClient }) =>
    (flow === 'modern' || flow === 'password-grant') && service === 'exchange-online' && switchConcernsClient === 'no'
      ? 'offered'
      : undefined,
  examples: [
    {
      name: 'Outlook for a phone while the switch is off',
      given: { flow: 'modern', modernAuthentication: 'off' },
      expect: 'offered',
    },
    {
      name: 'Outlook for a phone while the switch is off, with a password grant',
      given: { flow: 'password-grant', modernAuthentication: 'off' },
      expect: 'offered',
    },
    { name: 'Outlook for Windows', given: { flow: 'modern', switchConcernsClient: 'yes' }, expect: 'does-not-apply' },
  ],
})
