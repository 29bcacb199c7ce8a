import { describe, expect, test } from 'vitest'
import { jsonLines } from './json-lines.ts'
import type { Json } from './json-value.ts'

describe('a document written an item a line', () => {
  test.each<[string, Record<string, Json>, readonly Json[], Record<string, Json>]>([
    ['no item', { formatVersion: 1 }, [], {}],
    ['no field before', {}, [1], {}],
    ['one item', { formatVersion: 1, name: 'a "b"\n' }, [{ user: 'x' }], {}],
    ['fields after', { formatVersion: 1 }, [[], {}, null, 'text'], { classes: [{ size: 2 }] }],
  ])('with %s is the whole document', (_name, before, items, after) => {
    const text = [
      ...jsonLines(
        before,
        'sessions',
        items.map((item) => JSON.stringify(item)),
        after,
      ),
    ].join('')
    expect(JSON.parse(text)).toEqual({ ...before, sessions: items, ...after })
    expect(text.trimEnd().split('\n')).toHaveLength(items.length === 0 ? 1 : items.length + 2)
  })

  test('asks for an item only when the one before is written', () => {
    let made = 0
    function* items() {
      for (; made < 3; made += 1) yield String(made)
    }
    const lines = jsonLines({}, 'sessions', items())
    lines.next()
    expect(made).toBe(0)
    lines.next()
    lines.next()
    expect(made).toBe(1)
  })
})
