import { defineRule } from '../rule.ts'

export const aNetworkPolicyServerKnowsAccountsOfItsDirectoryOnly = defineRule({
  id: 'ACC-28',
  question: 'acceptance',
  statement:
    'A Network Policy Server has Active Directory verify the password, which does not know accounts of the cloud alone.',
  citation: { source: 'entra-nps-extension', section: 'How the NPS extension works' },
  basis: 'inferred',
  owner: 'service',
  inFewWords: 'Active Directory does not have the account',
  because: ['radiusFactor'],
  answer: ({ radiusFactor }) => (radiusFactor === 'not-in-directory' ? 'refused' : undefined),
  examples: [
    {
      name: 'a cloud-only user at the VPN',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        verifier: 'active-directory',
        radiusFactor: 'not-in-directory',
      },
      expect: 'refused',
    },
    {
      name: 'a synchronized user at the VPN',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        verifier: 'active-directory',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a cloud-only user with a mistyped password',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        verifier: 'active-directory',
        firstFactor: 'wrong',
        radiusFactor: 'not-in-directory',
      },
      expect: 'refused',
    },
  ],
})
