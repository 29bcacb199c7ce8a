import { defineRule } from '../rule.ts'

export const aKioskAccountOfTheDeviceIsCheckedByTheDevice = defineRule({
  id: 'DVC-13',
  question: 'device-sign-in',
  statement: 'A kiosk signs in by itself with a local account, which the device checks.',
  citation: { source: 'windows-assigned-access', section: 'Kiosk user account' },
  basis: 'documented',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) => (unlockMethod === 'localAccount' ? 'device' : undefined),
  examples: [
    { name: 'a kiosk', given: { unlockMethod: 'localAccount' }, expect: 'device' },
    { name: 'a password of the work account', given: {}, expect: 'does-not-apply' },
  ],
})
