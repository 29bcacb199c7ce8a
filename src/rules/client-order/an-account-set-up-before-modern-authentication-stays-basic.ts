import { defineRule } from '../rule.ts'

export const anAccountSetUpBeforeModernAuthenticationStaysBasic = defineRule({
  id: 'ORD-1',
  question: 'client-order',
  statement:
    'An account added to a mail app before the app supported modern authentication, or restored from a backup, keeps sending the password until it is removed and added again.',
  citation: { source: 'apple-mail-modern-auth' },
  basis: 'documented',
  because: ['accountSetup'],
  answer: ({ accountSetup }) => (accountSetup === 'before-modern' ? 'basic' : undefined),
  examples: [
    {
      name: 'a phone restored from an old backup',
      given: { office: 'not-office', accountSetup: 'before-modern' },
      expect: 'basic',
    },
    {
      name: 'an account added afterwards',
      given: { office: 'not-office', accountSetup: 'since-modern' },
      expect: 'does-not-apply',
    },
    {
      name: 'a phone restored from an old backup, which ORD-2 would answer as well',
      given: { accountSetup: 'before-modern', skypeExchangeLeg: 'yes', skypeHome: 'on-premises' },
      expect: 'basic',
    },
  ],
})
