import { defineRule } from '../rule.ts'

export const aCertificateThatNoConnectorNamesDoesNotRelay = defineRule({
  id: 'ACC-22',
  question: 'acceptance',
  statement: 'A mail server that shows a certificate relays only where a connector names the certificate.',
  citation: { source: 'exo-multifunction-device', section: 'Option 3' },
  basis: 'documented',
  owner: 'service',
  because: ['credential', 'sendingRoute', 'connectorNamesCertificate'],
  answer: ({ credential, sendingRoute, connectorNamesCertificate }) =>
    credential === 'certificate' && sendingRoute === 'relay-certificate' && connectorNamesCertificate === 'no'
      ? 'refused-at-service'
      : undefined,
  examples: [
    {
      name: 'no connector names it',
      given: {
        credential: 'certificate',
        flow: 'certificate',
        flowClass: 'unauthenticated',
        issuer: 'relying-party',
        sendingRoute: 'relay-certificate',
        connectorNamesCertificate: 'no',
      },
      expect: 'refused-at-service',
    },
    {
      name: 'a connector names it',
      given: {
        credential: 'certificate',
        flow: 'certificate',
        flowClass: 'unauthenticated',
        issuer: 'relying-party',
        sendingRoute: 'relay-certificate',
        connectorNamesCertificate: 'yes',
      },
      expect: 'does-not-apply',
    },
  ],
})
