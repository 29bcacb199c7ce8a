import { defineRule } from '../rule.ts'

export const entraIdPerformsWhatTheNpsExtensionDemands = defineRule({
  id: 'SFB-11',
  question: 'second-factor-by',
  statement:
    'Microsoft Entra multifactor authentication performs the second factor that the NPS extension requests, also for users of a federated domain.',
  citation: { source: 'entra-nps-extension', section: 'How the NPS extension works' },
  basis: 'documented',
  because: ['issuer', 'npsExtension'],
  answer: ({ issuer, npsExtension }) =>
    issuer === 'active-directory' && npsExtension === 'installed' ? 'entra-id' : undefined,
  examples: [
    {
      name: 'a VPN of a federated domain whose identity provider performs MFA',
      given: { npsExtension: 'installed', issuer: 'active-directory', homeRealm: 'not-asked', idpPerformsMfa: 'yes' },
      expect: 'entra-id',
    },
    {
      name: 'a cloud service',
      given: { issuer: 'entra-id', homeRealm: 'federated', idpPerformsMfa: 'yes' },
      expect: 'does-not-apply',
    },
  ],
})
