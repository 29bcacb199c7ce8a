import { displayWidth, padded } from '../report/display-width.ts'
import { neutralize } from '../source/neutralize.ts'

/** Rows of cells under headings. */
export interface Grid {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Columns aligned by blanks, with a line under the headings. */
export function renderAligned({ headings, rows }: Grid): string {
  const shown = rows.map((row) => row.map(neutralize))
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

/** A spreadsheet must take no cell for a formula. */
function csvCell(cell: string): string {
  const plain = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Comma-separated values with a heading line. */
export function renderCsv({ headings, rows }: Grid): string {
  return [headings, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

const markdownCell = (cell: string): string =>
  neutralize(cell)
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&')
    .replaceAll('&', '&amp;')

/** A Markdown table in which no cell can become markup. */
export function renderMarkdownTable({ headings, rows }: Grid): string {
  const lines = [headings, headings.map(() => '---'), ...rows.map((row) => row.map(markdownCell))]
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
