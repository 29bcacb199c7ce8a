import { defineRule } from '../rule.ts'

export const anAppPasswordBypassesTheSecondFactor = defineRule({
  id: 'SFO-3',
  question: 'second-factor-outcome',
  statement: 'An app password signs the client in without an additional prompt: the second factor is bypassed.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  because: ['secondFactor', 'credential'],
  answer: ({ secondFactor, credential }) =>
    secondFactor === 'required' && credential === 'app-password' ? 'bypassed' : undefined,
  examples: [
    { name: 'an old mail client', given: { secondFactor: 'required', credential: 'app-password' }, expect: 'bypassed' },
    {
      name: 'a modern client',
      given: { secondFactor: 'required', credential: 'interactive' },
      expect: 'does-not-apply',
    },
    {
      name: 'an old mail client, with second factor not-required',
      given: { secondFactor: 'not-required', credential: 'app-password' },
      expect: 'does-not-apply',
    },
  ],
})
