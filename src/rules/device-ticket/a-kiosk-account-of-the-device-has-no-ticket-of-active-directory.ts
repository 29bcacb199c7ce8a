import { defineRule } from '../rule.ts'

export const aKioskAccountOfTheDeviceHasNoTicketOfActiveDirectory = defineRule({
  id: 'TGT-9',
  question: 'device-ticket',
  statement: 'A local account has no access to resources of the domain, so that a kiosk gets no ticket for them.',
  citation: { source: 'windows-assigned-access', section: 'Kiosk user account' },
  basis: 'inferred',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) => (unlockMethod === 'localAccount' ? 'none' : undefined),
  examples: [
    { name: 'a kiosk', given: { unlockMethod: 'localAccount' }, expect: 'none' },
    {
      name: 'a kiosk that is not joined, which TGT-1 would answer as well',
      given: { unlockMethod: 'localAccount', deviceJoin: 'none' },
      expect: 'none',
    },
    { name: 'a password of the work account', given: {}, expect: 'does-not-apply' },
  ],
})
