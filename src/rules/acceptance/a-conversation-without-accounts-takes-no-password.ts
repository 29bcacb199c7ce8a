import { defineRule } from '../rule.ts'

export const aConversationWithoutAccountsTakesNoPassword = defineRule({
  id: 'ACC-15',
  question: 'acceptance',
  statement:
    'If the service requires no account, a certificate, or an application credential, it does not accept an account password.',
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'inferred',
  owner: 'service',
  because: ['credential', 'flow', 'flowClass'],
  answer: ({ credential, flow, flowClass }) =>
    (credential === 'account-password' || credential === 'app-password') &&
    (flowClass === 'unauthenticated' || flowClass === 'application' || flow === 'certificate')
      ? 'unfit'
      : undefined,
  examples: [
    {
      name: 'direct send',
      given: {
        credential: 'account-password',
        flow: 'none',
        flowClass: 'unauthenticated',
        verifier: 'relying-party',
      },
      expect: 'unfit',
    },
    {
      name: 'authenticated submission',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'direct send, with credential interactive',
      given: { credential: 'interactive', flow: 'none', flowClass: 'unauthenticated', verifier: 'relying-party' },
      expect: 'does-not-apply',
    },
    {
      name: 'authenticated submission, with credential app-password and flow certificate',
      given: { credential: 'app-password', flow: 'certificate', flowClass: 'legacy' },
      expect: 'unfit',
    },
    {
      name: 'direct send, with flow class application',
      given: { credential: 'account-password', flow: 'none', flowClass: 'application', verifier: 'relying-party' },
      expect: 'unfit',
    },
    {
      name: 'authenticated submission, which ACC-4 would answer as well',
      given: { credential: 'app-password', flow: 'certificate', flowClass: 'legacy', administrative: 'yes' },
      expect: 'unfit',
    },
  ],
})
