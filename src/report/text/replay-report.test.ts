import { expect, test } from 'vitest'
import { readLines } from './replay-report.ts'

test.each([
  [{ count: 3, lines: [4, 5, 6] }, 'logs/a.json:4: 3 records could not be read, also in line 5, 6'],
  [{ count: 1, lines: [4] }, 'logs/a.json:4: 1 record could not be read'],
  [{ count: 3, lines: [4, 5] }, 'logs/a.json:4: 3 records could not be read, also in line 5, and 1 more'],
  [{ count: 2, lines: [] }, 'logs/a.json: 2 records could not be read'],
])('what could not be read has a place that can be opened: %j', (broken, words) => {
  const read = readLines({ files: 1, signIns: 1, people: 1, shapes: 1, broken: [{ file: 'logs/a.json', ...broken }] })
  expect(read.map((line) => String(typeof line === 'string' ? line : JSON.stringify(line)))[1]).toContain(words)
})
