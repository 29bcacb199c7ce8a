import type { SourceRange } from '../text/source-text.ts'

/** One row of a CSV file, with what is needed to locate its fields. */
export interface CsvRow {
  /** The row as written. */
  readonly text: string
  /** The line at which the row starts. */
  readonly line: number
  readonly delimiter: string
  /** The number of fields. */
  readonly count: number
  /** The fields of a row with quotes; those of other rows are extracted on demand. */
  readonly quoted?: readonly string[]
}

/** All fields of a row, unquoted. */
export function csvFields({ text, delimiter, quoted }: CsvRow): readonly string[] {
  return quoted ?? text.split(delimiter)
}

/** The offset of a field in a row without quotes; past the end if there is no such field. */
export function plainFieldStart({ text, delimiter }: CsvRow, field: number): number {
  let start = 0
  for (let passed = 0; passed < field; passed += 1) {
    const next = text.indexOf(delimiter, start)
    if (next === -1) return text.length + 1
    start = next + 1
  }
  return start
}

/** One field of a row, unquoted; empty if the row has no such field. */
export function csvField(row: CsvRow, field: number): string {
  if (row.quoted !== undefined) return row.quoted[field] ?? ''
  const start = plainFieldStart(row, field)
  const end = row.text.indexOf(row.delimiter, start)
  return end === -1 ? row.text.slice(start) : row.text.slice(start, end)
}

/** The bounds of each field in the raw row, including quotes. */
function fieldBounds(text: string, delimiter: string): readonly (readonly [number, number])[] {
  const bounds: (readonly [number, number])[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at)
    if (quoted && at < text.length) {
      if (character !== '"') continue
      if (text.charAt(at + 1) === '"') at += 1
      else quoted = false
    } else if (character === '"' && at === start) quoted = true
    else if (character === delimiter || at === text.length) {
      bounds.push([start, at])
      start = at + 1
    }
  }
  return bounds
}

/** The location of a field; the end of the row if there is no such field. */
export function csvFieldRange(name: string, row: CsvRow, field: number, delimiter = ','): SourceRange {
  const source = { name, text: row.text, firstLine: row.line }
  const [start, end] = fieldBounds(row.text, delimiter)[field] ?? [row.text.length, row.text.length]
  return { source, start, end }
}
