import { defineRule } from '../rule.ts'

export const creatingAppPasswordsHasToBeAllowed = defineRule({
  id: 'SELF-1',
  question: 'self-service',
  statement:
    'By default users cannot create app passwords; a tenant setting, changed by at least an Authentication Policy Administrator, allows it.',
  citation: { source: 'entra-app-passwords', section: 'allow users to create app passwords' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the tenant does not allow creating app passwords',
  because: ['selfService', 'appPasswordsSetting'],
  answer: ({ selfService, appPasswordsSetting }) =>
    selfService === 'create-app-password' && appPasswordsSetting === 'blocked' ? 'refused' : undefined,
  examples: [
    {
      name: 'the default',
      given: { selfService: 'create-app-password', appPasswordsSetting: 'blocked', perUserMfaState: 'enforced' },
      expect: 'refused',
    },
    {
      name: 'allowed',
      given: { selfService: 'create-app-password', perUserMfaState: 'enforced' },
      expect: 'does-not-apply',
    },
    {
      name: 'the default, which SELF-2 would answer as well',
      given: { selfService: 'create-app-password', appPasswordsSetting: 'blocked' },
      expect: 'refused',
    },
  ],
})
