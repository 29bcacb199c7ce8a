import { defineRule } from '../rule.ts'

export const whereNothingAnswersThePersonSignsIn = defineRule({
  id: 'SIL-9',
  question: 'silent-sign-in',
  statement: 'If the device holds no usable token or ticket, the user signs in.',
  citation: { source: 'entra-seamless-sso', section: 'Feature highlights' },
  basis: 'inferred',
  because: [],
  answer: () => 'person',
  examples: [
    { name: 'a computer that holds nothing', given: {}, expect: 'person' },
    {
      name: 'seamless single sign-on away from the domain',
      given: { seamlessSso: 'on', deviceJoin: 'domain-joined' },
      expect: 'person',
    },
  ],
})
