import { defineRule } from '../rule.ts'

export const offlineADeviceAnswersFromWhatItKeeps = defineRule({
  id: 'DVC-5',
  question: 'device-sign-in',
  statement:
    'Without a network, a joined device signs in users who have signed in to it before, using cached credentials.',
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT used?' },
  basis: 'documented',
  because: ['unlockOnline'],
  answer: ({ unlockOnline }) => (unlockOnline === 'no' ? 'device' : undefined),
  examples: [
    {
      name: 'a Mac with a key, in a train',
      given: { unlockOnline: 'no', deviceSystem: 'macOS', unlockMethod: 'windowsHelloForBusiness' },
      expect: 'device',
    },
    { name: 'a password in a train', given: { unlockOnline: 'no' }, expect: 'device' },
    { name: 'a password at a desk', given: {}, expect: 'does-not-apply' },
  ],
})
