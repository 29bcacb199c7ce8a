import { defineRule } from '../rule.ts'

export const aServiceVouchesForItsOwnCertificatesAndAddresses = defineRule({
  id: 'ISS-1',
  question: 'issuer',
  statement:
    'If a client presents a certificate issued by the service, an allowed address, or nothing, no token issuer is involved.',
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'documented',
  because: ['flow', 'flowClass'],
  answer: ({ flow, flowClass }) =>
    flowClass !== 'application' && (flow === 'certificate' || flow === 'none' || flow === 'digest')
      ? 'relying-party'
      : undefined,
  examples: [
    { name: 'a relay connector', given: { flow: 'none', flowClass: 'unauthenticated' }, expect: 'relying-party' },
    { name: 'a password', given: { flow: 'basic' }, expect: 'does-not-apply' },
    {
      name: 'a relay connector, with flow class application',
      given: { flow: 'none', flowClass: 'application' },
      expect: 'does-not-apply',
    },
    {
      name: 'a relay connector, with flow certificate',
      given: { flow: 'certificate', flowClass: 'unauthenticated' },
      expect: 'relying-party',
    },
    {
      name: 'a relay connector, with flow digest',
      given: { flow: 'digest', flowClass: 'unauthenticated' },
      expect: 'relying-party',
    },
  ],
})
