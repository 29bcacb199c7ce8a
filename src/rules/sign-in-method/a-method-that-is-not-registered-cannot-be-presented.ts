import { defineRule } from '../rule.ts'

export const aMethodThatIsNotRegisteredCannotBePresented = defineRule({
  id: 'MTH-1',
  question: 'sign-in-method',
  statement: 'Apart from the password, only methods that the user has registered can be presented.',
  citation: { source: 'entra-authentication-strengths', section: 'Built-in authentication strengths' },
  basis: 'documented',
  owner: 'person',
  because: ['methodRegistered'],
  answer: ({ methodRegistered }) => (methodRegistered === 'no' ? 'not-registered' : undefined),
  examples: [
    {
      name: 'a passkey that nobody registered, and that is switched off',
      given: { methodRegistered: 'no', methodAllowed: 'no' },
      expect: 'not-registered',
    },
    { name: 'a passkey that nobody registered', given: { methodRegistered: 'no' }, expect: 'not-registered' },
    { name: 'a registered passkey', given: {}, expect: 'does-not-apply' },
  ],
})
