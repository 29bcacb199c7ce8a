import { defineRule } from '../rule.ts'

export const aTicketForAFileShareNeedsAJoinedDevice = defineRule({
  id: 'ACC-38',
  question: 'acceptance',
  statement:
    'A device must be Microsoft Entra joined or hybrid joined to get a ticket for a file share from Microsoft Entra Kerberos.',
  citation: { source: 'azure-files-entra-kerberos', section: 'Operating system and domain prerequisites' },
  basis: 'documented',
  owner: 'device',
  inFewWords: 'the device is not joined',
  because: ['shareTickets', 'shareAccess'],
  answer: ({ shareTickets, shareAccess }) =>
    shareTickets === 'entra-id' && shareAccess === 'no-joined-device' ? 'refused' : undefined,
  examples: [
    {
      name: 'a computer of the domain alone',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        shareAccess: 'no-joined-device',
      },
      expect: 'refused',
    },
    {
      name: 'a joined device',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a leaver with a computer of the domain, which ACC-16 would answer as well',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        shareAccess: 'no-joined-device',
        accountState: 'unusable',
      },
      expect: 'refused',
    },
  ],
})
