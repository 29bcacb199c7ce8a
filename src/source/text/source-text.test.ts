import { expect, test } from 'vitest'
import { endPositionOf, lineText, positionAt, positionOf } from './source-text.ts'

const table = [
  { name: 'the first character', text: 'ab\ncd', offset: 0, line: 1, column: 1 },
  { name: 'the character after a line break', text: 'ab\ncd', offset: 3, line: 2, column: 1 },
  { name: 'the line break itself belongs to its line', text: 'ab\ncd', offset: 2, line: 1, column: 3 },
  { name: 'a carriage return counts as a column of its line', text: 'ab\r\ncd', offset: 5, line: 2, column: 2 },
  { name: 'an offset past the end is the end', text: 'ab\ncd', offset: 99, line: 2, column: 3 },
  { name: 'an empty text has one place', text: '', offset: 0, line: 1, column: 1 },
  { name: 'an emoji takes two columns', text: '😀x', offset: 2, line: 1, column: 3 },
]

test.each(table)('$name', ({ text, offset, line, column }) => {
  expect(positionAt({ name: 'a', text }, offset)).toEqual({ line, column })
})

test('an excerpt counts lines from where it begins', () => {
  const source = { name: 'a', text: 'x\ny', firstLine: 40 }
  expect(positionOf({ source, start: 2, end: 3 })).toEqual({ line: 41, column: 1 })
  expect(endPositionOf({ source, start: 2, end: 3 })).toEqual({ line: 41, column: 2 })
  expect(lineText(source, 41)).toBe('y')
})

test('a line is given without its line break', () => {
  const source = { name: 'a', text: 'one\r\ntwo\nthree' }
  expect([1, 2, 3, 4].map((line) => lineText(source, line))).toEqual(['one', 'two', 'three', ''])
})
