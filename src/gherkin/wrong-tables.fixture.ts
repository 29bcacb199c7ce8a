import type { Rows } from './definition.ts'
import type { SignInWorld } from './world.ts'
import { poolOf, spoiled } from './wrong-values.fixture.ts'

/** A table that says something else, and what was done to it. */
export interface WrongTable {
  readonly what: string
  readonly rows: Rows
  /** The column whose cell was changed. */
  readonly column?: string
}

/** What a table of a step is like. */
export interface TableKind {
  /** Whether it names everything there is, so that a row left out is wrong. */
  readonly whole: boolean
  /** Whether a row can rightly stand twice. */
  readonly repeats: boolean
  /** The columns of a table that has no header. */
  readonly headless?: readonly string[]
  /** Columns that say which sign-in is meant: another one may end likewise, so only unknown names are wrong there. */
  readonly subjects: readonly string[]
}

const replaced = <Value>(list: readonly Value[], at: number, value: Value): readonly Value[] =>
  list.map((one, index) => (index === at ? value : one))

function* wrongCells(rows: Rows, kind: TableKind, world: SignInWorld): Generator<WrongTable> {
  const header = kind.headless ?? rows[0] ?? []
  const start = kind.headless === undefined ? 1 : 0
  for (let at = start; at < rows.length; at += 1) {
    const row = rows[at] ?? []
    for (const [index, column] of header.entries()) {
      const cell = row[index] ?? ''
      const subject = kind.subjects.includes(column)
      const others = subject
        ? []
        : [...poolOf(column, world, cell), ...rows.slice(start).map((one) => one[index] ?? '')]
      const wrong = subject ? ['zzz', `${cell}x`, ''] : [...spoiled(cell), ...others]
      for (const text of new Set(wrong))
        if (!alike(text, cell))
          yield {
            what: `${column} \`${text}\` for \`${cell}\``,
            rows: replaced(rows, at, replaced(row, index, text)),
            column,
          }
    }
  }
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/["]/g, '')
    .replace(/[-_/:\s]+/g, ' ')
    .trim()
const alike = (one: string, other: string): boolean => plain(one) === plain(other)

/** Tables that differ from a true one in a cell, a row or a column. */
export function* wrongTables(rows: Rows, kind: TableKind, world: SignInWorld): Generator<WrongTable> {
  yield* wrongCells(rows, kind, world)
  const start = kind.headless === undefined ? 1 : 0
  yield { what: 'no rows', rows: rows.slice(0, start) }
  yield { what: 'one more column', rows: rows.map((row, index) => [...row, index < start ? 'zzz' : 'x']) }
  for (let at = start; at < rows.length; at += 1) {
    if (kind.whole) yield { what: `without row ${at}`, rows: rows.filter((_, index) => index !== at) }
    if (!kind.repeats)
      yield { what: `row ${at} twice`, rows: [...rows.slice(0, at + 1), rows[at] ?? [], ...rows.slice(at + 1)] }
  }
}
