import { defineRule } from '../rule.ts'

export const whatIsNotForbiddenIsPossible = defineRule({
  id: 'SELF-6',
  question: 'self-service',
  statement:
    'Registering a method, and creating or deleting an app password where allowed, is done on the security information page.',
  citation: { source: 'entra-combined-registration' },
  basis: 'documented',
  because: [],
  answer: () => 'possible',
  examples: [
    { name: 'registering', given: { selfService: 'register-for-mfa' }, expect: 'possible' },
    {
      name: 'creating where allowed',
      given: { selfService: 'create-app-password', perUserMfaState: 'enforced' },
      expect: 'possible',
    },
  ],
})
