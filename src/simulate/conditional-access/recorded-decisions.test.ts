import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compiledOf, decidedFromCold, decisionsFile, readDecisions } from './recorded-decisions.fixture.ts'

const recorded = readDecisions(readFileSync(decisionsFile, 'utf8')).map((one, at) => ({ name: `${at + 1}`, ...one }))

// After a change that is meant: `npm run record`, and read what it changes in the file.
test.each(recorded)('policies decide as recorded: $name', ({ signIns, entries, ...sample }) => {
  const now = decidedFromCold(
    compiledOf(sample),
    signIns.map(({ signIn }) => signIn),
  )
  expect(now.answers).toEqual(signIns.map(({ answers }) => answers))
  // More entries are no wrong answer but more work: something is not found again that was.
  expect(now.entries).toBe(entries)
})
