import { defineRule } from '../rule.ts'

export const workloadsHaveNoSecondFactor = defineRule({
  id: 'MFA-3',
  question: 'second-factor',
  statement: 'Service principals, managed identities and senders without an account have no second factor.',
  citation: { source: 'entra-mandatory-mfa', section: 'accounts' },
  basis: 'documented',
  because: ['flowClass'],
  answer: ({ flowClass }) =>
    flowClass === 'application' || flowClass === 'unauthenticated' ? 'not-required' : undefined,
  examples: [
    {
      name: 'a certificate of an application',
      given: { flowClass: 'application', mandatoryMfa: 'yes' },
      expect: 'not-required',
    },
    {
      name: 'an application that sets up Windows Hello for Business, which MFA-27 would answer as well',
      given: { flowClass: 'application', selfService: 'set-up-hello' },
      expect: 'not-required',
    },
    { name: 'a user', given: { flowClass: 'interactive', mandatoryMfa: 'yes' }, expect: 'does-not-apply' },
    {
      name: 'a certificate of an application, with flow class unauthenticated',
      given: { flowClass: 'unauthenticated', mandatoryMfa: 'yes' },
      expect: 'not-required',
    },
  ],
})
