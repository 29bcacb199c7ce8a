import { defineRule } from '../rule.ts'

export const aServiceChecksItsOwnCertificatesAndAddresses = defineRule({
  id: 'VER-2',
  question: 'verifier',
  statement: 'A certificate issued by the service, or an address it allows, is verified by the service itself.',
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'documented',
  because: ['issuer'],
  answer: ({ issuer }) => (issuer === 'relying-party' ? 'relying-party' : undefined),
  examples: [
    {
      name: 'a relay connector',
      given: { credential: 'source-address', issuer: 'relying-party' },
      expect: 'relying-party',
    },
    { name: 'a password', given: { issuer: 'entra-id' }, expect: 'does-not-apply' },
  ],
})
