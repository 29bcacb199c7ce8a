import { defineRule } from '../rule.ts'

export const anApplicationThatIsSwitchedOffTakesNoSignIn = defineRule({
  id: 'POL-40',
  question: 'policy-block',
  statement: 'Where sign-in to an application is disabled for users, no token is issued for it.',
  citation: { source: 'entra-disable-application' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'sign-in to the application is disabled',
  because: ['applicationAssignment'],
  error: 'AADSTS7000112',
  answer: ({ applicationAssignment }) => (applicationAssignment === 'switched-off' ? 'blocked-by-setting' : undefined),
  examples: [
    {
      name: 'a disabled application',
      given: { applicationAssignment: 'switched-off' },
      expect: 'blocked-by-setting',
    },
    { name: 'an application for everyone', given: { applicationAssignment: 'open' }, expect: 'does-not-apply' },
  ],
})
