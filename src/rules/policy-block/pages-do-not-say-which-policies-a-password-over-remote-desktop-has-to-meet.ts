import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const pagesDoNotSayWhichPoliciesAPasswordOverRemoteDesktopHasToMeet = defineRule({
  id: 'POL-46',
  question: 'policy-block',
  statement:
    'Which policies a password over Remote Desktop to a joined computer has to meet is documented for Azure virtual machines only, whose sign-in is an application of its own.',
  citation: { source: 'azure-vm-sign-in', section: 'Enforce Conditional Access policies' },
  basis: 'inferred',
  silentOn:
    'whether a password over Remote Desktop to a joined computer has to meet what policies and security defaults require',
  because: ['shareTickets', 'policyDecision', 'policyDemandsMfa', 'securityDefaults'],
  answer: ({ shareTickets, policyDecision, policyDemandsMfa, securityDefaults }) =>
    shareTickets === 'joined-computer' &&
    (policyDecision !== 'allow' || policyDemandsMfa !== 'no' || securityDefaults === 'on')
      ? undetermined
      : undefined,
  examples: [
    {
      name: 'MFA by policy',
      given: { issuer: 'entra-id', flowClass: 'legacy', shareTickets: 'joined-computer', policyDemandsMfa: 'yes' },
      expect: 'undetermined',
    },
    {
      name: 'a block, which POL-3 would answer as well',
      given: { issuer: 'entra-id', flowClass: 'legacy', shareTickets: 'joined-computer', policyDecision: 'block' },
      expect: 'undetermined',
    },
    {
      name: 'security defaults, which POL-2 would answer as well',
      given: { issuer: 'entra-id', flowClass: 'legacy', shareTickets: 'joined-computer', securityDefaults: 'on' },
      expect: 'undetermined',
    },
    {
      name: 'no policy applies',
      given: { issuer: 'entra-id', flowClass: 'legacy', shareTickets: 'joined-computer' },
      expect: 'does-not-apply',
    },
    {
      name: 'a block of a mail client',
      given: { issuer: 'entra-id', flowClass: 'legacy', policyDecision: 'block' },
      expect: 'does-not-apply',
    },
  ],
})
