import { defineRule } from '../rule.ts'

export const aTicketNeedsADomainControllerInReach = defineRule({
  id: 'TGT-3',
  question: 'device-ticket',
  statement: 'An Active Directory ticket requires a domain controller that the device can reach.',
  citation: { source: 'entra-sso-on-premises', section: 'Prerequisites' },
  basis: 'documented',
  because: ['domainController'],
  answer: ({ domainController }) => (domainController === 'out-of-reach' ? 'none' : undefined),
  examples: [
    { name: 'a Mac at home', given: { domainController: 'out-of-reach', deviceSystem: 'macOS' }, expect: 'none' },
    { name: 'at home', given: { domainController: 'out-of-reach' }, expect: 'none' },
    { name: 'in the office', given: {}, expect: 'does-not-apply' },
  ],
})
