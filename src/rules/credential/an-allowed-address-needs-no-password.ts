import { defineRule } from '../rule.ts'

export const anAllowedAddressNeedsNoPassword = defineRule({
  id: 'CRED-8',
  question: 'credential',
  statement:
    "A device that sends through a relay connector is identified by its address or by its server's certificate.",
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'documented',
  because: ['flow', 'sendsFromAllowedAddress'],
  answer: ({ flow, sendsFromAllowedAddress }) =>
    flow === 'none' && sendsFromAllowedAddress === 'yes' ? 'source-address' : undefined,
  examples: [
    {
      name: 'a relay connector',
      given: { flow: 'none', flowClass: 'unauthenticated', issuer: 'relying-party', sendsFromAllowedAddress: 'yes' },
      expect: 'source-address',
    },
    {
      name: 'direct send',
      given: { flow: 'none', flowClass: 'unauthenticated', issuer: 'relying-party' },
      expect: 'does-not-apply',
    },
    {
      name: 'a relay connector, with flow modern',
      given: { flow: 'modern', flowClass: 'unauthenticated', issuer: 'relying-party', sendsFromAllowedAddress: 'yes' },
      expect: 'does-not-apply',
    },
  ],
})
