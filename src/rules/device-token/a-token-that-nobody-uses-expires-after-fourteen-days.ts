import { defineRule } from '../rule.ts'

export const aTokenThatNobodyUsesExpiresAfterFourteenDays = defineRule({
  id: 'PRT-10',
  question: 'device-token',
  statement: 'A primary refresh token is valid for 14 days and is renewed as long as the device is used.',
  citation: { source: 'entra-primary-refresh-token', section: 'What is the lifetime of a PRT?' },
  basis: 'documented',
  because: ['tokenLost'],
  answer: ({ tokenLost }) => (tokenLost === 'expired' ? 'none' : undefined),
  examples: [
    {
      name: 'an unregistered phone in a drawer',
      given: { tokenLost: 'expired', deviceJoin: 'none', deviceSystem: 'mobile' },
      expect: 'none',
    },
    { name: 'a laptop that lay in a drawer for a month', given: { tokenLost: 'expired' }, expect: 'none' },
    { name: 'a laptop in use', given: {}, expect: 'does-not-apply' },
  ],
})
