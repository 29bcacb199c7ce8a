import { defineRule } from '../rule.ts'

export const aUserHasAtMostFortyAppPasswords = defineRule({
  id: 'SELF-3',
  question: 'self-service',
  statement: 'A user has at most 40 app passwords; the next one is refused until one is deleted.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'the user already has 40 app passwords',
  because: ['selfService', 'appPasswordCount'],
  answer: ({ selfService, appPasswordCount }) =>
    selfService === 'create-app-password' && appPasswordCount === 'full' ? 'refused' : undefined,
  examples: [
    {
      name: 'the forty-first',
      given: { selfService: 'create-app-password', perUserMfaState: 'enforced', appPasswordCount: 'full' },
      expect: 'refused',
    },
    {
      name: 'the second',
      given: { selfService: 'create-app-password', perUserMfaState: 'enforced', appPasswordCount: 'some' },
      expect: 'does-not-apply',
    },
    {
      name: 'the forty-first, with self service no',
      given: { selfService: 'no', perUserMfaState: 'enforced', appPasswordCount: 'full' },
      expect: 'does-not-apply',
    },
  ],
})
