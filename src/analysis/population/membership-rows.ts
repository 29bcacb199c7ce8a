import { type TextTable, textTable } from '../../classes/text-table.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { SourcePieces } from '../../source/files/source-reader.ts'
import { type CsvRow, csvField, csvFieldRange, csvFields } from '../../source/records/csv-row.ts'
import { type CsvHead, readCsv } from '../../source/records/read-csv.ts'
import type { SourceRange } from '../../source/text/source-text.ts'
import type { GroupFile } from '../../tenant/principal-file.ts'
import type { FoundProblems } from './found-problems.ts'

/** The column indexes of a membership file. */
export interface MembershipColumns {
  readonly group: number
  readonly member: number
}

/** Groups by number: the declared ones by name and id; if a tenant declares none, each name is a group. */
export interface GroupNumbers {
  readonly numberOf: (text: string, start?: number, end?: number) => number
  readonly names: () => readonly string[]
  readonly declared: readonly GroupFile[] | undefined
}

/** Rows of a membership file, as two numbers each, in file order. */
export interface MembershipRows {
  readonly columns: MembershipColumns
  readonly groups: GroupNumbers
  readonly members: TextTable
  readonly groupOf: Uint32Array
  readonly memberOf: Uint32Array
  readonly count: number
}

/** Numbers the groups of a tenant; undefined means that none are declared. */
export function groupNumbers(declared: readonly GroupFile[] | undefined): GroupNumbers {
  const table = textTable()
  if (declared === undefined)
    return {
      numberOf: table.add,
      names: () => Array.from({ length: table.count() }, (_, number) => table.at(number)),
      declared,
    }
  const groupOf: number[] = []
  declared.forEach(({ name, id }, group) => {
    for (const text of id === undefined ? [name] : [name, id]) groupOf[table.add(text)] ??= group
  })
  const names = declared.map(({ name }) => name)
  return {
    numberOf: (text, start, end) => groupOf[table.find(text, start, end)] ?? -1,
    names: () => names,
    declared,
  }
}

const headings = ['group', 'member'] as const

function columnsOf(head: CsvHead): MembershipColumns {
  const named = csvFields(head.header).map((heading) => heading.trim().toLowerCase())
  return { group: named.indexOf('group'), member: named.indexOf('member') }
}

/** Reports unknown and missing headings. */
function headingProblems(name: string, { header, delimiter }: CsvHead): readonly Diagnostic[] {
  const given = csvFields(header).map((heading) => heading.trim())
  const at = (column: number): SourceRange => csvFieldRange(name, header, column, delimiter)
  const unknown = given.flatMap((key, index): readonly Diagnostic[] => {
    if (headings.some((heading) => heading === key.toLowerCase())) return []
    const suggestion = suggest(key, headings)
    const args = { key, of: 'a membership', known: headings, ...(suggestion === undefined ? {} : { suggestion }) }
    return [{ code: 'SHAPE-1', args, at: at(index) }]
  })
  const missing = headings.filter((heading) => !given.some((one) => one.toLowerCase() === heading))
  return [
    ...unknown,
    ...missing.map((key): Diagnostic => ({ code: 'SHAPE-2', args: { key, of: 'the file of memberships' }, at: at(0) })),
  ]
}

function doubled(list: Uint32Array): Uint32Array {
  const made = new Uint32Array(list.length * 2)
  made.set(list)
  return made
}

const isBlank = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) > 32) return false
  return true
}

interface Filling {
  readonly name: string
  readonly groups: GroupNumbers
  readonly members: TextTable
  readonly found: FoundProblems
  readonly bounds: Bounds
  columns: MembershipColumns
  groupOf: Uint32Array
  memberOf: Uint32Array
  count: number
}

function push(filling: Filling, group: number, member: number): void {
  if (filling.count === filling.groupOf.length) {
    filling.groupOf = doubled(filling.groupOf)
    filling.memberOf = doubled(filling.memberOf)
  }
  filling.groupOf[filling.count] = group
  filling.memberOf[filling.count] = member
  filling.count += 1
}

/** Reports a problem with a cell; only counts it once enough are kept. */
function report(
  { found, name }: Filling,
  row: CsvRow,
  column: number,
  make: (text: string, at: SourceRange) => Diagnostic,
): void {
  if (!found.keepsMore()) found.addErrors(1)
  else found.add([make(csvField(row, column).trim(), csvFieldRange(name, row, column, row.delimiter))])
}

/**
 * The bounds of a row's cells in the text: reused for each row because a million objects would cost more than reading.
 */
interface Bounds {
  groupStart: number
  groupEnd: number
  memberStart: number
  memberEnd: number
}

function takeCells(filling: Filling, row: CsvRow, text: string): void {
  const { columns, groups, bounds } = filling
  const { groupStart, groupEnd, memberStart, memberEnd } = bounds
  const noGroup = isBlank(text, groupStart, groupEnd)
  if (noGroup || isBlank(text, memberStart, memberEnd)) {
    const key = noGroup ? 'group' : 'member'
    report(filling, row, columns[key], (_, at) => ({ code: 'SHAPE-2', args: { key, of: 'the membership' }, at }))
    return
  }
  const group = groups.numberOf(text, groupStart, groupEnd)
  if (group >= 0) push(filling, group, filling.members.add(text, memberStart, memberEnd))
  else
    report(filling, row, columns.group, (name, at) => {
      const suggestion = suggest(name, groups.names())
      return { code: 'TEN-1', args: { kind: 'group', name, ...(suggestion === undefined ? {} : { suggestion }) }, at }
    })
}

/** Unquoted rows, which most are, are read in place. */
function takeRow(filling: Filling, row: CsvRow): void {
  const { bounds, columns } = filling
  const plain = row.quoted === undefined && row.count === 2
  const first = plain ? '' : csvField(row, columns.group)
  const text = plain ? row.text : first + csvField(row, columns.member)
  const cut = plain ? text.indexOf(row.delimiter) : first.length
  const isGroupFirst = !plain || columns.group < columns.member
  const rest = plain ? cut + 1 : cut
  bounds.groupStart = isGroupFirst ? 0 : rest
  bounds.groupEnd = isGroupFirst ? cut : text.length
  bounds.memberStart = isGroupFirst ? rest : 0
  bounds.memberEnd = isGroupFirst ? text.length : cut
  takeCells(filling, row, text)
}

/** Reads the rows of a membership file and reports problems; undefined if required columns are missing. */
export function readMembershipRows(
  input: SourcePieces,
  groups: GroupNumbers,
  found: FoundProblems,
): MembershipRows | undefined {
  const filling: Filling = {
    name: input.name,
    groups,
    members: textTable(),
    found,
    bounds: { groupStart: 0, groupEnd: 0, memberStart: 0, memberEnd: 0 },
    columns: { group: -1, member: -1 },
    groupOf: new Uint32Array(1 << 16),
    memberOf: new Uint32Array(1 << 16),
    count: 0,
  }
  let sound: boolean | undefined
  const judgeHead = (head: CsvHead): boolean => {
    const problems = headingProblems(input.name, head)
    found.add(problems)
    filling.columns = columnsOf(head)
    return problems.length === 0
  }
  const { head, diagnostics, more } = readCsv(input, (row, read) => {
    sound ??= judgeHead(read)
    if (sound) takeRow(filling, row)
  })
  if (head !== undefined) sound ??= judgeHead(head)
  found.add(diagnostics)
  found.addErrors(more)
  return sound === true ? filling : undefined
}
