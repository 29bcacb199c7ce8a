import { claimHolds } from '../../simulate/facts/claim-holds.ts'
import { type CsvRow, csvField, csvFields, plainFieldStart } from '../../source/records/csv-row.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import { groupsOf } from '../../tenant/group-membership.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type Column, itemsOf } from './columns.ts'
import type { RelevantNames } from './relevant-names.ts'

const identifying = ['userPrincipalName', 'displayName', 'id']

/** Maximum number of texts cached per column, and of row keys. */
const capacity = 50_000
const mostKeys = 200_000

function remembered(read: (cell: string) => string | undefined): (cell: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (cell) => {
    const found = known.get(cell)
    if (found !== undefined || known.has(cell)) return found
    if (known.size >= capacity) known.clear()
    const made = read(cell)
    known.set(cell, made)
    return made
  }
}

/** The relevant part of a cell; undefined if the cell must be processed individually. */
type Projection = (cell: string) => string | undefined

function leadsToRelevant({ surroundings }: Tenant, { groups: relevant }: RelevantNames, name: string): boolean {
  if (relevant.size === 0) return false
  for (const one of groupsOf(surroundings.groups, [], [name])) if (relevant.has(one)) return true
  return false
}

/** The relevant ones of some groups, as a text key. */
export function keyOfGroups(tenant: Tenant, relevant: RelevantNames): (groups: readonly string[]) => string {
  if (relevant.groups.size === 0) return () => ''
  const counts = new Map<string, boolean>()
  const count = (group: string): boolean => {
    const known = counts.get(group) ?? leadsToRelevant(tenant, relevant, group)
    counts.set(group, known)
    return known
  }
  return (groups) => groups.filter(count).sort().join('\u0000')
}

function projectGroups(tenant: Tenant, relevant: RelevantNames): Projection {
  const { groups, groupsDeclared } = tenant.surroundings
  const counts = remembered((name) => {
    if (groupsDeclared && !groups.byName.has(name.toLowerCase())) return undefined
    return leadsToRelevant(tenant, relevant, name) ? name : ''
  })
  return (cell) => {
    let key = ''
    for (const name of itemsOf(cell)) {
      const counted = counts(name)
      if (counted === undefined) return undefined
      if (counted !== '') key += `${counted};`
    }
    return key
  }
}

/** Only the number of app passwords matters, not their names. */
const projectAppPasswords: Projection = (cell) => String(itemsOf(cell).length)

const nothing: Projection = () => ''

function projection({ steps, kind }: Column, tenant: Tenant, relevant: RelevantNames): Projection | undefined {
  if (kind === 'unused') return nothing
  switch (steps[0]) {
    case 'groups':
      return projectGroups(tenant, relevant)
    case 'appPasswords':
      return projectAppPasswords
    case 'onPremisesSamAccountName':
    case 'onPremisesDomainName':
      return nothing
    case 'lastMfa':
      return relevant.remembersMfa
        ? undefined
        : remembered((cell) => (cell.trim() === '' || parseInstant(cell.trim()) !== undefined ? '' : undefined))
    default:
      return undefined
  }
}

/** A cheap test that rules out most texts that are not among the names. */
function maybeIn(names: ReadonlySet<string>): (text: string) => boolean {
  const lengths = new Set([...names].map((name) => name.length))
  return (text) => lengths.has(text.length) && names.has(text.toLowerCase())
}

/** Raw row text after the identity, by domain; worthwhile if many rows are written identically. */
interface AsWritten<T> {
  readonly byDomain: Map<string, Map<string, T>>
  domain: string
  rows: Map<string, T>
  asked: number
  found: number
}

/** Results of rows by content: first by raw text, then by relevant values. */
export interface RowMemory<T> {
  /** The index of the user principal name column. */
  readonly userPrincipalName: number
  readonly identity: readonly number[]
  /** Whether the rest of a line after its identity contains everything relevant. */
  readonly readable: boolean
  readonly singled: (name: string) => boolean
  readonly keyOf: (row: CsvRow) => string | undefined
  readonly written: AsWritten<T>
  readonly counted: Map<string, T>
}

/** An empty cache for the rows of a file with these columns. */
export function rowMemory<T>(
  columns: readonly Column[],
  tenant: Tenant,
  relevant: RelevantNames,
  singled: ReadonlySet<string>,
  memberships: boolean,
): RowMemory<T> {
  const identity = columns.flatMap(({ steps }, index) => (identifying.includes(steps[0]) ? [index] : []))
  const upn = columns.findIndex(({ steps }) => steps[0] === 'userPrincipalName')
  const leading = identity.every((column, index) => column === index)
  return {
    userPrincipalName: upn,
    identity,
    readable: leading && relevant.nameConditions.length === 0 && !(memberships && relevant.groups.size > 0),
    singled: maybeIn(singled),
    keyOf: keyMaker(columns, identity, upn, tenant, relevant),
    written: { byDomain: new Map(), domain: '', rows: new Map(), asked: 0, found: 0 },
    counted: new Map(),
  }
}

function rowsOfDomain<T>(written: AsWritten<T>, name: string): Map<string, T> {
  if (written.domain !== '' && name.endsWith(written.domain)) return written.rows
  const domain = name.slice(name.lastIndexOf('@'))
  const rows = written.byDomain.get(domain) ?? new Map<string, T>()
  written.byDomain.set(domain, rows)
  written.domain = domain
  written.rows = rows
  return rows
}

/** Whether looking up rows by raw text is still worthwhile. */
const pays = ({ asked, found }: AsWritten<unknown>): boolean => asked < 4096 || found * 2 > asked

function textAfterIdentity({ identity, readable, written }: RowMemory<unknown>, row: CsvRow): string | undefined {
  if (!readable || !pays(written) || row.quoted !== undefined) return undefined
  return row.text.slice(plainFieldStart(row, identity.length))
}

function alone({ userPrincipalName, identity, singled }: RowMemory<unknown>, row: CsvRow, name: string): boolean {
  if (name === '' || singled(name)) return true
  for (const index of identity) if (index !== userPrincipalName && singled(csvField(row, index))) return true
  return false
}

function keepWritten<T>({ written }: RowMemory<T>, name: string, rest: string, value: T): T {
  const rows = rowsOfDomain(written, name)
  if (rows.size >= capacity) rows.clear()
  rows.set(rest, value)
  return value
}

/**
 * The cached result of rows that differ only in identity; `name` is the row's user principal name, `also` the relevant
 * data of the user from elsewhere.
 */
export function recall<T>(memory: RowMemory<T>, row: CsvRow, name: string, also: string): T | undefined {
  if (alone(memory, row, name)) return undefined
  const { written, counted } = memory
  const rest = textAfterIdentity(memory, row)
  if (rest !== undefined) {
    written.asked += 1
    const found = rowsOfDomain(written, name).get(rest)
    if (found !== undefined) {
      written.found += 1
      return found
    }
  }
  const key = memory.keyOf(row)
  const known = key === undefined ? undefined : counted.get(`${key}\u0000${also}`)
  return known === undefined || rest === undefined ? known : keepWritten(memory, name, rest, known)
}

/** Caches the result of a row. */
export function keepRow<T>(memory: RowMemory<T>, row: CsvRow, name: string, value: T, also: string): void {
  const key = alone(memory, row, name) ? undefined : memory.keyOf(row)
  if (key === undefined) return
  if (memory.counted.size >= mostKeys) memory.counted.clear()
  memory.counted.set(`${key}\u0000${also}`, value)
}

/** The relevant content of a row as a text key; undefined if the row must be processed individually. */
function keyMaker(
  columns: readonly Column[],
  identity: readonly number[],
  upn: number,
  tenant: Tenant,
  relevant: RelevantNames,
): (row: CsvRow) => string | undefined {
  const read = columns.map((column) => projection(column, tenant, relevant))
  const rest = columns.flatMap((_, index) => (identity.includes(index) ? [] : [index]))
  return (row) => {
    const fields = csvFields(row)
    let key = ''
    for (const index of rest) {
      const cell = fields[index] ?? ''
      const project = read[index]
      const counted = project === undefined ? cell : project(cell)
      if (counted === undefined) return undefined
      key += `${counted}\u0000`
    }
    const name = fields[upn] ?? ''
    for (const condition of relevant.nameConditions) key += `${claimHolds(condition, name.toLowerCase())};`
    return key + name.slice(name.lastIndexOf('@'))
  }
}
