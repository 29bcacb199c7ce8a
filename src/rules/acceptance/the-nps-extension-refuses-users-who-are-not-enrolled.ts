import { defineRule } from '../rule.ts'

export const theNpsExtensionRefusesUsersWhoAreNotEnrolled = defineRule({
  id: 'ACC-29',
  question: 'acceptance',
  statement: 'The NPS extension refuses a user who is not enrolled for MFA, unless REQUIRE_USER_MATCH is FALSE.',
  citation: { source: 'entra-nps-extension', section: "Prepare for users that aren't enrolled for MFA" },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'no method is registered for MFA',
  because: ['npsExtension', 'radiusFactor', 'requireUserMatch'],
  answer: ({ npsExtension, radiusFactor, requireUserMatch }) =>
    npsExtension === 'installed' && radiusFactor === 'not-enrolled' && requireUserMatch === 'yes'
      ? 'refused-after-password'
      : undefined,
  examples: [
    {
      name: 'a new employee at the VPN',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        npsExtension: 'installed',
        radiusFactor: 'not-enrolled',
        secondFactor: 'required',
      },
      expect: 'refused-after-password',
    },
    {
      name: 'the same, REQUIRE_USER_MATCH is FALSE',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        npsExtension: 'installed',
        radiusFactor: 'not-enrolled',
        requireUserMatch: 'no',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a Network Policy Server without the extension',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        radiusFactor: 'not-enrolled',
      },
      expect: 'does-not-apply',
    },
  ],
})
