import { claimHolds } from '../simulate/facts/claim-holds.ts'
import type { CsvRow } from '../source/csv-row.ts'
import { parseInstant } from '../source/parse-values.ts'
import { groupsOf } from '../tenant/group-membership.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { type Column, itemsOf } from './population-columns.ts'
import type { RelevantNames } from './relevant-names.ts'

/** The class of a row by what the row says. */
export interface RowMemory<T> {
  /** What is known of rows that say the same but for who it is. */
  readonly recall: (row: CsvRow) => T | undefined
  /** Keeps what the row last asked for came to. */
  readonly keep: (row: CsvRow, value: T) => void
  readonly userPrincipalName: number
}

const identifying = ['userPrincipalName', 'displayName', 'id']

/** Most texts that a column remembers, and most keys of rows. */
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

/** What of a cell counts; undefined where the cell has to be judged. */
type Projection = (cell: string) => string | undefined

function projectGroups(tenant: Tenant, relevant: RelevantNames): Projection {
  const { groups, groupsDeclared } = tenant.surroundings
  const counts = remembered((name) => {
    if (groupsDeclared && !groups.byName.has(name.toLowerCase())) return undefined
    const all = groupsOf(groups, [], [name])
    return [...all].some((one) => relevant.groups.has(one)) ? name : ''
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

/** How many app passwords there are matters, not what they are called. */
const projectAppPasswords: Projection = (cell) => String(itemsOf(cell).length)

function projection({ steps }: Column, tenant: Tenant, relevant: RelevantNames): Projection | undefined {
  switch (steps[0]) {
    case 'groups':
      return projectGroups(tenant, relevant)
    case 'appPasswords':
      return projectAppPasswords
    case 'lastMfa':
      return relevant.remembersMfa
        ? undefined
        : remembered((cell) => (cell.trim() === '' || parseInstant(cell.trim()) !== undefined ? '' : undefined))
    default:
      return undefined
  }
}

/** Tells at little cost that a text is none of some names. */
function maybeIn(names: ReadonlySet<string>): (text: string) => boolean {
  const lengths = new Set([...names].map((name) => name.length))
  return (text) => lengths.has(text.length) && names.has(text.toLowerCase())
}

/** Rows as they stand after their identity, by domain; pays where many rows are written alike. */
interface AsWritten<T> {
  readonly byDomain: Map<string, Map<string, T>>
  domain: string
  rows: Map<string, T>
  asked: number
  found: number
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

/** Whether looking rows up as they are written still pays. */
const pays = ({ asked, found }: AsWritten<unknown>): boolean => asked < 4096 || found * 2 > asked

/** Remembers classes by what rows say: first as they are written, then by what of them counts. */
export function rowMemory<T>(columns: readonly Column[], tenant: Tenant, relevant: RelevantNames): RowMemory<T> {
  const identity = columns.flatMap(({ steps }, index) => (identifying.includes(steps[0]) ? [index] : []))
  const upn = columns.findIndex(({ steps }) => steps[0] === 'userPrincipalName')
  const leading = identity.every((column, index) => column === index)
  const keyOf = keyMaker(columns, identity, upn, tenant, relevant)
  const names = new Set([...relevant.people, ...tenant.surroundings.groups.listing.keys()])
  const singled = names.size === 0 ? undefined : maybeIn(names)
  const counted = new Map<string, T>()
  const written: AsWritten<T> = { byDomain: new Map(), domain: '', rows: new Map(), asked: 0, found: 0 }

  function textAfterIdentity({ fields, text }: CsvRow): string | undefined {
    if (!leading || relevant.nameConditions.length > 0 || !pays(written) || text.includes('"')) return undefined
    let start = identity.length
    for (const index of identity) start += (fields[index] ?? '').length
    return text.slice(start)
  }

  function alone({ fields }: CsvRow): boolean {
    if ((fields[upn] ?? '') === '') return true
    if (singled !== undefined) for (const index of identity) if (singled(fields[index] ?? '')) return true
    return false
  }

  function keepWritten(row: CsvRow, rest: string, value: T): T {
    const rows = rowsOfDomain(written, row.fields[upn] ?? '')
    if (rows.size >= capacity) rows.clear()
    rows.set(rest, value)
    return value
  }

  function recall(row: CsvRow): T | undefined {
    if (alone(row)) return undefined
    const rest = textAfterIdentity(row)
    if (rest !== undefined) {
      written.asked += 1
      const found = rowsOfDomain(written, row.fields[upn] ?? '').get(rest)
      if (found !== undefined) {
        written.found += 1
        return found
      }
    }
    const key = keyOf(row)
    const known = key === undefined ? undefined : counted.get(key)
    return known === undefined || rest === undefined ? known : keepWritten(row, rest, known)
  }

  function keep(row: CsvRow, value: T): void {
    const key = alone(row) ? undefined : keyOf(row)
    if (key === undefined) return
    if (counted.size >= mostKeys) counted.clear()
    counted.set(key, value)
  }

  return { recall, keep, userPrincipalName: upn }
}

/** Everything of a row that counts, in one text; undefined where the row has to be judged by itself. */
function keyMaker(
  columns: readonly Column[],
  identity: readonly number[],
  upn: number,
  tenant: Tenant,
  relevant: RelevantNames,
): (row: CsvRow) => string | undefined {
  const read = columns.map((column) => projection(column, tenant, relevant))
  const rest = columns.flatMap((_, index) => (identity.includes(index) ? [] : [index]))
  return ({ fields }) => {
    let key = ''
    for (const index of rest) {
      const cell = fields[index] ?? ''
      const project = read[index]
      const counted = project === undefined ? cell : project(cell)
      if (counted === undefined) return undefined
      key += `${counted}\u0000`
    }
    const name = fields[upn] ?? ''
    for (const condition of relevant.nameConditions) key += claimHolds(condition, name.toLowerCase()) ? '1' : '0'
    return key + name.slice(name.lastIndexOf('@'))
  }
}
