import { expect, test } from 'vitest'
import { linesOf } from './source-reader.ts'

const text = 'one\r\n\ntwo\r three\n\r\n\u{1f600}\r\r\nlast'

test('a text has the same lines, wherever it is cut into pieces', () => {
  const lines = ['one', '', 'two\r three', '', '\u{1f600}\r', 'last']
  for (let from = 0; from <= text.length; from += 1)
    for (let to = from; to <= text.length; to += 1)
      expect([...linesOf([text.slice(0, from), text.slice(from, to), text.slice(to)])]).toEqual(lines)
  expect([...linesOf([`${text}\n`])]).toEqual(lines)
  expect([...linesOf([])]).toEqual([])
})
