import { claimHolds } from '../simulate/facts/claim-holds.ts'
import type { CsvRow } from '../source/csv-row.ts'
import { parseInstant } from '../source/parse-values.ts'
import { groupsOf } from '../tenant/group-membership.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { type Column, itemsOf } from './population-columns.ts'
import type { RelevantNames } from './relevant-names.ts'

/** A key such that rows with the same one are of the same class. */
export interface RowKey {
  /** Undefined where the row has to be judged by itself. */
  readonly keyOf: (row: CsvRow) => string | undefined
  readonly userPrincipalName: number
}

const identifying = ['userPrincipalName', 'displayName', 'id']

/** Most texts that a column remembers. */
const capacity = 50_000

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

function domainOf(name: string): string {
  return name.slice(name.lastIndexOf('@') + 1)
}

/** Makes the key of a file's rows: everything in them but who it is. */
export function rowKey(columns: readonly Column[], tenant: Tenant, relevant: RelevantNames): RowKey {
  const identity = columns.flatMap(({ steps }, index) => (identifying.includes(steps[0]) ? [index] : []))
  const name = columns.findIndex(({ steps }) => steps[0] === 'userPrincipalName')
  const read = columns.map((column) => projection(column, tenant, relevant))
  const rest = columns.flatMap((_, index) => (identity.includes(index) ? [] : [index]))
  const names = new Set([...relevant.people, ...tenant.surroundings.groups.listing.keys()])
  const singled = names.size === 0 ? undefined : maybeIn(names)
  const { nameConditions } = relevant
  // The identity in front and nothing to project: the rest of the line is the key as it stands.
  const plain = nameConditions.length === 0 && rest.every((index) => index >= identity.length && !read[index])

  function joined(row: CsvRow): string | undefined {
    let key = ''
    for (const index of rest) {
      const cell = row.fields[index] ?? ''
      const project = read[index]
      const counted = project === undefined ? cell : project(cell)
      if (counted === undefined) return undefined
      key += `${counted}\u0000`
    }
    const upn = row.fields[name] ?? ''
    for (const condition of nameConditions) key += claimHolds(condition, upn.toLowerCase()) ? '1' : '0'
    return `${key}${domainOf(upn)}`
  }

  function keyOf(row: CsvRow): string | undefined {
    const { fields, text } = row
    const upn = fields[name] ?? ''
    if (upn === '') return undefined
    if (singled !== undefined) for (const index of identity) if (singled(fields[index] ?? '')) return undefined
    if (!plain || text.includes('"')) return joined(row)
    let start = identity.length
    for (const index of identity) start += (fields[index] ?? '').length
    return text.slice(start) + domainOf(upn)
  }

  return { keyOf, userPrincipalName: name }
}
