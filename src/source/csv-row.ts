import type { SourceRange } from './source-text.ts'

/** One row of a CSV file, and enough of the file to point at its fields. */
export interface CsvRow {
  readonly fields: readonly string[]
  /** The line on which the row begins. */
  readonly line: number
  /** The row as written. */
  readonly text: string
}

/** Where each field of a row as written begins and ends, quotes included. */
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

/** The place of a field of a row; of the end of the row when it has no such field. */
export function csvFieldRange(name: string, row: CsvRow, field: number, delimiter = ','): SourceRange {
  const source = { name, text: row.text, firstLine: row.line }
  const [start, end] = fieldBounds(row.text, delimiter)[field] ?? [row.text.length, row.text.length]
  return { source, start, end }
}
