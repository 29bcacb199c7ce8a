import { defineRule } from '../rule.ts'

/** A user who has no app password and may not create one has none to present. */
export const anAppPasswordThatDoesNotExistIsRefused = defineRule({
  id: 'ACC-5',
  question: 'acceptance',
  statement: 'A user who has no app password and may not create one has none to present.',
  citation: { source: 'entra-app-passwords', section: 'allow users to create app passwords' },
  basis: 'documented',
  because: ['credential', 'appPassword'],
  error: 'AADSTS50126',
  answer: ({ credential, appPassword }) =>
    credential === 'app-password' && appPassword === 'none' ? 'refused' : undefined,
  examples: [
    {
      name: 'creation is not allowed',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy' },
      expect: 'refused',
    },
    {
      name: 'one exists',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy', appPassword: 'exists' },
      expect: 'does-not-apply',
    },
  ],
})
