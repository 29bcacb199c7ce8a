import { defineRule } from '../rule.ts'

export const aRetiredProtocolIsNotAnswered = defineRule({
  id: 'GATE-2',
  question: 'service-gate',
  statement:
    'A protocol that Exchange Online has retired, such as remote PowerShell in October 2023, does not accept any credential.',
  citation: { source: 'exo-powershell-connect-cmdlet' },
  basis: 'documented',
  owner: 'vendor',
  because: ['protocolAvailable'],
  answer: ({ protocolAvailable }) => (protocolAvailable === 'retired' ? 'closed' : undefined),
  examples: [
    {
      name: 'a remote PowerShell session afterwards',
      given: { protocolKind: 'remote-powershell', protocolAvailable: 'retired' },
      expect: 'closed',
    },
    { name: 'before', given: { protocolKind: 'remote-powershell' }, expect: 'does-not-apply' },
    {
      name: 'a remote PowerShell session afterwards, which GATE-3 would answer as well',
      given: { protocolKind: 'smtp-auth', protocolAvailable: 'retired', securityDefaults: 'on' },
      expect: 'closed',
    },
  ],
})
