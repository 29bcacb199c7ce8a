import type { SourcePieces } from '../../source/files/source-reader.ts'
import { type CsvRow, csvField, csvFieldRange, csvFields } from '../../source/records/csv-row.ts'
import { type CsvHead, readCsv } from '../../source/records/read-csv.ts'
import { accountNamed, type OpenClass } from './classes.ts'
import { type Column, columnOf, headingProblems, itemsOf, recordOfRow } from './columns.ts'
import { count, judged, memberOf, noGroups, type Reading, type Reread, report } from './reading.ts'
import { keepRow, type RowMemory, recall, rowMemory } from './row-memory.ts'
import type { EachName } from './unique-names.ts'

interface Table {
  readonly columns: readonly Column[]
  /** Indexes of the display name, id and group columns; -1 if absent. */
  readonly displayName: number
  readonly id: number
  readonly groups: number
  /** Those of the account on-premises and its domain. */
  readonly account: number
  readonly domain: number
  readonly memory: RowMemory<OpenClass>
}

function takeRow(reading: Reading, input: SourcePieces, table: Table, row: CsvRow, { delimiter }: CsvHead): void {
  const { memory, columns } = table
  const name = csvField(row, memory.userPrincipalName)
  const cell = (column: number): string => (column < 0 ? '' : csvField(row, column).trim())
  const listed = reading.memberships?.of([name, cell(table.id)]) ?? noGroups
  const also = reading.keyOfGroups(listed)
  const known = recall(memory, row, name, also)
  const into = known ?? judged(reading, recordOfRow(input.name, row, columns, delimiter), listed)
  if (into === undefined) return
  if (known === undefined) keepRow(memory, row, name, into, also)
  count(
    reading,
    into,
    name.trim(),
    () => {
      const names = [name.trim(), cell(table.displayName), cell(table.id)]
      const groups = table.groups < 0 ? listed : [...itemsOf(cell(table.groups)), ...listed]
      return memberOf(reading, memory.singled, names, groups)
    },
    accountNamed(cell(table.account), cell(table.domain)),
  )
}

function tableOf({ tenant, into, seen, memberships }: Reading, head: CsvHead): Table {
  const columns = csvFields(head.header).map(columnOf)
  const at = (wanted: string): number => columns.findIndex(({ steps: [property] }) => property === wanted)
  const memory = rowMemory<OpenClass>(columns, tenant, into.relevant, seen.singled, memberships !== undefined)
  return {
    columns,
    displayName: at('displayName'),
    id: at('id'),
    groups: at('groups'),
    account: at('onPremisesSamAccountName'),
    domain: at('onPremisesDomainName'),
    memory,
  }
}

const nobody: EachName = () => undefined

/** Reads a CSV file of users. */
export function readRows(reading: Reading, input: SourcePieces): Reread {
  let table: Table | undefined
  let sound = true
  const { head, diagnostics, more } = readCsv(input, (row, found) => {
    if (table === undefined) {
      const problems = headingProblems(input.name, found)
      report(reading, problems)
      sound = problems.length === 0
      table = tableOf(reading, found)
    }
    if (!sound) return
    const name = csvField(row, table.memory.userPrincipalName)
    reading.names.add(name)
    if (table.id >= 0) reading.ids.add(csvField(row, table.id))
    reading.options.onName?.(name)
    if (table.displayName >= 0) reading.options.onName?.(csvField(row, table.displayName))
    takeRow(reading, input, table, row, found)
  })
  report(reading, diagnostics)
  reading.found.addErrors(more)
  if (head !== undefined && table === undefined) report(reading, headingProblems(input.name, head))
  if (head === undefined || table === undefined || !sound) return { eachName: nobody, eachId: nobody }
  const eachOf =
    (column: number): EachName =>
    (take) => {
      if (column < 0) return
      readCsv(input, (row) => take(csvField(row, column), () => csvFieldRange(input.name, row, column, head.delimiter)))
    }
  return { eachName: eachOf(table.memory.userPrincipalName), eachId: eachOf(table.id) }
}
