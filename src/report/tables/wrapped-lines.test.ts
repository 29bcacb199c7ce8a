import { expect, test } from 'vitest'
import { wrappedLines } from './wrapped-lines.ts'

test.each<[string, string, number | undefined, string]>([
  ['a text that fits stays', 'one two\n  three', 20, 'one two\n  three'],
  ['without a width nothing is broken', 'one two three', undefined, 'one two three'],
  ['what goes on stands further in', '  one two three', 9, '  one two\n    three'],
  ['a word that is too long stays whole', 'see https://example.com now', 10, 'see\nhttps://example.com\nnow'],
  ['a command stays whole', '  replay: authplan explain a.yaml', 10, '  replay: authplan explain a.yaml'],
  ['colors take no room', '\u001b[1mone\u001b[0m two', 7, '\u001b[1mone\u001b[0m two'],
])('%s', (_, text, columns, expected) => {
  expect(wrappedLines(text, columns)).toBe(expected)
})
