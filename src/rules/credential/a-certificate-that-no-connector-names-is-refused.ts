import { defineRule } from '../rule.ts'

export const aCertificateThatNoConnectorNamesIsRefused = defineRule({
  id: 'CRED-15',
  question: 'credential',
  statement: 'A mail server that relays by certificate is refused if no connector names the certificate.',
  citation: { source: 'exo-multifunction-device', section: 'Option 3' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'no connector names the certificate',
  because: ['flow', 'sendingRoute', 'connectorNamesCertificate'],
  answer: ({ flow, sendingRoute, connectorNamesCertificate }) =>
    flow === 'certificate' && sendingRoute === 'relay-certificate' && connectorNamesCertificate === 'no'
      ? 'no-relay'
      : undefined,
  examples: [
    {
      name: 'no connector by certificate',
      given: {
        flow: 'certificate',
        flowClass: 'on-premises',
        issuer: 'relying-party',
        sendingRoute: 'relay-certificate',
        connectorNamesCertificate: 'no',
      },
      expect: 'no-relay',
    },
    {
      name: 'a connector that names it',
      given: {
        flow: 'certificate',
        flowClass: 'on-premises',
        issuer: 'relying-party',
        sendingRoute: 'relay-certificate',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'no connector by certificate, with flow modern',
      given: {
        flow: 'modern',
        flowClass: 'on-premises',
        issuer: 'relying-party',
        sendingRoute: 'relay-certificate',
        connectorNamesCertificate: 'no',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'no connector by certificate, with sending route none',
      given: {
        flow: 'certificate',
        flowClass: 'on-premises',
        issuer: 'relying-party',
        sendingRoute: 'none',
        connectorNamesCertificate: 'no',
      },
      expect: 'does-not-apply',
    },
  ],
})
