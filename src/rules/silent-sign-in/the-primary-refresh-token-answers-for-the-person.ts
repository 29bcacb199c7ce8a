import { defineRule } from '../rule.ts'

export const thePrimaryRefreshTokenAnswersForThePerson = defineRule({
  id: 'SIL-7',
  question: 'silent-sign-in',
  statement:
    'Programs that use the broker, and browsers that present the device, get their tokens with the primary refresh token, without a prompt.',
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT used?' },
  basis: 'documented',
  because: ['deviceToken'],
  answer: ({ deviceToken }) => (deviceToken !== 'none' ? 'primary-refresh-token' : undefined),
  examples: [
    { name: 'Outlook on a joined computer', given: { deviceToken: 'multifactor' }, expect: 'primary-refresh-token' },
    { name: 'a computer without a token', given: {}, expect: 'does-not-apply' },
  ],
})
