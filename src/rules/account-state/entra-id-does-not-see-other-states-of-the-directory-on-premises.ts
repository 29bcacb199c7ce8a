import { defineRule } from '../rule.ts'

export const entraIdDoesNotSeeOtherStatesOfTheDirectoryOnPremises = defineRule({
  id: 'ACCT-4',
  question: 'account-state',
  statement:
    'When Microsoft Entra ID verifies the secret, it knows only the synchronized state of the on-premises directory, which does not include locked or expired accounts or logon hours.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  because: ['verifier', 'accountOnPremises'],
  answer: ({ verifier, accountOnPremises }) =>
    verifier === 'entra-id' && accountOnPremises !== 'sound' ? 'usable' : undefined,
  examples: [
    {
      name: 'locked on-premises, password hash sync',
      given: { verifier: 'entra-id', accountOnPremises: 'locked' },
      expect: 'usable',
    },
    {
      name: 'locked on-premises, with verifier relying-party',
      given: { verifier: 'relying-party', accountOnPremises: 'locked' },
      expect: 'does-not-apply',
    },
    {
      name: 'nothing is wrong',
      given: { verifier: 'entra-id', accountOnPremises: 'sound' },
      expect: 'does-not-apply',
    },
  ],
})
