import { defineRule } from '../rule.ts'

export const onlyAnApplicationSignsInAsItself = defineRule({
  id: 'ACC-13',
  question: 'acceptance',
  statement: 'The credential of an application opens nothing for a person.',
  citation: { source: 'exo-powershell-app-only' },
  basis: 'documented',
  owner: 'client',
  because: ['credential', 'flowClass'],
  answer: ({ credential, flowClass }) =>
    credential === 'app-only' && flowClass !== 'application' ? 'unfit' : undefined,
  examples: [
    {
      name: 'a person',
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
