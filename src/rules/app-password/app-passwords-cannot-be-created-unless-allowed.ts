import { defineRule } from '../rule.ts'

export const appPasswordsCannotBeCreatedUnlessAllowed = defineRule({
  id: 'APP-2',
  question: 'app-password',
  statement: 'Users cannot create app passwords unless the tenant allows it, which it does not by default.',
  citation: { source: 'entra-app-passwords', section: 'allow users to create app passwords' },
  basis: 'documented',
  because: ['appPasswordsSetting'],
  answer: ({ appPasswordsSetting }) => (appPasswordsSetting === 'blocked' ? 'none' : undefined),
  examples: [
    { name: 'the default', given: { appPasswordsSetting: 'blocked', perUserMfaState: 'enforced' }, expect: 'none' },
    {
      name: 'allowed',
      given: { appPasswordsSetting: 'allowed', perUserMfaState: 'enforced' },
      expect: 'does-not-apply',
    },
    {
      name: 'the default, which APP-3 would answer as well',
      given: { appPasswordsSetting: 'blocked' },
      expect: 'none',
    },
  ],
})
