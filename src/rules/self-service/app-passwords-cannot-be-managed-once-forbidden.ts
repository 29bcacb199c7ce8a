import { defineRule } from '../rule.ts'

export const appPasswordsCannotBeManagedOnceForbidden = defineRule({
  id: 'SELF-4',
  question: 'self-service',
  statement:
    'After the setting has been turned off, users can no longer manage or delete existing app passwords, which keep working.',
  citation: { source: 'entra-app-passwords', section: 'allow users to create app passwords' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the tenant no longer allows managing app passwords',
  because: ['selfService', 'appPasswordsSetting'],
  answer: ({ selfService, appPasswordsSetting }) =>
    selfService === 'delete-app-password' && appPasswordsSetting === 'blocked' ? 'refused' : undefined,
  examples: [
    {
      name: 'turned off later',
      given: { selfService: 'delete-app-password', appPasswordsSetting: 'blocked', appPasswordCount: 'some' },
      expect: 'refused',
    },
    {
      name: 'allowed',
      given: { selfService: 'delete-app-password', appPasswordCount: 'some' },
      expect: 'does-not-apply',
    },
    {
      name: 'turned off later, with self service no',
      given: { selfService: 'no', appPasswordsSetting: 'blocked', appPasswordCount: 'some' },
      expect: 'does-not-apply',
    },
    {
      name: 'turned off later, which SELF-5 would answer as well',
      given: { selfService: 'delete-app-password', appPasswordsSetting: 'blocked' },
      expect: 'refused',
    },
  ],
})
