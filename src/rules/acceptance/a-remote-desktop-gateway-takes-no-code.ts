import { defineRule } from '../rule.ts'

export const aRemoteDesktopGatewayTakesNoCode = defineRule({
  id: 'ACC-32',
  question: 'acceptance',
  statement:
    'A Remote Desktop Gateway has no field for a code: only users with a phone call, or with an approval in Authenticator that no code replaces, pass the NPS extension.',
  citation: { source: 'entra-nps-extension-rd-gateway', section: 'Configure accounts for two-step verification' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the Remote Desktop Gateway takes no code',
  because: ['npsExtension', 'radiusFactor'],
  answer: ({ npsExtension, radiusFactor }) =>
    npsExtension === 'installed' && radiusFactor === 'no-code-field' ? 'refused-after-password' : undefined,
  examples: [
    {
      name: 'a text message',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        npsExtension: 'installed',
        radiusFactor: 'no-code-field',
        secondFactor: 'required',
      },
      expect: 'refused-after-password',
    },
    {
      name: 'a phone call',
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
      name: 'a text message, without the extension',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        radiusFactor: 'no-code-field',
      },
      expect: 'does-not-apply',
    },
  ],
})
