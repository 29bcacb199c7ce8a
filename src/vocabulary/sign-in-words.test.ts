import { expect, test } from 'vitest'
import { wordsInOrder } from './sign-in-words.ts'

test('a sign-in in words names what is unusual about it, and nothing that is usual', () => {
  const usual = { client: 'browsers', platform: 'Windows', people: 'Ada', target: 'Teams', userRisk: 'none' }
  expect(wordsInOrder({ ...usual, flow: 'an ordinary sign-in', signInRisk: 'none' })).toEqual([
    'Ada',
    'Teams',
    'browsers',
    'Windows',
  ])
  const unusual = { ...usual, flow: 'device code flow', signInRisk: 'high', insiderRisk: 'minor' }
  expect(wordsInOrder(unusual).slice(4)).toEqual(['device code flow', 'sign-in risk high', 'insider risk minor'])
})
