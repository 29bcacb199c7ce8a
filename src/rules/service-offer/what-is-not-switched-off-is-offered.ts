import { defineRule } from '../rule.ts'

export const whatIsNotSwitchedOffIsOffered = defineRule({
  id: 'OFF-9',
  question: 'service-offer',
  statement: 'An authentication that the service has and no switch turns off is offered.',
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
