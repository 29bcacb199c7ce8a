import { defineRule } from '../rule.ts'

export const aProgramWhoseConnectionsTheVendorEndedIsRefused = defineRule({
  id: 'GATE-17',
  question: 'service-gate',
  statement:
    'A program that the vendor lets connect no longer, such as the older PowerShell module for MFA, is refused.',
  citation: { source: 'exo-powershell-mfa-module', section: 'Introduction' },
  basis: 'documented',
  owner: 'vendor',
  because: ['moduleSupport'],
  answer: ({ moduleSupport }) => (moduleSupport === 'stopped' ? 'closed' : undefined),
  examples: [
    { name: 'the module for MFA in 2023', given: { moduleSupport: 'stopped' }, expect: 'closed' },
    { name: 'the same in 2022', given: { moduleSupport: 'given' }, expect: 'does-not-apply' },
    {
      name: 'the same, over a protocol that ended later, which GATE-2 would answer as well',
      given: { moduleSupport: 'stopped', protocolAvailable: 'retired' },
      expect: 'closed',
    },
  ],
})
