import { defineRule } from '../rule.ts'

export const whatNothingForbidsCanBePresented = defineRule({
  id: 'MTH-8',
  question: 'sign-in-method',
  statement:
    'A combination that is registered, allowed, served, possible here and enough for what is demanded can be presented.',
  citation: { source: 'entra-authentication-methods', section: 'Available authentication methods' },
  basis: 'inferred',
  because: [],
  answer: () => 'admissible',
  examples: [
    { name: 'a passkey', given: {}, expect: 'admissible' },
    { name: 'password and Authenticator', given: { methodEnough: 'yes' }, expect: 'admissible' },
  ],
})
