import { defineRule } from '../rule.ts'

export const onlyARegisteredDeviceGetsAPrimaryRefreshToken = defineRule({
  id: 'PRT-3',
  question: 'device-token',
  statement:
    'Primary refresh tokens are issued only to users of devices that are joined to or registered with Microsoft Entra ID.',
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT issued?' },
  basis: 'documented',
  because: ['deviceJoin'],
  answer: ({ deviceJoin }) => (deviceJoin === 'none' || deviceJoin === 'domain-joined' ? 'none' : undefined),
  examples: [
    {
      name: 'Hello at a computer that only Active Directory knows',
      given: { deviceJoin: 'domain-joined', unlockMethod: 'windowsHelloForBusiness' },
      expect: 'none',
    },
    {
      name: 'a second factor at a computer that only Active Directory knows',
      given: { deviceJoin: 'domain-joined', tokenUpgraded: 'yes' },
      expect: 'none',
    },
    { name: 'a computer that only Active Directory knows', given: { deviceJoin: 'domain-joined' }, expect: 'none' },
    { name: 'a joined computer', given: {}, expect: 'does-not-apply' },
  ],
})
