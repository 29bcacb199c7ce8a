import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aModuleWithoutSupportMayHaveStopped = defineRule({
  id: 'ORD-22',
  question: 'client-order',
  statement:
    'Programs whose support has ended (two PowerShell modules, the Windows mail app) were documented to work until that date; the date on which they stop working is not documented.',
  citation: { source: 'entra-powershell-retirement', section: 'Timeline' },
  basis: 'documented',
  because: ['moduleSupport'],
  silentOn: 'whether the program still works after its support ended',
  answer: ({ moduleSupport }) => (moduleSupport === 'ended' ? undetermined : undefined),
  examples: [
    { name: 'MSOnline in 2026', given: { office: 'not-office', moduleSupport: 'ended' }, expect: 'undetermined' },
    { name: 'MSOnline in 2024', given: { office: 'not-office' }, expect: 'does-not-apply' },
    {
      name: 'MSOnline in 2026, which ORD-21 would answer as well',
      given: { moduleSupport: 'ended', modernStated: 'no' },
      expect: 'undetermined',
    },
  ],
})
