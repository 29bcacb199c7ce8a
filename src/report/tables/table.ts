import type { Trace } from '../../trace/step.ts'
import { compactUserRows } from './compact-rows.ts'
import { displayWidth, padded, wrapped } from './display-width.ts'
import { plainReport, type ReportPaint } from './report-paint.ts'
import type { MergedRow, UserRows } from './session-rows.ts'
import { singleLine } from './single-line.ts'

/** Options for the table; without a width it is as wide as necessary. */
export interface TableOptions {
  readonly width?: number
  readonly paint?: ReportPaint
}

const headings = ['Client', 'To', 'From', 'Credential', 'Checked by', 'Second factor', 'Rule', 'Why'] as const
const gap = '  '
/** Below this width the network is shown in the purpose column, if it matters. */
const roomForNetworks = 96
/** Below this width only failures show a reason, next to their verdict. */
const roomForReasons = 132
const smallest = 6
/** Rule ids are never broken. */
const rigid: ReadonlySet<number> = new Set([6])
const credentialColumn = 3
const networkColumn = 2
const ruleColumn = 6
const whyColumn = 7

interface PaintedCell {
  readonly lines: readonly string[]
  readonly paint: (text: string) => string
}

/** The credential table of a terminal: one block per user, equal rows shown once for all their purposes and networks. */
export function renderTable(sessions: Iterable<readonly Trace[]>, options: TableOptions = {}): string {
  return [...tableBlocks(sessions, options)].join('')
}

/** The same table a user at a time; the sessions of one user follow each other. */
export function* tableBlocks(
  sessions: Iterable<readonly Trace[]>,
  { paint = plainReport, width = Number.POSITIVE_INFINITY }: TableOptions = {},
): Generator<string> {
  const users = compactUserRows(sessions)
  const all = new Set(users.flatMap(({ rows }) => rows))
  if (all.size === 0) yield 'No sign-in matches.\n'
  const networks = new Set([...all].flatMap(({ networks: some }) => some))
  const cells = new Map([...all].map((row) => [row, cellsOf(row, networks, width)]))
  const layout = { cells, widths: columnWidths([...cells.values()], width), width, paint }
  for (const [index, user] of users.entries()) yield `${index === 0 ? '' : '\n'}${userLines(user, layout).join('\n')}\n`
}

interface Layout {
  readonly cells: ReadonlyMap<MergedRow, readonly (readonly string[])[]>
  readonly widths: readonly number[]
  readonly width: number
  readonly paint: ReportPaint
}

function userLines({ user, userName, rows }: UserRows, { cells, widths, width, paint }: Layout): readonly string[] {
  const name = userName === user ? user : `${userName} (${user})`
  const lines = wrapped(singleLine(name), width).map(paint.strong)
  lines.push(paint.faint(lineOf(headings, widths)))
  let before = ''
  for (const row of rows) {
    const own = cells.get(row) ?? []
    lines.push(...rowLines(row, row.request.client === before ? [[''], ...own.slice(1)] : own, widths, paint))
    before = row.request.client
  }
  return lines
}

/** The lines of each cell, before wrapping. */
function cellsOf(row: MergedRow, networks: ReadonlySet<string>, width: number): readonly (readonly string[])[] {
  const everywhere = networks.size > 1 && row.networks.length === networks.size
  const purposes = row.purposes.join(', ')
  const places = row.networks.join(', ')
  const shown = [
    [row.clientName],
    [width >= roomForNetworks || everywhere ? purposes : `${purposes} (${places})`],
    [everywhere ? 'anywhere' : places],
    [...row.results.map(({ result }) => result), ...(width >= roomForReasons || works(row) ? [] : [row.why])],
    row.results.map(({ verifier }) => verifier),
    row.results.map(({ secondFactor }) => secondFactor),
    row.results.map(({ rule }) => rule),
    [row.why],
  ]
  return shown.map((cell) => cell.map(singleLine))
}

/** Columns in the order in which they shrink, each with its minimum readable width. */
const yielding: readonly (readonly [column: number, least: number])[] = [
  [0, 26],
  [whyColumn, 22],
  [1, 16],
  [credentialColumn, 26],
  [0, 18],
  [whyColumn, 16],
  [5, 10],
  [4, 10],
  [1, 12],
  [0, 16],
  [credentialColumn, 18],
  [5, 8],
  [0, 14],
]

/** Natural widths, shrunk until the table fits; reasons are omitted if there is no room. */
function columnWidths(rows: readonly (readonly (readonly string[])[])[], width: number): readonly number[] {
  const widths = headings.map((heading, column) =>
    rows.reduce(
      (most, row) => (row[column] ?? []).reduce((wide, line) => Math.max(wide, displayWidth(line)), most),
      displayWidth(heading),
    ),
  )
  if (width < roomForReasons) widths[whyColumn] = 0
  if (width < roomForNetworks) widths[networkColumn] = 0
  const excess = (): number =>
    widths.reduce((sum, wide) => sum + (wide === 0 ? 0 : wide + gap.length), -gap.length) - width
  for (const [column, least] of yielding) {
    const wide = widths[column] ?? 0
    if (wide > least && excess() > 0) widths[column] = Math.max(least, wide - excess())
  }
  const words = headings.map((heading, column) => longestWord([heading, ...rows.flatMap((row) => row[column] ?? [])]))
  // Breaks between words if that is enough, otherwise inside of them.
  shrink(widths, excess, words)
  shrink(widths, excess, [])
  return widths
}

/** Shrinks the widest columns, none below its own minimum or the overall minimum. */
function shrink(widths: number[], excess: () => number, least: readonly number[]): void {
  const spare = (column: number): number =>
    rigid.has(column) ? 0 : (widths[column] ?? 0) - Math.max(smallest, least[column] ?? 0)
  while (excess() > 0) {
    const widest = widths.reduce(
      (most, wide, column) => (spare(column) > 0 && (most < 0 || wide > (widths[most] ?? 0)) ? column : most),
      -1,
    )
    if (widest < 0) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
}

const longestWord = (texts: readonly string[]): number =>
  texts.reduce((most, text) => text.split(' ').reduce((wide, word) => Math.max(wide, displayWidth(word)), most), 0)

function works({ kind }: Pick<MergedRow, 'kind'>): boolean {
  return kind === 'signs-in' || kind === 'several-credentials'
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  const shown = cells.flatMap((cell, column) =>
    (widths[column] ?? 0) === 0
      ? []
      : [
          padded(
            displayWidth(cell) > (widths[column] ?? 0) ? (wrapped(cell, widths[column] ?? 1)[0] ?? '') : cell,
            widths[column] ?? 0,
          ),
        ],
  )
  return shown.join(gap).trimEnd()
}

/** Keeps credentials, verifiers, second factors and rules of one session aligned when a cell is wrapped. */
function rowLines(
  row: MergedRow,
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  paint: ReportPaint,
): readonly string[] {
  const broken = cells.map((cell, column) =>
    cell.map((text) => ((widths[column] ?? 0) === 0 ? [] : wrapped(text, widths[column] ?? 1))),
  )
  const heights = (cells[credentialColumn] ?? []).map((_, index) =>
    Math.max(1, ...[3, 4, 5, 6].map((column) => broken[column]?.[index]?.length ?? 0)),
  )
  const columns = broken.map((cell, column) =>
    column < credentialColumn || column === whyColumn
      ? cell.flat()
      : cell.flatMap((lines, index) => filled(lines, heights[index] ?? 1)),
  )
  const height = Math.max(...columns.map((lines) => lines.length))
  const painted: readonly PaintedCell[] = columns.map((lines, column) => ({
    lines,
    paint: paintOf(row, column, paint),
  }))
  return Array.from({ length: height }, (_, index) => paintedLine(painted, index, widths))
}

function filled(lines: readonly string[], height: number): readonly string[] {
  return [...lines, ...Array.from({ length: height - lines.length }, () => '')]
}

function paintedLine(cells: readonly PaintedCell[], index: number, widths: readonly number[]): string {
  const shown = cells.map(({ lines, paint }, column) => {
    const text = lines[index] ?? ''
    const blanks = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text)))
    return { text, painted: paint(text) + blanks, wide: widths[column] ?? 0 }
  })
  const last = shown.findLastIndex(({ text, wide }) => text !== '' && wide > 0)
  return shown
    .slice(0, last + 1)
    .filter(({ wide }) => wide > 0)
    .map(({ painted, text }, at, kept) =>
      at === kept.length - 1 ? painted.slice(0, painted.length - trailing(painted, text)) : painted,
    )
    .join(gap)
}

/** Padding in the last column. */
function trailing(painted: string, text: string): number {
  return text === '' ? painted.length : painted.length - painted.trimEnd().length
}

function paintOf({ kind }: MergedRow, column: number, paint: ReportPaint): (text: string) => string {
  if (column === ruleColumn) return paint.rule
  if (column === whyColumn) return paint.faint
  if (column !== credentialColumn) return (text) => text
  if (works({ kind })) return paint.good
  return kind === 'undetermined' ? paint.open : paint.bad
}
