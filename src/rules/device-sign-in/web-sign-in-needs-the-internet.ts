import { defineRule } from '../rule.ts'

export const webSignInNeedsTheInternet = defineRule({
  id: 'DVC-3',
  question: 'device-sign-in',
  statement: 'Web sign-in does not cache credentials, so it requires an internet connection.',
  citation: { source: 'windows-web-sign-in', section: 'Important considerations' },
  basis: 'documented',
  owner: 'device',
  inFewWords: 'web sign-in works online only',
  because: ['unlockMethod', 'unlockOnline'],
  answer: ({ unlockMethod, unlockOnline }) =>
    (unlockMethod === 'temporaryAccessPassOneTime' ||
      unlockMethod === 'temporaryAccessPassMultiUse' ||
      unlockMethod === 'microsoftAuthenticatorPush' ||
      unlockMethod === 'federatedSingleFactor') &&
    unlockOnline === 'no'
      ? 'not-possible'
      : undefined,
  examples: [
    {
      name: 'a pass in a train without network',
      given: { unlockMethod: 'temporaryAccessPassOneTime', unlockOnline: 'no' },
      expect: 'not-possible',
    },
    {
      name: 'a pass for several uses there',
      given: { unlockMethod: 'temporaryAccessPassMultiUse', unlockOnline: 'no' },
      expect: 'not-possible',
    },
    {
      name: 'phone sign-in there',
      given: { unlockMethod: 'microsoftAuthenticatorPush', unlockOnline: 'no' },
      expect: 'not-possible',
    },
    {
      name: 'the page of the identity provider there',
      given: { unlockMethod: 'federatedSingleFactor', unlockOnline: 'no' },
      expect: 'not-possible',
    },
    {
      name: 'a pass for several uses with a network',
      given: { unlockMethod: 'temporaryAccessPassMultiUse', unlockOnline: 'yes' },
      expect: 'does-not-apply',
    },
    { name: 'a password there', given: { unlockOnline: 'no' }, expect: 'does-not-apply' },
  ],
})
