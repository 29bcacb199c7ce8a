import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compiledOf, decidedFromCold, decisionsFile, readDecisions } from './recorded-decisions.fixture.ts'

const recorded = readDecisions(readFileSync(decisionsFile, 'utf8')).map((one, at) => ({ name: `${at + 1}`, ...one }))

/** The entries of each set of policies that was asked, now and as recorded. */
const entriesNow: (readonly [name: string, now: number, before: number])[] = []

// After a change that is meant: `npm run record`, and read what it changes in the file.
test.each(recorded)('policies decide as recorded: $name', ({ name, signIns, entries, ...sample }) => {
  const now = decidedFromCold(
    compiledOf(sample),
    signIns.map(({ signIn }) => signIn),
  )
  expect(now.answers).toEqual(signIns.map(({ answers }) => answers))
  entriesNow.push([name, now.entries, entries])
})

// More entries are no wrong answer but more work: something is not found again that was.
test('caches make as many entries as recorded', () => {
  expect(entriesNow.filter(([, now, before]) => now !== before)).toEqual([])
})
