import { defineRule } from '../rule.ts'

export const onlyAnApplicationSignsInAsItself = defineRule({
  id: 'ACC-13',
  question: 'acceptance',
  statement: 'An application credential does not give a user access.',
  citation: { source: 'exo-powershell-app-only' },
  basis: 'documented',
  owner: 'client',
  because: ['credential', 'flowClass'],
  answer: ({ credential, flowClass }) =>
    credential === 'app-only' && flowClass !== 'application' ? 'unfit' : undefined,
  examples: [
    {
      name: 'a user',
      given: { credential: 'app-only', flow: 'modern', flowClass: 'interactive' },
      expect: 'unfit',
    },
    {
      name: 'unattended administration',
      given: { credential: 'app-only', flow: 'modern', flowClass: 'application' },
      expect: 'does-not-apply',
    },
  ],
})
