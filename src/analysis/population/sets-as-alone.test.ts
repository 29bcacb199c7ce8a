import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { estatesFile, playedEstate, readEstates } from './sets-as-alone.fixture.ts'

/** The entries of each estate that was played, now and as listed. */
const entriesNow: (readonly [seed: number, now: number, before: number])[] = []

const estates = readEstates(readFileSync(estatesFile, 'utf8'))

// Many small estates: what splits users is found by the variety of policies, not by the number of users. How many sets
// there are is listed as well, a fingerprint of which sign-ins are said to go alike, and how many entries all caches make:
// more sets or entries are no mistake but take longer, and `npm run record` writes them again.
test.each(estates)('users fare in sets as alone (estate %i)', (seed, sets, alike, entries) => {
  const { otherwise, sets: now, alike: alikeNow, entries: made } = playedEstate(seed)
  expect(otherwise).toEqual([])
  entriesNow.push([seed, made, entries])
  expect([now.join(' '), alikeNow]).toEqual([sets, alike])
})

// More entries are no wrong answer but more work: something is not found again that was.
test('caches make as many entries as recorded', () => {
  expect(entriesNow.filter(([, now, before]) => now !== before)).toEqual([])
})
