import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aPasswordGrantOfAnEnabledUserIsOpen = defineRule({
  id: 'MFA-21',
  question: 'second-factor',
  statement:
    'The table of user states covers browsers, modern clients and legacy clients, but not a program that exchanges the password of an enabled user for a token.',
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'documented',
  silentOn: 'whether a password grant of an enabled user is refused',
  because: ['perUserMfaState', 'flowClass'],
  answer: ({ perUserMfaState, flowClass }) =>
    perUserMfaState === 'enabled' && flowClass === 'password-grant' ? undetermined : undefined,
  examples: [
    {
      name: 'a script with a stored password',
      given: { perUserMfaState: 'enabled', flowClass: 'password-grant' },
      expect: undetermined,
    },
    { name: 'an old client', given: { perUserMfaState: 'enabled', flowClass: 'legacy' }, expect: 'does-not-apply' },
    {
      name: 'a script with a stored password, with per user mfa state disabled',
      given: { perUserMfaState: 'disabled', flowClass: 'password-grant' },
      expect: 'does-not-apply',
    },
  ],
})
