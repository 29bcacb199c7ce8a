import { defineRule } from '../rule.ts'

export const aClientThatSendsPasswordsCannotShowASignInPage = defineRule({
  id: 'ACC-10',
  question: 'acceptance',
  statement: 'A client that sends passwords, or uses the domain logon, cannot pause for an interactive sign-in.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  owner: 'client',
  because: ['credential', 'flow', 'flowClass'],
  answer: ({ credential, flow, flowClass }) =>
    credential === 'interactive' && (flow !== 'modern' || flowClass === 'application') ? 'unfit' : undefined,
  examples: [
    {
      name: 'Outlook 2010',
      given: { credential: 'interactive', flow: 'basic', flowClass: 'legacy' },
      expect: 'unfit',
    },
    {
      name: 'Outlook 2016',
      given: { credential: 'interactive', flow: 'modern', flowClass: 'interactive' },
      expect: 'does-not-apply',
    },
    {
      name: 'Outlook 2016, with flow class application',
      given: { credential: 'interactive', flow: 'modern', flowClass: 'application' },
      expect: 'unfit',
    },
  ],
})
