import { defineRule } from '../rule.ts'

export const thereMustBeAnAppPasswordToDelete = defineRule({
  id: 'SELF-5',
  question: 'self-service',
  statement: 'A user without app passwords has none to delete.',
  citation: { source: 'user-help-app-passwords' },
  basis: 'inferred',
  owner: 'person',
  inFewWords: 'there is no app password to delete',
  because: ['selfService', 'appPasswordCount'],
  answer: ({ selfService, appPasswordCount }) =>
    selfService === 'delete-app-password' && appPasswordCount === 'none' ? 'refused' : undefined,
  examples: [
    { name: 'none', given: { selfService: 'delete-app-password' }, expect: 'refused' },
    { name: 'one', given: { selfService: 'delete-app-password', appPasswordCount: 'some' }, expect: 'does-not-apply' },
  ],
})
