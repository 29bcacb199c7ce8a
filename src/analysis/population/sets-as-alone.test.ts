import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { estatesFile, playedEstate, readEstates } from './sets-as-alone.fixture.ts'

const estates = readEstates(readFileSync(estatesFile, 'utf8'))

// Many small estates: what splits users is found by the variety of policies, not by the number of users. How many sets
// there are is listed as well, and a fingerprint of which sign-ins are said to go alike: more sets are no mistake but take
// longer, and `npm run record` writes them again.
test.each(estates)('users fare in sets as alone (estate %i)', (seed, sets, alike) => {
  const { otherwise, sets: now, alike: alikeNow } = playedEstate(seed)
  expect(otherwise).toEqual([])
  expect([now.join(' '), alikeNow]).toEqual([sets, alike])
})
