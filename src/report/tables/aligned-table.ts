import { displayWidth, padded } from './display-width.ts'
import { singleLine } from './single-line.ts'

/** Rows of cells under headings. */
export interface Grid {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Aligns columns with blanks, with a line under the headings. */
export function renderAligned({ headings, rows }: Grid): string {
  const shown = rows.map((row) => row.map(singleLine))
  const widths = headings.map((heading, column) =>
    shown.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), displayWidth(heading)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [headings, widths.map((width) => '-'.repeat(width)), ...shown].map((cells) => `${line(cells)}\n`).join('')
}
