import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aModuleWithoutSupportMayHaveStopped = defineRule({
  id: 'ORD-22',
  question: 'client-order',
  statement:
    'A program whose support has ended (a PowerShell module of the directory, the Windows mail app) was documented to work until that date; unless the vendor ended its connections, it is not documented whether it still works.',
  citation: { source: 'entra-powershell-retirement', section: 'Timeline' },
  basis: 'documented',
  because: ['moduleSupport', 'moduleConnects'],
  silentOn: 'whether the program still works after its support ended',
  answer: ({ moduleSupport, moduleConnects }) =>
    moduleSupport === 'ended' && moduleConnects === 'yes' ? undetermined : undefined,
  examples: [
    {
      name: 'the Azure AD module in 2026',
      given: { office: 'not-office', moduleSupport: 'ended', moduleConnects: 'yes' },
      expect: 'undetermined',
    },
    { name: 'MSOnline in 2024', given: { office: 'not-office' }, expect: 'does-not-apply' },
    {
      name: 'MSOnline in 2026, which has stopped',
      given: { office: 'not-office', moduleSupport: 'ended', moduleConnects: 'msonline-stopped' },
      expect: 'does-not-apply',
    },
    {
      name: 'the Azure AD module in 2026, which ORD-21 would answer as well',
      given: { moduleSupport: 'ended', moduleConnects: 'yes', modernStated: 'no' },
      expect: 'undetermined',
    },
  ],
})
