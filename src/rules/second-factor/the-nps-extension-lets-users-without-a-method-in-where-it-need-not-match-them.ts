import { defineRule } from '../rule.ts'

export const theNpsExtensionLetsUsersWithoutAMethodInWhereItNeedNotMatchThem = defineRule({
  id: 'MFA-24',
  question: 'second-factor',
  statement:
    'If REQUIRE_USER_MATCH is FALSE, a user who is not enrolled for MFA passes the NPS extension without a second factor.',
  citation: { source: 'entra-nps-extension', section: "Prepare for users that aren't enrolled for MFA" },
  basis: 'documented',
  because: ['issuer', 'npsExtension', 'radiusFactor', 'requireUserMatch'],
  answer: ({ issuer, npsExtension, radiusFactor, requireUserMatch }) =>
    issuer === 'active-directory' &&
    npsExtension === 'installed' &&
    radiusFactor === 'not-enrolled' &&
    requireUserMatch === 'no'
      ? 'not-required'
      : undefined,
  examples: [
    {
      name: 'a new employee, REQUIRE_USER_MATCH is FALSE',
      given: {
        issuer: 'active-directory',
        npsExtension: 'installed',
        radiusFactor: 'not-enrolled',
        requireUserMatch: 'no',
      },
      expect: 'not-required',
    },
    {
      name: 'the same, REQUIRE_USER_MATCH is not set',
      given: { issuer: 'active-directory', npsExtension: 'installed', radiusFactor: 'not-enrolled' },
      expect: 'does-not-apply',
    },
    {
      name: 'the Network Policy Server lacks the extension',
      given: {
        issuer: 'active-directory',
        npsExtension: 'not-used',
        radiusFactor: 'not-enrolled',
        requireUserMatch: 'no',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a service that asks Microsoft Entra ID',
      given: {
        issuer: 'entra-id',
        npsExtension: 'installed',
        radiusFactor: 'not-enrolled',
        requireUserMatch: 'no',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'an enrolled user, REQUIRE_USER_MATCH is FALSE',
      given: { issuer: 'active-directory', npsExtension: 'installed', requireUserMatch: 'no' },
      expect: 'does-not-apply',
    },
  ],
})
