import { defineRule } from '../rule.ts'

export const aLostTokenIsNotUsed = defineRule({
  id: 'PRT-1',
  question: 'device-token',
  statement:
    'A primary refresh token is lost when the device or the user is disabled or deleted, the password behind it changes, or the security chip fails.',
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT invalidated?' },
  basis: 'documented',
  because: ['tokenLost'],
  answer: ({ tokenLost }) => (tokenLost === 'yes' ? 'none' : undefined),
  examples: [
    {
      name: 'after a failure of the chip of an unregistered phone',
      given: { tokenLost: 'yes', deviceJoin: 'none', deviceSystem: 'mobile' },
      expect: 'none',
    },
    { name: 'after a failure of the chip', given: { tokenLost: 'yes' }, expect: 'none' },
    { name: 'a computer in order', given: {}, expect: 'does-not-apply' },
  ],
})
