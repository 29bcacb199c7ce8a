import { defineRule } from '../rule.ts'

export const aProgramWhoseConnectionsTheVendorEndedIsRefused = defineRule({
  id: 'GATE-17',
  question: 'service-gate',
  statement: 'The older PowerShell module of Exchange Online for MFA cannot connect since December 31, 2022.',
  citation: { source: 'exo-powershell-mfa-module', section: 'Introduction' },
  basis: 'documented',
  owner: 'vendor',
  because: ['moduleConnects'],
  answer: ({ moduleConnects }) => (moduleConnects === 'no' ? 'closed' : undefined),
  examples: [
    { name: 'the module for MFA in 2023', given: { moduleConnects: 'no' }, expect: 'closed' },
    { name: 'the same in 2022', given: { moduleConnects: 'yes' }, expect: 'does-not-apply' },
    {
      name: 'the same, for a service that is retired, which GATE-1 would answer as well',
      given: { moduleConnects: 'no', serviceAvailable: 'retired' },
      expect: 'closed',
    },
  ],
})
