import { defineRule } from '../rule.ts'

export const azurePowershellCannotPerformAProtectedAction = defineRule({
  id: 'POL-38',
  question: 'policy-block',
  statement:
    'A protected action asks for its policy when it is performed; Azure PowerShell cannot do that and fails, even if the session has passed MFA.',
  citation: { source: 'entra-protected-actions', section: 'What happens with protected actions and applications?' },
  basis: 'documented',
  owner: 'client',
  because: ['stepUp'],
  answer: ({ stepUp }) => (stepUp === 'impossible' ? 'cannot-satisfy' : undefined),
  examples: [
    {
      name: 'a protected action with Azure PowerShell',
      given: { stepUp: 'impossible' },
      expect: 'cannot-satisfy',
    },
    { name: 'the same in the Entra admin center', given: {}, expect: 'does-not-apply' },
    {
      name: 'a protected action with an old client, a demand that it cannot meet',
      given: { stepUp: 'impossible', policyDecision: 'device-not-compliant' },
      expect: 'cannot-satisfy',
    },
  ],
})
