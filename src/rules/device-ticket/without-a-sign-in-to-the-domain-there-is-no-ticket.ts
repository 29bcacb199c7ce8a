import { defineRule } from '../rule.ts'

export const withoutASignInToTheDomainThereIsNoTicket = defineRule({
  id: 'TGT-1',
  question: 'device-ticket',
  statement: 'A device that is not joined is opened without the work account, and gets no ticket of Active Directory.',
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT issued?' },
  basis: 'inferred',
  because: ['deviceJoin'],
  answer: ({ deviceJoin }) => (deviceJoin === 'registered' || deviceJoin === 'none' ? 'none' : undefined),
  examples: [
    {
      name: 'a private computer of a person of the cloud',
      given: { deviceJoin: 'registered', accountSynced: 'no' },
      expect: 'none',
    },
    { name: 'a private computer', given: { deviceJoin: 'registered' }, expect: 'none' },
    { name: 'a joined computer', given: {}, expect: 'does-not-apply' },
  ],
})
