import { expect, test } from 'vitest'
import { positionOf } from '../text/source-text.ts'
import { type JsonLine, readJsonLines } from './read-json-lines.ts'

function read(...pieces: string[]) {
  const lines: JsonLine[] = []
  const diagnostics = readJsonLines({ name: 'log.jsonl', pieces }, (line) => lines.push(line))
  return { lines, problems: diagnostics.map(({ code, at }) => [code, positionOf(at).line, positionOf(at).column]) }
}

test('each line is a value, blank ones aside', () => {
  const { lines, problems } = read('\ufeff{"a":1}\r\n\n[2', ']\n3')
  expect(problems).toEqual([])
  expect(lines.map(({ value, line }) => [value, line])).toEqual([
    [{ a: 1 }, 1],
    [[2], 3],
    [3, 4],
  ])
})

test('a mistake is located, and the lines around it are read', () => {
  const { lines, problems } = read('{"a":1}\n{"a" 1}\n{"a":3}\n')
  expect(lines.map(({ line }) => line)).toEqual([1, 3])
  expect(problems).toEqual([['SRC-18', 2, 2]])
})

test('a value points into its line', () => {
  const place = read('1\n{"a": {"b": 2}}\n').lines[1]?.document()?.rangeOf(['a', 'b'])
  expect(place && positionOf(place)).toEqual({ line: 2, column: 13 })
})
