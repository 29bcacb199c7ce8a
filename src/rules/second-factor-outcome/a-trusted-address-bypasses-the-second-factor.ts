import { defineRule } from '../rule.ts'

export const aTrustedAddressBypassesTheSecondFactor = defineRule({
  id: 'SFO-2',
  question: 'second-factor-outcome',
  statement: 'From a trusted address, the second factor otherwise required of the user is skipped.',
  citation: { source: 'entra-mfa-settings', section: 'trusted IPs' },
  basis: 'documented',
  because: ['secondFactor'],
  answer: ({ secondFactor }) => (secondFactor === 'waived' ? 'bypassed' : undefined),
  examples: [
    { name: 'inside', given: { secondFactor: 'waived', credential: 'interactive' }, expect: 'bypassed' },
    { name: 'outside', given: { secondFactor: 'required', credential: 'interactive' }, expect: 'does-not-apply' },
  ],
})
