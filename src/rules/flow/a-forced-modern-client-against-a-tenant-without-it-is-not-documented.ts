import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aForcedModernClientAgainstATenantWithoutItIsNotDocumented = defineRule({
  id: 'FLOW-3',
  question: 'flow',
  statement:
    'The published table says that Outlook is forced to use modern authentication, but not whether it connects if the tenant has it turned off.',
  citation: { source: 'office-modern-auth', section: 'exchange online' },
  basis: 'documented',
  because: ['flowMatch'],
  silentOn: 'the outcome of AlwaysUseMSOAuthForAutoDiscover where the tenant has modern authentication off',
  answer: ({ flowMatch }) => (flowMatch === 'forced-modern-refused' ? undetermined : undefined),
  examples: [
    { name: 'forced, and the tenant is off', given: { flowMatch: 'forced-modern-refused' }, expect: 'undetermined' },
    { name: 'the tenant is on', given: { flowMatch: 'first-choice' }, expect: 'does-not-apply' },
  ],
})
