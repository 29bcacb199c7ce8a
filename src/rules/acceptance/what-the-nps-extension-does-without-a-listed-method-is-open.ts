import { defineRule } from '../rule.ts'

export const whatTheNpsExtensionDoesWithoutAListedMethodIsOpen = defineRule({
  id: 'ACC-31',
  question: 'acceptance',
  statement:
    'The NPS extension verifies calls, text messages, app notifications and codes; the page does not say whether a user who has other methods only passes.',
  citation: { source: 'entra-nps-extension', section: 'Determine which authentication methods your users can use' },
  basis: 'inferred',
  silentOn: 'what the NPS extension does with a user who has none of the methods it verifies',
  because: ['npsExtension', 'radiusFactor'],
  answer: ({ npsExtension, radiusFactor }) =>
    npsExtension === 'installed' && radiusFactor === 'not-listed' ? 'undetermined' : undefined,
  examples: [
    {
      name: 'a security key only, which ACC-1 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'legacy',
        npsExtension: 'installed',
        radiusFactor: 'not-listed',
        secondFactor: 'required',
      },
      expect: 'undetermined',
    },
    {
      name: 'a security key only',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        npsExtension: 'installed',
        radiusFactor: 'not-listed',
        secondFactor: 'required',
      },
      expect: 'undetermined',
    },
    {
      name: 'a security key only, without the extension',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        radiusFactor: 'not-listed',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a security key and Authenticator',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        npsExtension: 'installed',
        secondFactor: 'required',
      },
      expect: 'does-not-apply',
    },
  ],
})
