import { describe, expect, test } from 'vitest'
import { forgetDecisions } from './fact-key.ts'
import { keptFor } from './kept-for.ts'

/** How often something is made when it is asked for with these parts, one after the other. */
function made(when: 'at once' | 'when asked again', asked: readonly (readonly [owner: object, ...parts: unknown[]])[]) {
  const kept = keptFor<object>(when)
  let count = 0
  for (const [owner, ...parts] of asked)
    kept(owner, parts, () => {
      count += 1
      return {}
    })
  return count
}

const [one, other] = [{}, {}]

describe('what is kept', () => {
  test.each([
    ['at once', [one, 1, 'a'], [one, 1, 'a'], 1],
    ['at once', [one, 1, 'a'], [one, 1, 'b'], 2],
    ['at once', [one, 1, 'a'], [one, 2, 'a'], 2],
    ['at once', [one, 1, 'a'], [other, 1, 'a'], 2],
    ['at once', [one, undefined], [one, undefined], 1],
    ['when asked again', [one, 1], [one, 1], 2],
  ] as const)('%s: after %j asking for %j makes %i', (when, first, second, count) => {
    expect(made(when, [first, second])).toBe(count)
  })

  test('is kept from the second time on where much is asked for only once', () => {
    expect(
      made(
        'when asked again',
        [[one], [one], [one], [one]].map(([owner]) => [owner ?? {}, 'part']),
      ),
    ).toBe(2)
  })

  test('is forgotten together, before it grows without end', () => {
    const parts = Array.from({ length: 10_001 }, (_, index) => [one, index] as const)
    expect(made('at once', [...parts, [one, 0]])).toBe(10_002)
  })

  test('is forgotten on demand', () => {
    const kept = keptFor<object>('at once')
    const first = kept(one, ['part'], () => ({}))
    expect(kept(one, ['part'], () => ({}))).toBe(first)
    forgetDecisions()
    expect(kept(one, ['part'], () => ({}))).not.toBe(first)
  })
})
