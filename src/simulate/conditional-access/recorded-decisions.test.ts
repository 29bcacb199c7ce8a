import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compiledOf, decisionsFile, decisionsOf, readDecisions } from './recorded-decisions.fixture.ts'

const recorded = readDecisions(readFileSync(decisionsFile, 'utf8')).map((one, at) => ({ name: `${at + 1}`, ...one }))

// After a change that is meant: `npm run record`, and read what it changes in the file.
test.each(recorded)('policies decide as recorded: $name', ({ signIns, ...sample }) => {
  const compiled = compiledOf(sample)
  const answers = signIns.map(({ signIn }) => ({ signIn, answers: decisionsOf(compiled, signIn) }))
  expect(answers).toEqual(signIns)
})
