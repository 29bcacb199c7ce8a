import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aPasswordGrantWhereTheVendorMayDemandMfaIsOpen = defineRule({
  id: 'ACC-24',
  question: 'acceptance',
  statement:
    'If Microsoft decides at sign-in whether MFA is needed, the result of a password grant cannot be predicted.',
  citation: { source: 'entra-security-defaults', section: 'enforced security policies' },
  basis: 'inferred',
  because: ['credential', 'flowClass', 'secondFactor'],
  silentOn: 'whether Microsoft demands MFA at this sign-in',
  answer: ({ credential, flowClass, secondFactor }) =>
    credential === 'account-password' && flowClass === 'password-grant' && secondFactor === 'may-be-required'
      ? undetermined
      : undefined,
  examples: [
    {
      name: 'under security defaults',
      given: {
        credential: 'account-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        secondFactor: 'may-be-required',
      },
      expect: undetermined,
    },
    {
      name: 'no second factor is required',
      given: {
        credential: 'account-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        secondFactor: 'not-required',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'an app password of a script',
      given: {
        credential: 'app-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        secondFactor: 'may-be-required',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'the password of an old mail program',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy', secondFactor: 'may-be-required' },
      expect: 'does-not-apply',
    },
  ],
})
