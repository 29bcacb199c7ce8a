import { defineRule } from '../rule.ts'

export const whetherChapv2AndEapCarryACodeIsOpen = defineRule({
  id: 'ACC-30',
  question: 'acceptance',
  statement:
    'For CHAPV2 and EAP the page lists phone calls and app notifications only, but notes that a code or a text message might succeed with any protocol.',
  citation: { source: 'entra-nps-extension', section: 'Determine which authentication methods your users can use' },
  basis: 'documented',
  silentOn: 'whether a code or a text message passes over CHAPV2 or EAP',
  because: ['npsExtension', 'radiusFactor'],
  answer: ({ npsExtension, radiusFactor }) =>
    npsExtension === 'installed' && radiusFactor === 'not-carried' ? 'undetermined' : undefined,
  examples: [
    {
      name: 'a text message over CHAPV2',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        npsExtension: 'installed',
        radiusFactor: 'not-carried',
        secondFactor: 'required',
      },
      expect: 'undetermined',
    },
    {
      name: 'an approval over CHAPV2',
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
    {
      name: 'a Network Policy Server without the extension',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        radiusFactor: 'not-carried',
      },
      expect: 'does-not-apply',
    },
  ],
})
