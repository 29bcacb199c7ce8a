import { defineRule } from '../rule.ts'

export const securityDefaultsAskPeopleWhenTheVendorDeemsItNeeded = defineRule({
  id: 'MFA-9',
  question: 'second-factor',
  statement: 'Security defaults ask users without an administrator role for MFA when Microsoft considers it necessary.',
  citation: { source: 'entra-security-defaults', section: 'enforced security policies' },
  basis: 'documented',
  because: ['securityDefaults', 'flowClass', 'accountKind'],
  answer: ({ securityDefaults, flowClass, accountKind }) =>
    securityDefaults === 'on' &&
    (accountKind === 'user' || accountKind === 'guest') &&
    (flowClass === 'interactive' || flowClass === 'password-grant')
      ? 'may-be-required'
      : undefined,
  examples: [
    {
      name: 'a guest, who is treated like any other user',
      given: { securityDefaults: 'on', accountKind: 'guest' },
      expect: 'may-be-required',
    },
    { name: 'a registered user', given: { securityDefaults: 'on' }, expect: 'may-be-required' },
    { name: 'security defaults off', given: { securityDefaults: 'off' }, expect: 'does-not-apply' },
    {
      name: 'a guest, who is treated like any other user, which MFA-10 would answer as well',
      given: { securityDefaults: 'on', accountKind: 'guest', perUserMfaState: 'enforced', trustedNetwork: 'inside' },
      expect: 'may-be-required',
    },
    {
      name: 'a guest, who is treated like any other user, with account kind service-principal',
      given: { securityDefaults: 'on', accountKind: 'service-principal' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest, who is treated like any other user, with flow class legacy',
      given: { securityDefaults: 'on', accountKind: 'guest', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest, who is treated like any other user, with flow class password-grant',
      given: { securityDefaults: 'on', accountKind: 'guest', flowClass: 'password-grant' },
      expect: 'may-be-required',
    },
    {
      name: 'a guest, who is treated like any other user, which MFA-23 would answer as well',
      given: { securityDefaults: 'on', accountKind: 'guest', policyDemandsMfa: 'elsewhere' },
      expect: 'may-be-required',
    },
  ],
})
