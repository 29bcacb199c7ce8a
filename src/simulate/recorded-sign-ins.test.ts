import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { changesOfAnswers } from './recorded-changes.fixture.ts'
import {
  changedText,
  plannedOf,
  playedFromCold,
  playedTenant,
  readRecord,
  recordFile,
} from './recorded-sign-ins.fixture.ts'

const recorded = readRecord(readFileSync(recordFile, 'utf8')).map((one, at) => {
  let played: ReturnType<typeof playedTenant>
  // A tenant does not change, and where this test judges mutants it runs very often.
  const tenantOf = () => (played ??= playedTenant(changedText(one.file, one.changes)))
  return { name: `${at + 1} (${one.file})`, tenantOf, ...one }
})

/** The entries of each tenant that was played, now and as recorded. */
const entriesNow: (readonly [name: string, now: number, before: number])[] = []

// After a change that is meant: `npm run record`, and read what it changes in the file.
test.each(recorded)('sign-ins go as recorded: $name', ({ name, tenantOf, planned, entries, signIns }) => {
  const played = tenantOf()
  if (played === undefined) throw new Error('the changed tenant is not a sound file')
  const again = playedFromCold(
    played,
    signIns.map(({ request }) => request),
  )
  entriesNow.push([name, again.entries, entries])
  const changed = signIns.flatMap(({ request, answers }, at) => {
    const now = again.answers[at] ?? []
    return now.join('\n') === answers.join('\n') ? [] : changesOfAnswers(request, answers, now)
  })
  expect(changed).toEqual([])
  expect(plannedOf(played)).toBe(planned)
})

// More entries are no wrong answer but more work: something is not found again that was.
test('caches make as many entries as recorded', () => {
  expect(entriesNow.filter(([, now, before]) => now !== before)).toEqual([])
})
