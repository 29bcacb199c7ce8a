import { describe, expect, test } from 'vitest'
import { positionOf } from '../text/source-text.ts'
import { type CsvRow, csvField, csvFieldRange, csvFields } from './csv-row.ts'
import { readCsv } from './read-csv.ts'

function read(text: string, size = text.length || 1) {
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  )
  const rows: CsvRow[] = []
  const result = readCsv({ name: 'users.csv', pieces }, (row) => rows.push(row))
  const problems = result.diagnostics.map(({ code, at }) => [code, positionOf(at).line, positionOf(at).column])
  return { ...result, rows, problems }
}

const table = [
  {
    name: 'plain rows',
    text: 'a,b\n1,2\n3,4\n',
    rows: [
      ['1', '2'],
      ['3', '4'],
    ],
  },
  { name: 'no break at the end', text: 'a,b\n1,2', rows: [['1', '2']] },
  { name: 'carriage returns', text: 'a,b\r\n1,2\r\n', rows: [['1', '2']] },
  { name: 'a byte-order mark', text: '\ufeffa,b\n1,2\n', rows: [['1', '2']] },
  { name: 'quotes', text: 'a,b\n"1,5","x ""y"""\n', rows: [['1,5', 'x "y"']] },
  {
    name: 'a line break in a field',
    text: 'a,b\n"1\n2",3\n4,5\n',
    rows: [
      ['1\n2', '3'],
      ['4', '5'],
    ],
  },
  {
    name: 'empty fields',
    text: 'a,b\n,\n"",x\n',
    rows: [
      ['', ''],
      ['', 'x'],
    ],
  },
  { name: 'blank lines', text: '\n\na,b\n\n1,2\n\n', rows: [['1', '2']] },
  { name: 'semicolons', text: 'a;b\n1,5;2\n', rows: [['1,5', '2']] },
  { name: 'tabs', text: 'a\tb\n1\t2\n', rows: [['1', '2']] },
  { name: 'a type line of PowerShell', text: '#TYPE Selected.User\r\n"a","b"\r\n"1","2"\r\n', rows: [['1', '2']] },
  { name: 'a separator line', text: 'sep=;\na;b\n1;2\n', rows: [['1', '2']] },
  { name: 'a header alone', text: 'a,b\n', rows: [] },
]

describe('rows are read', () => {
  test.each(table)('$name', ({ text, rows }) => {
    for (const size of [1, 2, 3, 7, text.length]) {
      const result = read(text, size)
      expect(result.problems).toEqual([])
      expect(result.rows.map((row) => csvFields(row))).toEqual(rows)
      expect(result.rows.map((row) => row.count)).toEqual(rows.map((fields) => fields.length))
      // One at a time they are the same, and there is nothing after the last.
      expect(result.rows.map((row) => [...csvFields(row), ''].map((_, index) => csvField(row, index)))).toEqual(
        rows.map((fields) => [...fields, '']),
      )
    }
  })
})

describe('mistakes are located', () => {
  test.each([
    { name: 'a field too few', text: 'a,b\n1,2\n3\n', problems: [['SRC-19', 3, 2]] },
    { name: 'a field too many', text: 'a,b\n1,2,3\n', problems: [['SRC-19', 2, 5]] },
    { name: 'a quote that is never closed', text: 'a,b\n1,"2\n3,4\n', problems: [['SRC-20', 2, 3]] },
    { name: 'text after a quote', text: 'a,b\n"1"x,2\n', problems: [['SRC-20', 2, 4]] },
    { name: 'a quote inside a field', text: 'a,b\n1,2"x\n', problems: [['SRC-20', 2, 4]] },
    { name: 'two columns with the same name', text: 'a,b,A\n', problems: [['SRC-21', 1, 5]] },
    { name: 'an empty file', text: '', problems: [['SRC-8', 1, 1]] },
    { name: 'a row after a field of two lines', text: 'a,b\n"1\n2",3\n4\n', problems: [['SRC-19', 4, 2]] },
    { name: 'a row after lines before the header', text: '#TYPE x\n\na,b\n1\n', problems: [['SRC-19', 4, 2]] },
  ])('$name', ({ text, problems }) => {
    for (const size of [1, 3, Math.max(1, text.length)]) expect(read(text, size).problems).toEqual(problems)
  })

  test('the rows around a mistake are still read', () => {
    expect(read('a,b\n1,2\n3\n"4,5\n6,7\n').rows.map((row) => csvFields(row))).toEqual([
      ['1', '2'],
      ['6', '7'],
    ])
  })

  test('a file of the wrong kind has an end to its mistakes', () => {
    expect(read(`a,b\n${'1\n'.repeat(1000)}`).diagnostics).toHaveLength(100)
  })

  test('a quote open for a megabyte does not take the whole file', () => {
    const { rows, problems } = read(`a,b\n1,"2\n${'3,4\n'.repeat(300_000)}`, 65_536)
    expect(problems).toEqual([['SRC-20', 2, 3]])
    expect(rows).toHaveLength(300_001)
  })
})

test('a field of a row has a place', () => {
  const [row] = read('a,b,c\n"x,""1""",22,\n').rows
  if (row === undefined) throw new Error('no row')
  const places = [0, 1, 2, 3].map((field) => csvFieldRange('users.csv', row, field))
  expect(places.map(({ start, end }) => [start, end])).toEqual([
    [0, 9],
    [10, 12],
    [13, 13],
    [13, 13],
  ])
  expect(places.map((place) => positionOf(place))).toEqual([
    { line: 2, column: 1 },
    { line: 2, column: 11 },
    { line: 2, column: 14 },
    { line: 2, column: 14 },
  ])
})

test('a hundred thousand rows are read within two seconds', () => {
  const text = `upn,group\n${'user@contoso.com,"sales, north"\n'.repeat(100_000)}`
  const start = performance.now()
  expect(read(text, 65_536).rows).toHaveLength(100_000)
  expect(performance.now() - start).toBeLessThan(2000)
})
