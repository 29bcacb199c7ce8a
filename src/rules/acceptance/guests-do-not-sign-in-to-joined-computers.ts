import { defineRule } from '../rule.ts'

export const guestsDoNotSignInToJoinedComputers = defineRule({
  id: 'ACC-47',
  question: 'acceptance',
  statement:
    'Remote Desktop to a Microsoft Entra joined computer is for accounts of its tenant; guests are not supported.',
  citation: { source: 'remote-joined-device', section: 'Connect without Microsoft Entra authentication' },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'guests are not supported for Remote Desktop',
  because: ['shareTickets', 'shareAccess'],
  answer: ({ shareTickets, shareAccess }) =>
    shareTickets !== 'entra-id' && shareAccess === 'outsider' ? 'refused' : undefined,
  examples: [
    {
      name: 'a guest with a password',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'entra-id',
        issuer: 'entra-id',
        shareTickets: 'joined-computer',
        shareAccess: 'outsider',
      },
      expect: 'refused',
    },
    {
      name: 'a guest with a web account',
      given: { credential: 'interactive', flow: 'modern', flowClass: 'interactive', shareAccess: 'outsider' },
      expect: 'refused',
    },
    {
      name: 'a user of the tenant',
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
      name: 'a guest whose account is disabled, which ACC-16 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'entra-id',
        issuer: 'entra-id',
        shareTickets: 'joined-computer',
        shareAccess: 'outsider',
        accountState: 'unusable',
      },
      expect: 'refused',
    },
  ],
})
