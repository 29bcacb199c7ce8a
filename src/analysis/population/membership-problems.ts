import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourcePieces } from '../../source/files/source-reader.ts'
import { type CsvRow, csvField, csvFieldRange } from '../../source/records/csv-row.ts'
import { readCsv } from '../../source/records/read-csv.ts'
import type { FoundProblems } from './found-problems.ts'
import type { MembershipRows } from './membership-rows.ts'

/** A problem with a row, by row number among the rows read. */
export interface RowProblem {
  readonly row: number
  readonly code: 'MEM-1' | 'MEM-2' | 'MEM-3'
  /** The earlier duplicate row. */
  readonly before?: number
}

/** Duplicate rows: the first few, and their total number. */
export function statedTwice({ groupOf, memberOf, count }: MembershipRows, most: number) {
  const last = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * count))) - 1
  const slots = new Int32Array(last + 1)
  const problems: RowProblem[] = []
  let twice = 0
  for (let row = 0; row < count; row += 1) {
    const [group, member] = [groupOf[row] ?? 0, memberOf[row] ?? 0]
    let slot = (Math.imul(member, 0x9e3779b1) ^ Math.imul(group, 0x85ebca6b)) & last
    let there = slots[slot] ?? 0
    while (there !== 0 && !(groupOf[there - 1] === group && memberOf[there - 1] === member)) {
      slot = (slot + 1) & last
      there = slots[slot] ?? 0
    }
    if (there === 0) slots[slot] = row + 1
    else {
      twice += 1
      if (problems.length < most) problems.push({ row, code: 'MEM-1', before: there - 1 })
    }
  }
  return { problems, twice }
}

/** For each group, the groups that it is in, each with its row; -1 if only the tenant file states it. */
export type Nesting = readonly (readonly { readonly into: number; readonly row: number }[])[]

interface Walk {
  readonly nesting: Nesting
  /** 0: not visited; 1: on the current path; 2: done. */
  readonly state: Uint8Array
  readonly rows: Set<number>
}

/** The last row on the path back to a group; memberships from the tenant file are not errors of the membership file. */
function closingRow(way: readonly { readonly group: number; readonly row: number }[], group: number, row: number) {
  if (row >= 0) return row
  for (let at = way.length - 1; at > 0 && way[at]?.group !== group; at -= 1) {
    const found = way[at]?.row ?? -1
    if (found >= 0) return found
  }
  return -1
}

function walkFrom({ nesting, state, rows }: Walk, start: number): void {
  const way: { readonly group: number; readonly row: number; next: number }[] = [{ group: start, row: -1, next: 0 }]
  state[start] = 1
  for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
    const edge = nesting[top.group]?.[top.next]
    top.next += 1
    if (edge === undefined) {
      state[top.group] = 2
      way.pop()
    } else if (state[edge.into] === 1) {
      const row = closingRow(way, edge.into, edge.row)
      if (row >= 0) rows.add(row)
    } else if (state[edge.into] === 0) {
      state[edge.into] = 1
      way.push({ group: edge.into, row: edge.row, next: 0 })
    }
  }
}

/** Rows that close a membership cycle; removing them removes every cycle. */
export function closingCycles(nesting: Nesting): readonly RowProblem[] {
  const walk: Walk = { nesting, state: new Uint8Array(nesting.length), rows: new Set() }
  for (let group = 0; group < nesting.length; group += 1) if (walk.state[group] === 0) walkFrom(walk, group)
  return [...walk.rows].sort((one, other) => one - other).map((row) => ({ row, code: 'MEM-2' }))
}

/** Finds rows by number. */
function rowsOf(input: SourcePieces, wanted: ReadonlySet<number>, isRead: (row: CsvRow) => boolean) {
  const found = new Map<number, CsvRow>()
  let number = 0
  readCsv(input, (row) => {
    if (!isRead(row)) return
    if (wanted.has(number)) found.set(number, row)
    number += 1
  })
  return found
}

const textOf = (row: CsvRow, column: number): string => csvField(row, column).trim()

/** Reports problems in file order; reads the file again to locate them. */
export function reportRows(
  input: SourcePieces,
  { columns, groups }: MembershipRows,
  problems: readonly RowProblem[],
  found: FoundProblems,
): void {
  if (problems.length === 0) return
  const wanted = new Set(problems.flatMap(({ row, before }) => (before === undefined ? [row] : [row, before])))
  const isRead = (row: CsvRow): boolean =>
    textOf(row, columns.group) !== '' &&
    textOf(row, columns.member) !== '' &&
    groups.numberOf(textOf(row, columns.group)) >= 0
  const rows = rowsOf(input, wanted, isRead)
  for (const { row: number, code, before } of problems) {
    const row = rows.get(number)
    if (row === undefined) continue
    const [group, member] = [textOf(row, columns.group), textOf(row, columns.member)]
    const rangeOf = (one: CsvRow) => csvFieldRange(input.name, one, columns.member, one.delimiter)
    const first = before === undefined ? undefined : rows.get(before)
    const related = first === undefined ? {} : { related: [{ at: rangeOf(first), note: 'first-given' as const }] }
    const at = code === 'MEM-3' ? csvFieldRange(input.name, row, columns.group, row.delimiter) : rangeOf(row)
    const one: Diagnostic =
      code === 'MEM-3' ? { code, args: { group }, at } : { code, args: { group, member }, at, ...related }
    found.add([one])
  }
}
