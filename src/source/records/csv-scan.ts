import type { CsvRow } from './csv-row.ts'

/** A quoting error in a row; `at` is an offset into the raw row. */
export interface QuoteProblem {
  readonly problem: 'unclosed' | 'text-after-quote' | 'quote-in-field'
  readonly at: number
}

/** The unprocessed rest of the chunks, and the offset of the next row in it. */
export interface CsvScan {
  delimiter: string
  rest: string
  line: number
}

const quote = 34
const newline = 10
const carriageReturn = 13
const longestRow = 1024 * 1024

function lineCount(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** The end of a row with quotes: the first line break outside of them; -1 if it is not available yet. */
function quotedRowEnd(text: string, start: number, delimiter: number): number {
  let quoted = false
  let fieldStart = start
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quoted) {
      if (code !== quote) continue
      if (text.charCodeAt(at + 1) === quote) at += 1
      else quoted = false
    } else if (code === quote && at === fieldStart) quoted = true
    else if (code === delimiter) fieldStart = at + 1
    else if (code === newline) return at
  }
  return -1
}

function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start)
  while (at !== -1 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2)
  return at
}

function quotedFields(text: string, delimiter: string, problem: (found: QuoteProblem) => void): readonly string[] {
  const fields: string[] = []
  let start = 0
  for (;;) {
    const opened = text.charCodeAt(start) === quote
    const closed = opened ? closingQuote(text, start + 1) : -1
    if (opened && closed === -1) problem({ problem: 'unclosed', at: start })
    const after = opened ? (closed === -1 ? text.length : closed + 1) : start
    const next = text.indexOf(delimiter, after)
    const end = next === -1 ? text.length : next
    if (opened && end > after && text.slice(after, end).trim() !== '')
      problem({ problem: 'text-after-quote', at: after })
    const inner = opened
      ? text.slice(start + 1, closed === -1 ? undefined : closed).replaceAll('""', '"')
      : text.slice(start, end)
    if (!opened && inner.includes('"')) problem({ problem: 'quote-in-field', at: start + inner.indexOf('"') })
    fields.push(inner)
    if (next === -1) return fields
    start = next + 1
  }
}

function countOf(text: string, delimiter: string): number {
  let count = 1
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) count += 1
  return count
}

/** The fields of a row as it is written, unquoted, whatever is wrong with its quotes. */
export const cellsOf = (text: string, delimiter: string): readonly string[] =>
  text.includes('"') ? quotedFields(text, delimiter, () => {}) : text.split(delimiter)

/** One complete row. Invariant: in a row without quotes, every delimiter separates fields. */
function rowOf(
  scan: CsvScan,
  text: string,
  hasQuote: boolean,
  problem: (row: CsvRow, found: QuoteProblem) => void,
): CsvRow {
  const { line, delimiter } = scan
  if (!hasQuote) return { text, line, delimiter, count: countOf(text, delimiter) }
  const found: QuoteProblem[] = []
  const quoted = quotedFields(text, delimiter, (one) => found.push(one))
  const row: CsvRow = { text, line, delimiter, count: quoted.length, quoted }
  for (const one of found) problem(row, one)
  return row
}

/** Adds a chunk of text and emits the rows that it completes; the last chunk also completes the rest. */
export function scanCsv(
  scan: CsvScan,
  piece: string,
  last: boolean,
  take: (row: CsvRow) => void,
  problem: (row: CsvRow, found: QuoteProblem) => void,
): void {
  const text = scan.rest + piece
  const delimiter = scan.delimiter.charCodeAt(0)
  let start = 0
  let nextQuote = text.indexOf('"')
  while (start < text.length) {
    let end = text.indexOf('\n', start)
    if (nextQuote !== -1 && nextQuote < start) nextQuote = text.indexOf('"', start)
    const quoted = nextQuote !== -1 && (end === -1 || nextQuote < end)
    if (quoted) {
      const whole = quotedRowEnd(text, start, delimiter)
      // An unclosed quote must not consume the rest of the file: the row then ends with its line.
      const hopeless = whole === -1 && (last || text.length - start > longestRow)
      end = hopeless ? end : whole
    }
    if (end === -1 && !last) break
    const stop = end === -1 ? text.length : end
    const row = text.slice(start, text.charCodeAt(stop - 1) === carriageReturn && stop > start ? stop - 1 : stop)
    if (row !== '') take(rowOf(scan, row, quoted && row.includes('"'), problem))
    scan.line += quoted ? lineCount(row) + 1 : 1
    start = stop + 1
  }
  scan.rest = text.slice(start)
}
