import { defineRule } from '../rule.ts'

export const aClosedServiceLeavesTheClientOutside = defineRule({
  id: 'FLOW-4',
  question: 'flow',
  statement: 'The service has disabled every authentication method it shares with the client.',
  citation: { source: 'exo-disable-basic' },
  basis: 'inferred',
  owner: 'service',
  because: ['flowMatch'],
  answer: ({ flowMatch }) => (flowMatch === 'closed-by-service' ? 'closed' : undefined),
  examples: [
    { name: 'only a retired authentication is shared', given: { flowMatch: 'closed-by-service' }, expect: 'closed' },
    { name: 'another one is left', given: { flowMatch: 'fallback' }, expect: 'does-not-apply' },
  ],
})
