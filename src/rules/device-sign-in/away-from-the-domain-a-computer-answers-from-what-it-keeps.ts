import { defineRule } from '../rule.ts'

export const awayFromTheDomainAComputerAnswersFromWhatItKeeps = defineRule({
  id: 'DVC-8',
  question: 'device-sign-in',
  statement:
    'A domain-joined computer that cannot reach a domain controller signs in users who have signed in to it before, using cached credentials.',
  citation: { source: 'entra-primary-refresh-token', section: 'PRT renewal in subsequent logons' },
  basis: 'inferred',
  because: ['deviceJoin', 'domainController'],
  answer: ({ deviceJoin, domainController }) =>
    (deviceJoin === 'hybrid-joined' || deviceJoin === 'domain-joined') && domainController === 'out-of-reach'
      ? 'device'
      : undefined,
  examples: [
    {
      name: 'a hybrid joined computer at home',
      given: { deviceJoin: 'hybrid-joined', domainController: 'out-of-reach' },
      expect: 'device',
    },
    {
      name: 'a hybrid joined computer in the office',
      given: { deviceJoin: 'hybrid-joined' },
      expect: 'does-not-apply',
    },
  ],
})
