import { defineRule } from '../rule.ts'

export const aRelayFromAnUnknownAddressIsRefused = defineRule({
  id: 'CRED-14',
  question: 'credential',
  statement: 'A device that relays through a connector is refused if no connector allows its address.',
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'no connector allows the sending address',
  because: ['flow', 'sendingRoute', 'sendsFromAllowedAddress'],
  answer: ({ flow, sendingRoute, sendsFromAllowedAddress }) =>
    flow === 'none' && sendingRoute === 'relay' && sendsFromAllowedAddress === 'no' ? 'no-relay' : undefined,
  examples: [
    {
      name: 'no connector for this address',
      given: { flow: 'none', flowClass: 'unauthenticated', issuer: 'relying-party', sendingRoute: 'relay' },
      expect: 'no-relay',
    },
    {
      name: 'a connector for this address',
      given: {
        flow: 'none',
        flowClass: 'unauthenticated',
        issuer: 'relying-party',
        sendingRoute: 'relay',
        sendsFromAllowedAddress: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'no connector for this address, with flow modern',
      given: { flow: 'modern', flowClass: 'unauthenticated', issuer: 'relying-party', sendingRoute: 'relay' },
      expect: 'does-not-apply',
    },
  ],
})
