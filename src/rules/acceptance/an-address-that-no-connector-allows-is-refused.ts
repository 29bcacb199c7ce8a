import { defineRule } from '../rule.ts'

export const anAddressThatNoConnectorAllowsIsRefused = defineRule({
  id: 'ACC-20',
  question: 'acceptance',
  statement: "The sender's address is a credential only if a connector allows it.",
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'no connector allows the sending address',
  because: ['credential', 'flowClass', 'sendsFromAllowedAddress'],
  answer: ({ credential, flowClass, sendsFromAllowedAddress }) =>
    credential === 'source-address' && flowClass === 'unauthenticated' && sendsFromAllowedAddress === 'no'
      ? 'refused-at-service'
      : undefined,
  examples: [
    {
      name: 'no connector for this address',
      given: { credential: 'source-address', flow: 'none', flowClass: 'unauthenticated', issuer: 'relying-party' },
      expect: 'refused-at-service',
    },
    {
      name: 'a connector for this address',
      given: {
        credential: 'source-address',
        flow: 'none',
        flowClass: 'unauthenticated',
        issuer: 'relying-party',
        sendsFromAllowedAddress: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a device that signs in with a password, from an address that no connector allows',
      given: { credential: 'source-address', flow: 'basic', flowClass: 'legacy', sendsFromAllowedAddress: 'no' },
      expect: 'does-not-apply',
    },
  ],
})
