import { defineRule } from '../rule.ts'

export const whatNothingForbidsCanBePresented = defineRule({
  id: 'MTH-8',
  question: 'sign-in-method',
  statement:
    'A combination can be presented if it is registered, allowed, supported, possible here and sufficient for the requirements.',
  citation: { source: 'entra-authentication-methods', section: 'Available authentication methods' },
  basis: 'inferred',
  because: [],
  answer: () => 'admissible',
  examples: [
    { name: 'a passkey', given: {}, expect: 'admissible' },
    { name: 'password and Authenticator', given: { methodEnough: 'yes' }, expect: 'admissible' },
  ],
})
