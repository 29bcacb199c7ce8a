import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { CsvRow } from '../../source/records/csv-row.ts'
import { csvFieldRange, csvFields } from '../../source/records/csv-row.ts'
import type { CsvHead } from '../../source/records/read-csv.ts'
import { user } from '../../tenant/graph/documented-people.ts'
import { mailboxSwitchNames } from '../../tenant/settings/mailbox.ts'
import { propertiesOf } from '../../tenant/settings/setting.ts'
import { userSettings } from '../../tenant/settings/users.ts'
import { own } from '../../vocabulary/own.ts'
import type { PopulationRecord } from './record.ts'

/** The meaning of a population file column. */
export interface Column {
  /** The property of a user, and the key in it if the property is a mapping. */
  readonly steps: readonly [string, string?]
  readonly kind: 'text' | 'flag' | 'list' | 'unused' | 'unknown'
}

const properties = propertiesOf(userSettings)
const switches = mailboxSwitchNames.map((name) => `mailboxSwitches.${name}`)
const headings = [...Object.keys(properties).filter((name) => name !== 'mailboxSwitches'), ...switches]
const byLowerCase = new Map(headings.map((name) => [name.toLowerCase(), name]))

/** What Graph says in objects, which no cell can hold, is unknown here. */
const objects: readonly string[] = ['identities', 'passwordProfile']
const unused = new Set(user.withoutEffect.filter((key) => !objects.includes(key)).map((key) => key.toLowerCase()))

/** Resolves a heading: a property of a user, or a mailbox switch such as `mailboxSwitches.PopEnabled`. */
export function columnOf(heading: string): Column {
  const name = byLowerCase.get(heading.trim().toLowerCase())
  if (name === undefined)
    return { steps: [heading.trim()], kind: unused.has(heading.trim().toLowerCase()) ? 'unused' : 'unknown' }
  const [first = '', key] = name.split('.')
  if (key !== undefined) return { steps: [first, key], kind: 'flag' }
  const type = own(properties, first)?.['type']
  return { steps: [first], kind: type === 'array' ? 'list' : type === 'boolean' ? 'flag' : 'text' }
}

/** Reports unknown headings, and a missing user name column. */
export function headingProblems(name: string, { header, delimiter }: CsvHead): readonly Diagnostic[] {
  const columns = csvFields(header).map(columnOf)
  const unknown = columns.flatMap(({ steps: [key], kind }, index): readonly Diagnostic[] => {
    if (kind !== 'unknown') return []
    const suggestion = suggest(key, headings)
    const args = { key, of: 'a user', known: headings, ...(suggestion === undefined ? {} : { suggestion }) }
    return [{ code: 'SHAPE-1', args, at: csvFieldRange(name, header, index, delimiter) }]
  })
  if (columns.some(({ steps: [key] }) => key === 'userPrincipalName')) return unknown
  const args = { key: 'userPrincipalName', of: 'the file of users' }
  return [...unknown, { code: 'SHAPE-2', args, at: csvFieldRange(name, header, 0, delimiter) }]
}

const flags = new Map<string, boolean>([
  ['true', true],
  ['false', false],
])

/** The items of a cell that holds a list; an empty cell is a list without items. */
export function itemsOf(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function cellValue({ kind }: Column, cell: string): unknown {
  if (kind === 'list') return itemsOf(cell)
  const text = cell.trim()
  if (text === '') return undefined
  return kind === 'flag' ? (flags.get(text.toLowerCase()) ?? text) : text
}

/** A row as a record. An empty cell omits its property, except in a list. */
export function recordOfRow(
  name: string,
  row: CsvRow,
  columns: readonly Column[],
  delimiter: string,
): PopulationRecord {
  const value: Record<string, unknown> = {}
  const fields = csvFields(row)
  columns.forEach((column, index) => {
    const cell = cellValue(column, fields[index] ?? '')
    const [property, key] = column.steps
    if (cell === undefined || column.kind === 'unknown' || column.kind === 'unused') return
    value[property] = key === undefined ? cell : { ...Object(value[property]), [key]: cell }
  })
  const rangeOf: PopulationRecord['rangeOf'] = ([property, key]) => {
    const exact = columns.findIndex(({ steps }) => steps[0] === property && (steps[1] ?? key) === key)
    return csvFieldRange(name, row, Math.max(0, exact), delimiter)
  }
  return { value, rangeOf, rangeOfKey: rangeOf }
}
