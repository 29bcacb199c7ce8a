import { defineRule } from '../rule.ts'

export const aTenantCanSwitchTheMsonlineModuleOff = defineRule({
  id: 'GATE-21',
  question: 'service-gate',
  statement:
    'Where the authorization policy switches the MSOnline PowerShell module off, its users are refused; Microsoft Entra Connect and Microsoft Graph are not affected.',
  citation: { source: 'graph-authorization-policy', section: 'Properties' },
  basis: 'documented',
  owner: 'service',
  because: ['moduleConnects'],
  answer: ({ moduleConnects }) => (moduleConnects === 'switched-off' ? 'closed' : undefined),
  examples: [
    { name: 'the module, switched off', given: { moduleConnects: 'switched-off' }, expect: 'closed' },
    { name: 'the module otherwise', given: { moduleConnects: 'yes' }, expect: 'does-not-apply' },
    {
      name: 'the module, switched off, which the vendor has ended',
      given: { moduleConnects: 'msonline-stopped' },
      expect: 'does-not-apply',
    },
    {
      name: 'the same, for a service that is retired, which GATE-1 would answer as well',
      given: { moduleConnects: 'switched-off', serviceAvailable: 'retired' },
      expect: 'closed',
    },
  ],
})
