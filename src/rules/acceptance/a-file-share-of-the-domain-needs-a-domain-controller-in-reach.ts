import { defineRule } from '../rule.ts'

export const aFileShareOfTheDomainNeedsADomainControllerInReach = defineRule({
  id: 'ACC-34',
  question: 'acceptance',
  statement:
    'A storage account of the domain takes Kerberos tickets only, so that a device needs a domain controller in reach, over a VPN if it is outside.',
  citation: { source: 'azure-files-mount', section: 'Mounting prerequisites' },
  basis: 'documented',
  owner: 'device',
  inFewWords: 'no domain controller in reach',
  because: ['shareTickets'],
  answer: ({ shareTickets }) => (shareTickets === 'no-controller' ? 'refused' : undefined),
  examples: [
    {
      name: 'away from the domain',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'no-controller',
      },
      expect: 'refused',
    },
    {
      name: 'inside',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'active-directory',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'away from the domain, an account that it does not have, which ACC-35 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'no-controller',
        shareAccess: 'not-in-directory',
      },
      expect: 'refused',
    },
  ],
})
