import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const pagesDoNotSayWhatATokenClaimsAfterWebSignIn = defineRule({
  id: 'PRT-8',
  question: 'device-token',
  statement: 'The documentation does not say whether the token from web sign-in has an MFA claim.',
  citation: { source: 'windows-web-sign-in', section: 'User experiences' },
  basis: 'documented',
  silentOn: 'whether the token of web sign-in claims MFA',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) =>
    unlockMethod === 'temporaryAccessPassOneTime' ||
    unlockMethod === 'temporaryAccessPassMultiUse' ||
    unlockMethod === 'microsoftAuthenticatorPush' ||
    unlockMethod === 'federatedSingleFactor'
      ? undetermined
      : undefined,
  examples: [
    { name: 'a Temporary Access Pass', given: { unlockMethod: 'temporaryAccessPassOneTime' }, expect: undetermined },
    { name: 'a password', given: {}, expect: 'does-not-apply' },
  ],
})
