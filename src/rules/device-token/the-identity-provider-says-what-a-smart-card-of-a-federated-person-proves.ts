import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const theIdentityProviderSaysWhatASmartCardOfAFederatedPersonProves = defineRule({
  id: 'PRT-6',
  question: 'device-token',
  statement: 'The token of a federated user with a smart card has an MFA claim if the identity provider asserts it.',
  citation: { source: 'entra-primary-refresh-token', section: 'When does a PRT get an MFA claim?' },
  basis: 'documented',
  silentOn: 'whether the identity provider says MFA of a smart card',
  because: ['unlockMethod', 'domainAuthentication', 'stagedRollout'],
  answer: ({ unlockMethod, domainAuthentication, stagedRollout }) =>
    (unlockMethod === 'x509CertificateMultiFactor' || unlockMethod === 'x509CertificateSingleFactor') &&
    domainAuthentication === 'federated' &&
    stagedRollout === 'out'
      ? undetermined
      : undefined,
  examples: [
    {
      name: 'a smart card of a federated user',
      given: { unlockMethod: 'x509CertificateMultiFactor', domainAuthentication: 'federated' },
      expect: undetermined,
    },
    {
      name: 'a smart card of another',
      given: { unlockMethod: 'x509CertificateMultiFactor' },
      expect: 'does-not-apply',
    },
  ],
})
