import { defineRule } from '../rule.ts'

export const aRelayThatNoConnectorMatchesTakesNothing = defineRule({
  id: 'ACC-21',
  question: 'acceptance',
  statement:
    'A relay without an allowed address or a certificate does not match a connector, and mail is relayed only through a connector.',
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'no connector matches this relay',
  because: ['credential', 'sendingRoute', 'sendsFromAllowedAddress'],
  answer: ({ credential, sendingRoute, sendsFromAllowedAddress }) =>
    credential === 'none' &&
    (sendingRoute === 'relay-certificate' || (sendingRoute === 'relay' && sendsFromAllowedAddress === 'no'))
      ? 'refused-at-service'
      : undefined,
  examples: [
    {
      name: 'a relay from an unknown address',
      given: {
        credential: 'none',
        flow: 'none',
        flowClass: 'unauthenticated',
        issuer: 'relying-party',
        sendingRoute: 'relay',
      },
      expect: 'refused-at-service',
    },
    {
      name: 'a relay by certificate that shows none',
      given: {
        credential: 'none',
        flow: 'certificate',
        flowClass: 'unauthenticated',
        issuer: 'relying-party',
        sendingRoute: 'relay-certificate',
      },
      expect: 'refused-at-service',
    },
    {
      name: 'direct send',
      given: {
        credential: 'none',
        flow: 'none',
        flowClass: 'unauthenticated',
        issuer: 'relying-party',
        sendingRoute: 'direct',
      },
      expect: 'does-not-apply',
    },
  ],
})
