import { defineRule } from '../rule.ts'

export const anEnforcedUserCanCreateOne = defineRule({
  id: 'APP-5',
  question: 'app-password',
  statement: 'An enforced, registered user can create an app password if the tenant allows it.',
  citation: { source: 'entra-app-passwords', section: 'create app passwords' },
  basis: 'documented',
  because: [],
  answer: () => 'creatable',
  examples: [
    { name: 'allowed and enforced', given: { perUserMfaState: 'enforced' }, expect: 'creatable' },
    {
      name: 'allowed, enforced and registered',
      given: { perUserMfaState: 'enforced', mfaRegistered: 'yes' },
      expect: 'creatable',
    },
  ],
})
