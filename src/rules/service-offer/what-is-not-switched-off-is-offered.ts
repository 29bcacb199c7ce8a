import { defineRule } from '../rule.ts'

export const whatIsNotSwitchedOffIsOffered = defineRule({
  id: 'OFF-9',
  question: 'service-offer',
  statement: 'A service offers every authentication method that it supports and that is not turned off.',
  citation: { source: 'exo-enable-modern' },
  basis: 'documented',
  because: [],
  answer: () => 'offered',
  examples: [
    {
      name: 'modern authentication by default',
      given: { flow: 'modern', switchConcernsClient: 'yes' },
      expect: 'offered',
    },
    { name: 'a password', given: { flow: 'basic' }, expect: 'offered' },
  ],
})
