import { defineRule } from '../rule.ts'

export const anAddressIsNoCredentialWhereAnAccountIsAsked = defineRule({
  id: 'ACC-14',
  question: 'acceptance',
  statement: 'If an account is required, a source address or no credential is not sufficient.',
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'documented',
  owner: 'service',
  because: ['credential', 'flowClass'],
  answer: ({ credential, flowClass }) =>
    (credential === 'source-address' || credential === 'none') && flowClass !== 'unauthenticated' ? 'unfit' : undefined,
  examples: [
    {
      name: 'authenticated submission',
      given: { credential: 'none', flow: 'basic', flowClass: 'legacy' },
      expect: 'unfit',
    },
    {
      name: 'direct send',
      given: {
        credential: 'none',
        flow: 'none',
        flowClass: 'unauthenticated',
        verifier: 'relying-party',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'authenticated submission, with credential source-address',
      given: { credential: 'source-address', flow: 'basic', flowClass: 'legacy' },
      expect: 'unfit',
    },
  ],
})
