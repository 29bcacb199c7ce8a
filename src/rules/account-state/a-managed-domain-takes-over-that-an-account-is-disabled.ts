import { defineRule } from '../rule.ts'

export const aManagedDomainTakesOverThatAnAccountIsDisabled = defineRule({
  id: 'ACCT-9',
  question: 'account-state',
  statement:
    'A managed domain of Microsoft Entra Domain Services disables the accounts that are disabled in Microsoft Entra ID.',
  citation: { source: 'domain-services-synchronization', section: 'Attribute mapping for user accounts' },
  basis: 'documented',
  owner: 'person',
  because: ['verifier', 'credential', 'accountInCloud'],
  answer: ({ verifier, credential, accountInCloud }) =>
    verifier === 'relying-party' &&
    credential === 'account-password' &&
    (accountInCloud === 'disabled' || accountInCloud === 'deleted')
      ? 'unusable'
      : undefined,
  examples: [
    {
      name: 'a disabled account over LDAP',
      given: { verifier: 'relying-party', credential: 'account-password', accountInCloud: 'disabled' },
      expect: 'unusable',
    },
    {
      name: 'a deleted one',
      given: { verifier: 'relying-party', credential: 'account-password', accountInCloud: 'deleted' },
      expect: 'unusable',
    },
    {
      name: 'an address that a service allows',
      given: { verifier: 'relying-party', credential: 'source-address', accountInCloud: 'disabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'an account that is enabled',
      given: { verifier: 'relying-party', credential: 'account-password' },
      expect: 'does-not-apply',
    },
  ],
})
