import { defineRule } from '../rule.ts'

export const aServiceIsOpenWhereNothingClosesIt = defineRule({
  id: 'GATE-10',
  question: 'service-gate',
  statement: 'No date, policy or setting stops this authentication before the password is verified.',
  citation: { source: 'exo-disable-basic' },
  basis: 'documented',
  because: [],
  answer: () => 'open',
  examples: [
    { name: 'modern authentication', given: { flow: 'modern' }, expect: 'open' },
    { name: 'a password while it is served', given: { flow: 'basic' }, expect: 'open' },
  ],
})
