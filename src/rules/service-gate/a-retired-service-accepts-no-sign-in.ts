import { defineRule } from '../rule.ts'

export const aRetiredServiceAcceptsNoSignIn = defineRule({
  id: 'GATE-1',
  question: 'service-gate',
  statement:
    'A service that the vendor has retired, such as Skype for Business Online on July 31, 2021, does not accept any sign-in.',
  citation: { source: 'skype-online-retirement' },
  basis: 'documented',
  owner: 'vendor',
  inFewWords: 'the service is not available at this date',
  because: ['serviceAvailable'],
  answer: ({ serviceAvailable }) => (serviceAvailable !== 'available' ? 'closed' : undefined),
  examples: [
    {
      name: 'Skype for Business Online afterwards',
      given: { service: 'skype-for-business-online', serviceAvailable: 'retired' },
      expect: 'closed',
    },
    { name: 'before', given: { service: 'skype-for-business-online' }, expect: 'does-not-apply' },
    {
      name: 'Skype for Business Online afterwards, which GATE-2 would answer as well',
      given: { service: 'skype-for-business-online', serviceAvailable: 'retired', protocolAvailable: 'retired' },
      expect: 'closed',
    },
  ],
})
