import { expect, test } from 'vitest'
import { diff } from '../../analysis/compare/diff.ts'
import { readPlan } from '../../analysis/matrix/plan.ts'
import { randomEstate } from '../../analysis/population/random-estate.fixture.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { renderDiffSummary } from './change-summary.ts'

/** The estate in which policies demand something else. */
function changed(text: string): string {
  const estate: { conditionalAccess: { policies: Record<string, unknown>[] } } = JSON.parse(text)
  for (const policy of estate.conditionalAccess.policies.slice(0, 2))
    Object.assign(policy, { state: 'enabled', grantControls: { operator: 'OR', builtInControls: ['block'] } })
  return JSON.stringify(estate)
}

const text = randomEstate(7, 12, 4)
const reader = memorySourceReader({ 'a.yaml': text, 'b.yaml': changed(text) })

function summary(as: 'classes' | 'sets', from: string, to: string): string {
  const [before, after] = [readPlan(from, reader), readPlan(to, reader)]
  if (!before.ok || !after.ok) throw new Error('an estate cannot be read')
  const made = diff(before.value, after.value, { reader, as })
  if (!made.ok) throw new Error('the estates cannot be compared')
  return renderDiffSummary(made.value)
}

const numbersIn = (line: string, pattern: RegExp): readonly number[] =>
  [...line.matchAll(pattern)].map(([, number]) => Number(number))

test.each(['classes', 'sets'] as const)('each sign-in and each user is counted once by %s', (as) => {
  const lines = summary(as, 'a.yaml', 'b.yaml').split('\n')
  const [total = 0] = numbersIn(lines.join('\n'), /(\d+) sign-ins? of \d+ users? change/g)
  const [users = 0] = numbersIn(lines.join('\n'), /sign-ins? of (\d+) users? change/g)
  const outcomes = lines.filter((line) => line.startsWith('  '))
  const all = outcomes.flatMap((line) => numbersIn(line, /(\d+) sign-ins?/g))
  expect(all.length).toBeGreaterThan(1)
  expect(all.reduce((sum, one) => sum + one, 0)).toBe(total)
  for (const some of outcomes.flatMap((line) => numbersIn(line, /sign-ins? of (\d+) users?/g)))
    expect(some).toBeLessThanOrEqual(users)
})

const counts = (text: string): string => /\n\n(\d+ sign-ins of \d+ users) change/.exec(text)?.[1] ?? 'nothing'

test('sets and classes, forward and back, count the same sign-ins and users', () => {
  const forward = counts(summary('classes', 'a.yaml', 'b.yaml'))
  expect(forward).not.toBe('nothing')
  expect(counts(summary('sets', 'a.yaml', 'b.yaml'))).toBe(forward)
  expect(counts(summary('sets', 'b.yaml', 'a.yaml'))).toBe(forward)
})
