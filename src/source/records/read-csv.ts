import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SourcePieces } from '../files/source-reader.ts'
import { type CsvRow, csvFieldRange, csvFields } from './csv-row.ts'
import { type CsvScan, type QuoteProblem, scanCsv } from './csv-scan.ts'

/** The header of a CSV file. */
export interface CsvHead {
  readonly header: CsvRow
  /** Detected from the header: comma, semicolon or tab. */
  readonly delimiter: string
}

/** The result of reading a CSV file: its header, if there is one, and all diagnostics. */
export interface CsvResult {
  readonly head: CsvHead | undefined
  readonly rows: number
  readonly diagnostics: readonly Diagnostic[]
  /** The number of further errors. */
  readonly more: number
}

interface CsvRead {
  readonly name: string
  readonly scan: CsvScan
  readonly diagnostics: Diagnostic[]
  readonly take: (row: CsvRow, head: CsvHead) => void
  head: CsvHead | undefined
  rows: number
  more: number
}

// A file with the wrong delimiter has an error in every row; no one reads more than this.
const mostDiagnostics = 100

function report(read: CsvRead, diagnostic: Diagnostic): void {
  if (read.diagnostics.length < mostDiagnostics) read.diagnostics.push(diagnostic)
  else read.more += 1
}

/** The most frequent delimiter outside of quotes; a comma if there is none. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '')
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}

/** What may precede the header: blank lines, and lines that spreadsheet programs and PowerShell add. */
const preamble = /^(?:(?:#TYPE [^\n]*|sep=[^\n]|[ \t]*)\r?\n)*/i

/** The text from the header on; undefined until the header line is complete. */
function begin(read: CsvRead, text: string, last: boolean): string | undefined {
  const unmarked = text.replace(/^\ufeff/, '')
  const skipped = preamble.exec(unmarked)?.[0] ?? ''
  const content = unmarked.slice(skipped.length)
  if (!last && !content.includes('\n')) return undefined
  read.scan.line += skipped.split('\n').length - 1
  read.scan.delimiter = delimiterOf(content.split('\n', 1)[0] ?? '')
  return content
}

function takeHeader(read: CsvRead, header: CsvRow): void {
  const { delimiter } = read.scan
  read.head = { header, delimiter }
  const seen = new Map<string, number>()
  for (const [index, field] of csvFields(header).entries()) {
    const column = field.trim().toLowerCase()
    const first = seen.get(column)
    if (first === undefined || column === '') seen.set(column, index)
    else {
      const related = [{ at: csvFieldRange(read.name, header, first, delimiter), note: 'first-given' }] as const
      report(read, {
        code: 'SRC-21',
        args: { column: field.trim() },
        at: csvFieldRange(read.name, header, index, delimiter),
        related,
      })
    }
  }
}

function takeRow(read: CsvRead, row: CsvRow): void {
  if (read.head === undefined) {
    takeHeader(read, row)
    return
  }
  read.rows += 1
  const expected = read.head.header.count
  const found = row.count
  if (found === expected) {
    read.take(row, read.head)
    return
  }
  const at = csvFieldRange(read.name, row, Math.min(expected, found), read.scan.delimiter)
  report(read, { code: 'SRC-19', args: { expected, found }, at })
}

function quoteProblem(read: CsvRead, row: CsvRow, { problem, at }: QuoteProblem): void {
  const source = { name: read.name, text: row.text, firstLine: row.line }
  report(read, { code: 'SRC-20', args: { problem }, at: { source, start: at, end: Math.min(at + 1, row.text.length) } })
}

/** Reads RFC 4180 text, possibly streamed; calls `take` for each row with as many fields as the header. */
export function readCsv(input: SourcePieces, take: (row: CsvRow, head: CsvHead) => void): CsvResult {
  const scan: CsvScan = { delimiter: '', rest: '', line: 1 }
  const read: CsvRead = { name: input.name, scan, diagnostics: [], take, head: undefined, rows: 0, more: 0 }
  const onRow = (row: CsvRow) => takeRow(read, row)
  const onProblem = (row: CsvRow, found: QuoteProblem) => quoteProblem(read, row, found)
  let waiting = ''
  for (const piece of input.pieces) {
    const text = scan.delimiter === '' ? begin(read, waiting + piece, false) : piece
    if (text === undefined) waiting += piece
    else scanCsv(scan, text, false, onRow, onProblem)
  }
  const rest = scan.delimiter === '' ? (begin(read, waiting, true) ?? '') : ''
  scanCsv(scan, rest, true, onRow, onProblem)
  if (read.head === undefined) {
    report(read, { code: 'SRC-8', args: {}, at: { source: { name: input.name, text: '' }, start: 0, end: 0 } })
  }
  return { head: read.head, rows: read.rows, diagnostics: read.diagnostics, more: read.more }
}
