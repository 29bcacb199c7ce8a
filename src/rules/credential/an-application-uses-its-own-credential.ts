import { defineRule } from '../rule.ts'

export const anApplicationUsesItsOwnCredential = defineRule({
  id: 'CRED-7',
  question: 'credential',
  statement: 'An application signs in as itself, with a certificate, a secret or a managed identity.',
  citation: { source: 'exo-powershell-app-only' },
  basis: 'documented',
  because: ['flowClass'],
  answer: ({ flowClass }) => (flowClass === 'application' ? 'app-only' : undefined),
  examples: [
    { name: 'unattended administration', given: { flow: 'modern', flowClass: 'application' }, expect: 'app-only' },
    { name: 'a user', given: { flow: 'modern', flowClass: 'interactive' }, expect: 'does-not-apply' },
    {
      name: 'unattended administration, which CRED-15 would answer as well',
      given: {
        flow: 'certificate',
        flowClass: 'application',
        sendingRoute: 'relay-certificate',
        connectorNamesCertificate: 'no',
      },
      expect: 'app-only',
    },
  ],
})
