import { displayWidth, padded } from '../report/display-width.ts'
import { neutralize } from '../source/neutralize.ts'

/** One cell: a text, or several that stand below each other. */
export type Cell = string | readonly string[]

/** Rows of cells under headings. */
export interface Grid {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const linesOf = (cell: Cell): readonly string[] =>
  typeof cell === 'string' ? [neutralize(cell)] : cell.map(neutralize)

/** Columns aligned by blanks, with a line under the headings. */
export function renderAligned({ headings, rows }: Grid): string {
  const shown = rows.map((row) => row.map(linesOf))
  const widths = headings.map((heading, column) =>
    shown.reduce((most, row) => Math.max(most, ...(row[column] ?? []).map(displayWidth)), displayWidth(heading)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  const lines = [line(headings), line(widths.map((width) => '-'.repeat(width)))]
  for (const row of shown) {
    const height = Math.max(...row.map((cell) => cell.length))
    for (let at = 0; at < height; at += 1) lines.push(line(row.map((cell) => cell[at] ?? '')))
  }
  return `${lines.join('\n')}\n`
}

const flat = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.join(', '))

/** A spreadsheet must take no cell for a formula. */
function csvCell(cell: Cell): string {
  const text = flat(cell)
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Comma-separated values with a heading line. */
export function renderCsv({ headings, rows }: Grid): string {
  return [headings, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

const markdownCell = (cell: Cell): string =>
  neutralize(flat(cell))
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&')

/** A Markdown table in which no cell can become markup. */
export function renderMarkdownTable({ headings, rows }: Grid): string {
  const lines = [headings, headings.map(() => '---'), ...rows.map((row) => row.map(markdownCell))]
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
