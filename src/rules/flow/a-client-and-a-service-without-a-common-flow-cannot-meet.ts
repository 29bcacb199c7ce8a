import { defineRule } from '../rule.ts'

export const aClientAndAServiceWithoutACommonFlowCannotMeet = defineRule({
  id: 'FLOW-5',
  question: 'flow',
  statement: 'The client has no authentication method that the service offers, so no credential works.',
  citation: { source: 'office-modern-auth' },
  basis: 'inferred',
  owner: 'client',
  because: [],
  answer: () => 'none',
  examples: [
    { name: 'nothing in common', given: { flowMatch: 'no-common-flow' }, expect: 'none' },
    { name: 'a service that offers nothing this client has', given: { flowMatch: 'no-common-flow' }, expect: 'none' },
  ],
})
