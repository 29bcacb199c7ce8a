import { defineRule } from '../rule.ts'

export const aRegisteredDeviceIsOpenedWithAnAccountOfItsOwn = defineRule({
  id: 'DVC-1',
  question: 'device-sign-in',
  statement:
    'Users sign in with a local or personal account to a device that is only registered with, or unknown to, Microsoft Entra ID.',
  citation: { source: 'entra-primary-refresh-token', section: 'Detailed flows' },
  basis: 'documented',
  because: ['deviceJoin'],
  answer: ({ deviceJoin }) => (deviceJoin === 'registered' || deviceJoin === 'none' ? 'device' : undefined),
  examples: [
    {
      name: 'a private computer with a work account added, and a web sign-in',
      given: { deviceJoin: 'registered', unlockMethod: 'temporaryAccessPassOneTime' },
      expect: 'device',
    },
    { name: 'a private computer with a work account added', given: { deviceJoin: 'registered' }, expect: 'device' },
    { name: 'a joined computer', given: {}, expect: 'does-not-apply' },
  ],
})
