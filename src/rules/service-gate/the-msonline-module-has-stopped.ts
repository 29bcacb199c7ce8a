import { defineRule } from '../rule.ts'

export const theMsonlineModuleHasStopped = defineRule({
  id: 'GATE-22',
  question: 'service-gate',
  statement:
    'The MSOnline PowerShell module stopped working between early April and late May 2025, and is refused since.',
  citation: { source: 'entra-whats-new', section: 'January 2025: action required, MSOnline PowerShell retirement' },
  basis: 'documented',
  owner: 'vendor',
  because: ['moduleConnects'],
  answer: ({ moduleConnects }) => (moduleConnects === 'msonline-stopped' ? 'closed' : undefined),
  examples: [
    { name: 'the module in 2026', given: { moduleConnects: 'msonline-stopped' }, expect: 'closed' },
    { name: 'the same in 2024', given: { moduleConnects: 'yes' }, expect: 'does-not-apply' },
    { name: 'the module of Exchange Online for MFA', given: { moduleConnects: 'no' }, expect: 'does-not-apply' },
    {
      name: 'the same, for a service that is retired, which GATE-1 would answer as well',
      given: { moduleConnects: 'msonline-stopped', serviceAvailable: 'retired' },
      expect: 'closed',
    },
  ],
})
