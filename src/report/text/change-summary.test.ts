import { expect, test } from 'vitest'
import { diff } from '../../analysis/compare/diff.ts'
import { readPlan } from '../../analysis/matrix/plan.ts'
import { randomEstate } from '../../analysis/population/random-estate.fixture.ts'
import type { Change, DiffResult } from '../../analysis/population/results.ts'
import { processorTime } from '../../processor-time.fixture.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { renderDiffSummary } from './change-summary.ts'

/** The estate in which policies demand something else. */
function changed(text: string): string {
  const estate: { conditionalAccess: { policies: Record<string, unknown>[] } } = JSON.parse(text)
  for (const policy of estate.conditionalAccess.policies.slice(0, 2))
    Object.assign(policy, { state: 'enabled', grantControls: { operator: 'OR', builtInControls: ['block'] } })
  return JSON.stringify(estate)
}

const text = randomEstate(7, 8, 4)
const reader = memorySourceReader({ 'a.yaml': text, 'b.yaml': changed(text) })

const known = new Map<string, string>()

/** The summary of what differs between two files, made once. */
function summary(as: 'classes' | 'sets', from: string, to: string): string {
  const key = `${as} ${from} ${to}`
  const text = known.get(key) ?? compared(as, from, to)
  known.set(key, text)
  return text
}

function compared(as: 'classes' | 'sets', from: string, to: string): string {
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

/** Many changes that all end the same way. */
function many(count: number): DiffResult {
  const users = { representative: 'ann', size: 1, traits: {} }
  const change: Change = { users, client: 'browser', purpose: 'read-mail', network: 'office', aspects: [] }
  const changes = Array.from({ length: count }, () => change)
  const side = { tenant: 'Contoso', file: 'a.yaml', at: 0, users: 1, cells: count }
  const differences = [{ kind: 'elapsed', from: 0, to: 1 }] as const
  const causes = [{ differences, changes, users: 1 }]
  return { before: side, after: side, causes, changes: count, users: 1, withoutEffect: [] }
}

test('a summary takes time in proportion to the changes', () => {
  const [few, all] = [many(10_000), many(40_000)]
  const short = processorTime(() => renderDiffSummary(few))
  const long = processorTime(() => renderDiffSummary(all))
  // Four times the changes in eight times the time would be growth by the power of 1.5; what is short says nothing.
  expect(long).toBeLessThan(Math.max(8 * short, 250))
})
