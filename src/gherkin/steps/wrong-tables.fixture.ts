import type { Rows } from '../scenario/rows.ts'
import type { SignInWorld } from '../scenario/world.ts'
import { parameterType, readCell } from './parameter-types.ts'
import { copyOf } from './play-steps.fixture.ts'
import { poolOf, spoiled } from './wrong-values.fixture.ts'

/** A table that says something else, and what was done to it. */
export interface WrongTable {
  readonly what: string
  readonly rows: Rows
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

/** Values from all over a list, the same ones in every run. */
export function spread<Value>(list: readonly Value[], most: number): readonly Value[] {
  const step = Math.max(1, list.length / most)
  return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).slice(0, most)
}

function* wrongCells(rows: Rows, kind: TableKind, world: SignInWorld, most: number): Generator<WrongTable> {
  const header = kind.headless ?? rows[0] ?? []
  const start = startOf(kind)
  for (let at = start; at < Math.min(rows.length, start + (most > few ? 2 : 1)); at += 1) {
    const row = rows[at] ?? []
    for (const [index, column] of header.entries()) {
      const cell = row[index] ?? ''
      const others = [...poolOf(column, world, cell), ...rows.slice(start).map((one) => one[index] ?? '')]
      const wrong = kind.subjects.includes(column)
        ? ['zzz', `${cell}x`, '']
        : [...spread(spoiled(cell), most), ...spread(others, most)]
      for (const text of new Set(wrong)) {
        if (alike(text, cell) || meansTheSame(column, text, cell, world)) continue
        const what = `${column} \`${text}\` for \`${cell}\``
        yield { what, rows: replaced(rows, at, replaced(row, index, text)) }
      }
    }
  }
}

/** How many wrong values are tried where each one takes long. */
export const few = 3
const startOf = ({ headless }: TableKind): number => (headless === undefined ? 1 : 0)

/** Several names of one thing are no mistake. */
function meansTheSame(column: string, text: string, cell: string, world: SignInWorld): boolean {
  const name = column === 'from' || column === 'to' ? 'participant' : parameterType(column)?.name
  if (name === undefined) return false
  try {
    return readCell(name, text, copyOf(world)) === readCell(name, cell, copyOf(world))
  } catch {
    return false
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
export function* wrongTables(rows: Rows, kind: TableKind, world: SignInWorld, most: number): Generator<WrongTable> {
  yield* wrongCells(rows, kind, world, most)
  const start = startOf(kind)
  yield { what: 'no rows', rows: rows.slice(0, start) }
  yield { what: 'one more column', rows: rows.map((row, index) => [...row, index < start ? 'zzz' : 'x']) }
  for (const at of new Set([start, rows.length - 1])) {
    const [before, after] = [rows.slice(0, at), rows.slice(at + 1)]
    const row = rows[at] ?? []
    if (kind.whole) yield { what: `without row ${at}`, rows: [...before, ...after] }
    if (!kind.repeats) yield { what: `row ${at} twice`, rows: [...before, row, row, ...after] }
  }
}
