import { defineRule } from '../rule.ts'

export const aJoinedComputerTakesPasswordsFromDevicesOfItsTenantOnly = defineRule({
  id: 'ACC-48',
  question: 'acceptance',
  statement:
    'Without Microsoft Entra authentication, Remote Desktop reaches a joined computer only from a device that is registered, joined or hybrid joined in the same tenant.',
  citation: { source: 'remote-joined-device', section: 'Connect without Microsoft Entra authentication' },
  basis: 'documented',
  owner: 'device',
  inFewWords: 'the tenant does not know the device',
  because: ['shareTickets', 'shareAccess'],
  answer: ({ shareTickets, shareAccess }) =>
    shareTickets === 'joined-computer' && shareAccess === 'no-joined-device' ? 'refused' : undefined,
  examples: [
    {
      name: 'a private computer',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'entra-id',
        issuer: 'entra-id',
        shareTickets: 'joined-computer',
        shareAccess: 'no-joined-device',
      },
      expect: 'refused',
    },
    {
      name: 'a joined laptop',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'entra-id',
        issuer: 'entra-id',
        shareTickets: 'joined-computer',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a leaver at a private computer, which ACC-16 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'entra-id',
        issuer: 'entra-id',
        shareTickets: 'joined-computer',
        shareAccess: 'no-joined-device',
        accountState: 'unusable',
      },
      expect: 'refused',
    },
  ],
})
