import { defineRule } from '../rule.ts'

export const aCertificateThatNoConnectorNamesDoesNotRelay = defineRule({
  id: 'ACC-22',
  question: 'acceptance',
  statement: 'A mail server that presents a certificate can relay only if a connector names the certificate.',
  citation: { source: 'exo-multifunction-device', section: 'Option 3' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'no connector names the certificate',
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
    {
      name: 'no connector names a certificate, and the service itself issued this one',
      given: {
        credential: 'certificate',
        flow: 'certificate',
        issuer: 'relying-party',
        connectorNamesCertificate: 'no',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'no connector names a certificate, and another credential is tried',
      given: {
        credential: 'none',
        flow: 'certificate',
        flowClass: 'unauthenticated',
        issuer: 'relying-party',
        sendingRoute: 'relay-certificate',
        connectorNamesCertificate: 'no',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'no connector names it, which ACC-23 would answer as well',
      given: {
        credential: 'certificate',
        flow: 'certificate',
        flowClass: 'unauthenticated',
        issuer: 'entra-id',
        sendingRoute: 'relay-certificate',
        connectorNamesCertificate: 'no',
        accountKind: 'service-principal',
      },
      expect: 'refused-at-service',
    },
  ],
})
