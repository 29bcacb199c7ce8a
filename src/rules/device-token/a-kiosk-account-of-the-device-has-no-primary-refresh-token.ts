import { defineRule } from '../rule.ts'

export const aKioskAccountOfTheDeviceHasNoPrimaryRefreshToken = defineRule({
  id: 'PRT-12',
  question: 'device-token',
  statement:
    'A device gets a primary refresh token for a user who signs in to it with the work account, so that a local account has none.',
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT issued?' },
  basis: 'inferred',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) => (unlockMethod === 'localAccount' ? 'none' : undefined),
  examples: [
    { name: 'a kiosk', given: { unlockMethod: 'localAccount' }, expect: 'none' },
    {
      name: 'a kiosk that has lost a token, which PRT-1 would answer as well',
      given: { unlockMethod: 'localAccount', tokenLost: 'yes' },
      expect: 'none',
    },
    { name: 'a password of the work account', given: {}, expect: 'does-not-apply' },
  ],
})
