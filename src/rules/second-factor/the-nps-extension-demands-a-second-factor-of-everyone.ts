import { defineRule } from '../rule.ts'

export const theNpsExtensionDemandsASecondFactorOfEveryone = defineRule({
  id: 'MFA-25',
  question: 'second-factor',
  statement:
    'If the Network Policy Server has the NPS extension, every authentication of its RADIUS clients must pass MFA, whatever the per-user state of the user.',
  citation: { source: 'entra-nps-extension', section: 'Control RADIUS clients that require MFA' },
  basis: 'documented',
  because: ['issuer', 'npsExtension'],
  answer: ({ issuer, npsExtension }) =>
    issuer === 'active-directory' && npsExtension === 'installed' ? 'required' : undefined,
  examples: [
    {
      name: 'a VPN, MFA disabled per user',
      given: { issuer: 'active-directory', npsExtension: 'installed', perUserMfaState: 'disabled' },
      expect: 'required',
    },
    {
      name: 'a VPN whose Network Policy Server lacks the extension',
      given: { issuer: 'active-directory', npsExtension: 'not-used' },
      expect: 'does-not-apply',
    },
    {
      name: 'a service that asks Microsoft Entra ID, in a network with the extension',
      given: { issuer: 'entra-id', npsExtension: 'installed' },
      expect: 'does-not-apply',
    },
    {
      name: 'REQUIRE_USER_MATCH is FALSE, which MFA-24 answers for those who are not enrolled',
      given: { issuer: 'active-directory', npsExtension: 'installed', requireUserMatch: 'no' },
      expect: 'required',
    },
  ],
})
