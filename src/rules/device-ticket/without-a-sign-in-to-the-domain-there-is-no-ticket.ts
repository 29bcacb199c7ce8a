import { defineRule } from '../rule.ts'

export const withoutASignInToTheDomainThereIsNoTicket = defineRule({
  id: 'TGT-1',
  question: 'device-ticket',
  statement:
    'Users sign in to a device that is not joined without the work account, so it gets no Active Directory ticket.',
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT issued?' },
  basis: 'inferred',
  because: ['deviceJoin'],
  answer: ({ deviceJoin }) => (deviceJoin === 'registered' || deviceJoin === 'none' ? 'none' : undefined),
  examples: [
    {
      name: 'a private computer of a cloud-only user',
      given: { deviceJoin: 'registered', accountSynced: 'no' },
      expect: 'none',
    },
    { name: 'a private computer', given: { deviceJoin: 'registered' }, expect: 'none' },
    { name: 'a joined computer', given: {}, expect: 'does-not-apply' },
  ],
})
