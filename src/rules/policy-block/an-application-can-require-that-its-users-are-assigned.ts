import { defineRule } from '../rule.ts'

export const anApplicationCanRequireThatItsUsersAreAssigned = defineRule({
  id: 'POL-41',
  question: 'policy-block',
  statement:
    'An application that requires assignment is open to the users that are assigned to it, by themselves or as direct members of a group.',
  citation: { source: 'entra-application-assignment' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'the user is not assigned to the application',
  because: ['applicationAssignment'],
  error: 'AADSTS50105',
  answer: ({ applicationAssignment }) => (applicationAssignment === 'not-assigned' ? 'blocked-by-setting' : undefined),
  examples: [
    {
      name: 'a joined computer with MFA by policy, which POL-46 would answer as well',
      given: {
        issuer: 'entra-id',
        applicationAssignment: 'not-assigned',
        shareTickets: 'joined-computer',
        policyDemandsMfa: 'yes',
      },
      expect: 'blocked-by-setting',
    },
    {
      name: 'a user who is not assigned',
      given: { applicationAssignment: 'not-assigned' },
      expect: 'blocked-by-setting',
    },
    {
      name: 'the same with an old client and security defaults, which POL-2 would answer as well',
      given: { applicationAssignment: 'not-assigned', securityDefaults: 'on', flowClass: 'legacy' },
      expect: 'blocked-by-setting',
    },
    { name: 'an application for everyone', given: { applicationAssignment: 'open' }, expect: 'does-not-apply' },
    {
      name: 'a disabled application',
      given: { applicationAssignment: 'switched-off' },
      expect: 'does-not-apply',
    },
  ],
})
