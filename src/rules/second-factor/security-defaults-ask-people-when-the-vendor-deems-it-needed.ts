import { defineRule } from '../rule.ts'

export const securityDefaultsAskPeopleWhenTheVendorDeemsItNeeded = defineRule({
  id: 'MFA-9',
  question: 'second-factor',
  statement: 'Security defaults ask people without an administrator role for MFA when Microsoft deems it needed.',
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
      name: 'a guest, who is treated like everybody else',
      given: { securityDefaults: 'on', accountKind: 'guest' },
      expect: 'may-be-required',
    },
    { name: 'a registered person', given: { securityDefaults: 'on' }, expect: 'may-be-required' },
    { name: 'security defaults off', given: { securityDefaults: 'off' }, expect: 'does-not-apply' },
  ],
})
