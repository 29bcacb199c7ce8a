import { expect, test } from 'vitest'
import { changedLines } from './changed-lines.ts'

const lines = (text: string): readonly string[] => text.split(' ')

test.each([
  ['nothing', 'a b c', 'a b c', []],
  ['a line that reads like another one', 'x on y off z', 'x off y off z', [1]],
  ['two lines far apart', 'a b c d e f', 'A b c d e F', [0, 5]],
  ['a new line', 'a b c', 'a n b c', [1]],
  ['new lines at the end', 'a b', 'a b c d', [2, 3]],
  ['a line that went', 'a b c d', 'a c d', []],
  ['one line for two', 'a b c d', 'a n d', [1]],
])('%s is found', (_, before, after, changed) => {
  expect([...changedLines(lines(before), lines(after))]).toEqual(changed)
})
