import { expect, test } from 'vitest'
import { strengths } from '../../catalog/strengths.ts'
import { controlInWords, effectInWords, sessionInWords } from './policy-control-words.ts'

test('a built-in strength has its name, another its id', () => {
  for (const { id, displayName } of strengths)
    expect(controlInWords(`authenticationStrength:${id}`)).toBe(`the authentication strength ${displayName}`)
  expect(controlInWords('authenticationStrength:ours')).toBe('the authentication strength ours')
})

test.each([
  ['block', ['block', '']],
  ['mfa or compliantDevice', ['require', 'multifactor authentication or a compliant device']],
  ['signInFrequency 8 hours', ['set', 'a sign-in frequency of 8 hours']],
  ['secureSignInSession', ['require', 'a token that is bound to the device']],
  ['secureSignInSession on', ['set', 'token protection: on']],
] as const)('the effect %s is a verb and its object', (effect, words) => {
  expect(effectInWords(effect)).toEqual(words)
})

test('session controls are in one order, whatever the order of the policies', () => {
  const frequency = { isEnabled: true, value: 4, type: 'hours', frequencyInterval: 'timeBased' }
  const browser = { isEnabled: true, mode: 'never' }
  const words = 'a sign-in frequency of 4 hours, browser sessions kept: never'
  expect(sessionInWords({ signInFrequency: frequency, persistentBrowser: browser })).toBe(words)
  expect(sessionInWords({ persistentBrowser: browser, signInFrequency: frequency })).toBe(words)
  expect(sessionInWords(undefined)).toBe('')
})
