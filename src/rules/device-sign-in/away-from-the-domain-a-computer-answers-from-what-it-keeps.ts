import { defineRule } from '../rule.ts'

export const awayFromTheDomainAComputerAnswersFromWhatItKeeps = defineRule({
  id: 'DVC-8',
  question: 'device-sign-in',
  statement:
    'A computer of the domain without a domain controller in reach signs in those who have signed in to it before, from what it keeps.',
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
