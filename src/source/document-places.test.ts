import { describe, expect, test } from 'vitest'
import { type DocumentPath, pathOfPointer, pointerOfPath, readDocument } from './document/located-document.ts'
import { positionOf, type SourceRange } from './text/source-text.ts'

function located(text: string, name = 'tenant.yaml') {
  const { document } = readDocument({ name, text })
  if (document === undefined) throw new Error('no document')
  return document
}

const shown = (range: SourceRange): string => range.source.text.slice(range.start, range.end)

const yaml = `users:
  - &first
    name: "Ann"   # the first
    groups: [sales,   north]
  - *first
  - name:
text: |
  one
  two

end: 1
`
const json = JSON.stringify({ users: [{ name: 'Ann', groups: ['sales', 'north'] }], 'a/b~c': { 'q"': 1 } }, null, 2)

describe('places are found', () => {
  test.each<[string, DocumentPath, string]>([
    ['a value', ['users', 0, 'name'], '"Ann"'],
    ['an index as text', ['users', '0', 'name'], '"Ann"'],
    ['an item', ['users', 0, 'groups', 1], 'north'],
    ['a list', ['users', 0, 'groups'], '[sales,   north]'],
    ['an alias itself', ['users', 1], '*first'],
    ['a value through an alias', ['users', 1, 'groups', 0], 'sales'],
    ['a text of several lines without the blank after it', ['text'], '|\n  one\n  two'],
    ['the whole document', [], yaml.trimEnd()],
  ])('%s', (_, path, expected) => {
    expect(shown(located(yaml).rangeOf(path))).toBe(expected)
    expect(located(yaml).has(path)).toBe(true)
  })

  test.each<[string, DocumentPath, string]>([
    ['a value', ['users', 0, 'name'], '"Ann"'],
    ['an item', ['users', 0, 'groups', 1], '"north"'],
    ['a strange key', ['a/b~c', 'q"'], '1'],
    ['the whole document', [], json],
  ])('%s in JSON', (_, path, expected) => {
    expect(shown(located(json, 'a.json').rangeOf(path))).toBe(expected)
  })

  test('keys have places', () => {
    expect(shown(located(yaml).rangeOfKey(['users', 0, 'groups']))).toBe('groups')
    expect(shown(located(json, 'a.json').rangeOfKey(['a/b~c', 'q"']))).toBe('"q\\""')
    expect(shown(located(yaml).rangeOfKey(['users', 0, 'groups', 0]))).toBe('sales')
  })

  test('an empty value stands behind its key', () => {
    const range = located(yaml).rangeOf(['users', 2, 'name'])
    expect(positionOf(range)).toEqual({ line: 6, column: 10 })
    expect(range.end).toBe(range.start)
  })

  test.each([
    [['users', 0, 'mail'], 3, 5],
    [['users', 9], 2, 3],
    [['users', ''], 2, 3],
    [['nothing', 'at', 'all'], 1, 1],
    [['end', 'deeper'], 11, 6],
  ])('%j leads nowhere, so the nearest parent begins at %i:%i', (path, line, column) => {
    expect(located(yaml).has(path)).toBe(false)
    expect(positionOf(located(yaml).rangeOf(path))).toEqual({ line, column })
  })
})

test.each<[string, DocumentPath]>([
  ['', []],
  ['/users/0/name', ['users', '0', 'name']],
  ['/a~1b~0c/', ['a/b~c', '']],
  ['/~01', ['~1']],
])('the pointer %j is a path and back', (pointer, path) => {
  expect(pathOfPointer(pointer)).toEqual(path)
  expect(pointerOfPath(path)).toBe(pointer)
})
