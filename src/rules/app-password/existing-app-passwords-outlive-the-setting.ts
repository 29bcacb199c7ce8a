import { defineRule } from '../rule.ts'

export const existingAppPasswordsOutliveTheSetting = defineRule({
  id: 'APP-1',
  question: 'app-password',
  statement: 'An existing app password keeps working after the creation of app passwords has been disallowed.',
  citation: { source: 'entra-app-passwords', section: 'allow users to create app passwords' },
  basis: 'documented',
  because: ['appPasswordCount'],
  answer: ({ appPasswordCount }) => (appPasswordCount !== 'none' ? 'exists' : undefined),
  examples: [
    {
      name: 'creation was disallowed later',
      given: { appPasswordCount: 'some', appPasswordsSetting: 'blocked' },
      expect: 'exists',
    },
    { name: 'none was created', given: { appPasswordCount: 'none' }, expect: 'does-not-apply' },
  ],
})
