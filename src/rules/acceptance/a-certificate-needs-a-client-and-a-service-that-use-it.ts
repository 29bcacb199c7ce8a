import { defineRule } from '../rule.ts'

export const aCertificateNeedsAClientAndAServiceThatUseIt = defineRule({
  id: 'ACC-12',
  question: 'acceptance',
  statement: 'A certificate is accepted only if the client and the service both use certificate authentication.',
  citation: { source: 'skype-sign-in-certificate' },
  basis: 'inferred',
  owner: 'client',
  because: ['credential', 'flow'],
  answer: ({ credential, flow }) => (credential === 'certificate' && flow !== 'certificate' ? 'unfit' : undefined),
  examples: [
    {
      name: 'an old mail client',
      given: { credential: 'certificate', flow: 'basic', flowClass: 'legacy' },
      expect: 'unfit',
    },
    {
      name: 'a later Skype sign-in',
      given: {
        credential: 'certificate',
        flow: 'certificate',
        flowClass: 'on-premises',
        verifier: 'relying-party',
      },
      expect: 'does-not-apply',
    },
  ],
})
