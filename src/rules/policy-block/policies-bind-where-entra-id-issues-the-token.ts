import { defineRule } from '../rule.ts'

export const policiesBindWhereEntraIdIssuesTheToken = defineRule({
  id: 'POL-1',
  question: 'policy-block',
  statement:
    'Conditional Access and security defaults apply when Microsoft Entra ID issues a token; they do not affect other sign-ins.',
  citation: { source: 'ca-policies' },
  basis: 'documented',
  because: ['issuer'],
  answer: ({ issuer }) => (issuer !== 'entra-id' ? 'passes' : undefined),
  examples: [
    {
      name: 'a guest with a mailed code at a server on-premises, where codes are off',
      given: { accountHome: 'one-time-passcode', guestPasscode: 'off', issuer: 'active-directory' },
      expect: 'passes',
    },
    {
      name: 'a sign-in to Active Directory',
      given: { issuer: 'active-directory', policyDecision: 'block' },
      expect: 'passes',
    },
    { name: 'a cloud service', given: { issuer: 'entra-id', policyDecision: 'block' }, expect: 'does-not-apply' },
    {
      name: 'a sign-in to AD FS of a user whose home tenant lets nobody go out, which POL-35 would answer as well',
      given: { issuer: 'federated-idp', crossTenant: 'outbound-closed' },
      expect: 'passes',
    },
    {
      name: 'a sign-in to AD FS of a guest at risk at home, which POL-44 would answer as well',
      given: { issuer: 'federated-idp', crossTenant: 'guest-at-risk' },
      expect: 'passes',
    },
    {
      name: 'a sign-in to Active Directory, which POL-2 would answer as well',
      given: { issuer: 'active-directory', policyDecision: 'block', securityDefaults: 'on', flowClass: 'legacy' },
      expect: 'passes',
    },
  ],
})
