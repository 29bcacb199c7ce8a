import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { estatesFile, playedEstate, readEstates } from './sets-as-alone.fixture.ts'

const estates = readEstates(readFileSync(estatesFile, 'utf8'))

// Many small estates: what splits users is found by the variety of policies, not by the number of users. How many sets
// there are is listed as well, a fingerprint of which sign-ins are said to go alike, and how many entries all caches make:
// more sets or entries are no mistake but take longer, and `npm run record` writes them again.
test.each(estates)('users fare in sets as alone (estate %i)', (seed, sets, alike, entries) => {
  const { otherwise, sets: now, alike: alikeNow, entries: entriesNow } = playedEstate(seed)
  expect(otherwise).toEqual([])
  expect([now.join(' '), alikeNow, entriesNow]).toEqual([sets, alike, entries])
})
