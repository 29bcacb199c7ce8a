import { defineRule } from '../rule.ts'

export const radiusConnectionsWithChapv2OrEapCarryNoCode = defineRule({
  id: 'ACC-30',
  question: 'acceptance',
  statement:
    'A RADIUS connection with CHAPV2 or EAP carries phone calls and app notifications only: a user whom the NPS extension asks for a code or a text message cannot pass.',
  citation: { source: 'entra-nps-extension', section: 'Determine which authentication methods your users can use' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the RADIUS connection carries no code',
  because: ['npsExtension', 'radiusFactor'],
  answer: ({ npsExtension, radiusFactor }) =>
    npsExtension === 'installed' && radiusFactor === 'not-carried' ? 'refused-after-password' : undefined,
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
      expect: 'refused-after-password',
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
