import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aPasswordGrantWhereTheVendorDecidesIsOpen = defineRule({
  id: 'CRED-11',
  question: 'credential',
  statement:
    'If Microsoft decides at sign-in whether MFA is needed, whether a password grant succeeds cannot be predicted.',
  citation: { source: 'entra-security-defaults', section: 'enforced security policies' },
  basis: 'documented',
  because: ['flowClass', 'secondFactor'],
  silentOn: 'whether Microsoft demands MFA at this sign-in',
  answer: ({ flowClass, secondFactor }) =>
    flowClass === 'password-grant' && secondFactor === 'may-be-required' ? undetermined : undefined,
  examples: [
    {
      name: 'under security defaults',
      given: { flow: 'password-grant', flowClass: 'password-grant', secondFactor: 'may-be-required' },
      expect: 'undetermined',
    },
    {
      name: 'MFA is required',
      given: { flow: 'password-grant', flowClass: 'password-grant', secondFactor: 'required' },
      expect: 'does-not-apply',
    },
    {
      name: 'under security defaults, with flow class interactive',
      given: { flow: 'password-grant', flowClass: 'interactive', secondFactor: 'may-be-required' },
      expect: 'does-not-apply',
    },
  ],
})
