import { declareCache } from '../../memory/declared-cache.ts'
import { keepMask, type MaskStore, maskStore, recallMask } from '../../memory/mask-store.ts'
import { isDirectoryId } from '../../tenant/conditional-access/documented-words.ts'
import type { ExternalUsers, Policy, UserSide, WorkloadIdentities } from '../../tenant/conditional-access/model.ts'
import { addMask, emptyMask, type Mask, sameMask, setBit, without } from './bits.ts'
import {
  both,
  decided,
  either,
  hit,
  type Judged,
  miss,
  not,
  notUnderstood,
  withoutFact,
  withoutSignal,
} from './judged.ts'
import { type Dimension, type OpenPolicies, type Row, rowOf } from './row.ts'
import type { MissingReading, PolicyPrincipal } from './sign-in.ts'

/** One side of all assignments, turned round: from a name to the policies that name it. */
interface SideIndex {
  readonly all: Mask
  readonly guests: Mask
  readonly users: ReadonlyMap<string, Mask>
  readonly groups: ReadonlyMap<string, Mask>
  readonly roles: ReadonlyMap<string, Mask>
  /** Policies that name any group, or any role: open for a user with unknown groups or roles. */
  readonly anyGroup: Mask
  readonly anyRole: Mask
  readonly external: readonly { readonly index: number; readonly external: ExternalUsers }[]
  /** Policies of which a part of this side was not understood, which may name anyone. */
  readonly unclear: readonly OpenPolicies[]
}

// Invariant: such a row is its mask and nothing else.
const settledRows = declareCache('rows of people of whom all is known', ['policies'])

/** The assignments of all policies. */
export interface UserIndex {
  readonly policies: number
  readonly include: SideIndex
  readonly exclude: SideIndex
  readonly workloads: Dimension<WorkloadIdentities>
  /** Policies for workload identities; they concern no user. */
  readonly forWorkloads: Mask
  /** Policies for which it is not understood whether they are for workload identities. */
  readonly perhapsForWorkloads: readonly OpenPolicies[]
  /** Rows of people about whom everything is known, by their policies: many users share few rows. */
  readonly settled: MaskStore<Row>
}

function invert(sides: readonly UserSide[], names: (side: UserSide) => ReadonlySet<string>): ReadonlyMap<string, Mask> {
  const masks = new Map<string, Mask>()
  sides.forEach((side, index) => {
    for (const name of names(side)) {
      const mask = masks.get(name) ?? emptyMask(sides.length)
      setBit(mask, index)
      masks.set(name, mask)
    }
  })
  return masks
}

function sideIndex(sides: readonly UserSide[]): SideIndex {
  const where = (test: (side: UserSide) => boolean): Mask => {
    const mask = emptyMask(sides.length)
    sides.forEach((side, index) => {
      if (test(side)) setBit(mask, index)
    })
    return mask
  }
  return {
    all: where(({ all }) => all),
    guests: where(({ guests }) => guests),
    users: invert(sides, ({ users }) => users),
    groups: invert(sides, ({ groups }) => groups),
    roles: invert(sides, ({ roles }) => roles),
    anyGroup: where(({ groups }) => groups.size > 0),
    anyRole: where(({ roles }) => roles.size > 0),
    external: sides.flatMap(({ external }, index) => (external === undefined ? [] : [{ index, external }])),
    unclear: unclearPolicies(sides.map(({ unclear }) => unclear)),
  }
}

/** The policies that have missing facts, each with its own. */
function unclearPolicies(facts: readonly (readonly string[])[]): readonly OpenPolicies[] {
  return facts.flatMap((names, index) => {
    if (names.length === 0) return []
    const policies = emptyMask(facts.length)
    setBit(policies, index)
    return [{ policies, names }]
  })
}

/** Turns the assignments of all policies round. */
export function userIndex(policies: readonly Policy[], workloads: Dimension<WorkloadIdentities>): UserIndex {
  const forWorkloads = emptyMask(policies.length)
  policies.forEach(({ conditions }, index) => {
    if (conditions.workloads?.understood === true) setBit(forWorkloads, index)
  })
  const perhaps = policies.map(({ conditions: { workloads } }) =>
    workloads === undefined || workloads.understood ? [] : [...workloads.unclear.include, ...workloads.unclear.exclude],
  )
  return {
    policies: policies.length,
    include: sideIndex(policies.map(({ conditions }) => conditions.include)),
    exclude: sideIndex(policies.map(({ conditions }) => conditions.exclude)),
    workloads,
    forWorkloads,
    perhapsForWorkloads: unclearPolicies(perhaps),
    settled: maskStore(settledRows, 10_000),
  }
}

const homeless: ReadonlySet<string> = new Set(['internalguest', 'otherexternaluser'])

/** A tenant is compared by id or by domain; which id a domain belongs to nobody says. */
function judgeHome(tenants: ReadonlySet<string>, home: string | undefined, reading: MissingReading): Judged {
  if (home === undefined) return withoutSignal('externalTenantId', reading)
  const comparable = [...tenants].every((tenant) => isDirectoryId(tenant) === isDirectoryId(home))
  return tenants.has(home) || comparable ? decided(tenants.has(home)) : withoutFact('externalTenantId')
}

function judgeExternal(external: ExternalUsers, who: PolicyPrincipal, reading: MissingReading): Judged {
  const { types, tenants, unclear } = external
  if (!isExternal(who)) return miss
  if (unclear.length > 0) return notUnderstood(unclear)
  const type = who.guestType?.toLowerCase()
  const ofType = type === undefined ? withoutSignal('externalUserType', reading) : decided(types.has(type))
  if (tenants === undefined || (type !== undefined && homeless.has(type))) return ofType
  return both(ofType, judgeHome(tenants, who.homeTenant?.toLowerCase(), reading))
}

const isExternal = ({ kind, guestType }: PolicyPrincipal): boolean =>
  kind === 'guest' || (guestType !== undefined && guestType !== 'none')

/** What one side of all assignments says about a user. */
export interface Gathered {
  /** The policies that name the user. */
  readonly certain: Mask
  /** Those of which nobody can tell. */
  readonly open: Mask
  /** The open ones that stay open whichever way missing signals are read. */
  readonly fact: Mask
  readonly missing: OpenPolicies[]
}

function gatherOpen(gathered: Gathered, mask: Mask, names: readonly string[], fact: boolean): void {
  const policies = without(mask, gathered.certain)
  addMask(gathered.open, policies)
  if (fact) addMask(gathered.fact, policies)
  gathered.missing.push({ policies, names })
}

/** The policies whose one side names this user, and those of which nobody can tell. */
function gather(side: SideIndex, who: PolicyPrincipal, reading: MissingReading): Gathered {
  const certain = side.all.slice()
  const empty = emptyMask(side.all.length * 32)
  const gathered: Gathered = { certain, open: empty, fact: empty.slice(), missing: [] }
  for (const name of [who.id, who.userPrincipalName, who.displayName]) {
    if (name !== undefined) addMask(certain, side.users.get(name.toLowerCase()))
  }
  if (isExternal(who)) addMask(certain, side.guests)
  for (const group of who.groups ?? []) addMask(certain, side.groups.get(group))
  for (const role of who.roles ?? []) addMask(certain, side.roles.get(role))
  for (const { index, external } of side.external) {
    const judged = judgeExternal(external, who, reading)
    if (judged.result === 'hit') setBit(certain, index)
    if (judged.result !== 'may') continue
    const mask = emptyMask(side.all.length * 32)
    setBit(mask, index)
    gatherOpen(gathered, mask, judged.missing, judged.fact)
  }
  // Memberships are facts of the tenant, which no signal supplies: they stay open whichever way missing signals are read.
  if (who.groups === undefined) gatherOpen(gathered, side.anyGroup, ['groups'], true)
  if (who.roles === undefined) gatherOpen(gathered, side.anyRole, ['roles'], true)
  for (const { policies, names } of side.unclear) gatherOpen(gathered, policies, names, true)
  return gathered
}

/** What both sides say about a user for whom missing signals stay undetermined. */
export function sidesOf(
  index: UserIndex,
  who: PolicyPrincipal,
): { readonly include: Gathered; readonly exclude: Gathered } {
  return {
    include: gather(index.include, who, 'undetermined'),
    exclude: gather(index.exclude, who, 'undetermined'),
  }
}

/** The policies that name a group, or another that it leads to, on either side. */
export function namingGroup(
  { include, exclude }: UserIndex,
  names: Iterable<string>,
): { readonly include: Mask; readonly exclude: Mask } {
  const found = { include: emptyMask(include.all.length * 32), exclude: emptyMask(include.all.length * 32) }
  for (const name of names) {
    addMask(found.include, include.groups.get(name))
    addMask(found.exclude, exclude.groups.get(name))
  }
  return found
}

/** The row that says no more than a mask: the same object for all who share it, which stays in the processor's cache. */
function settledRow({ settled }: UserIndex, certain: Mask): Row {
  return recallMask(settled, certain) ?? keepMask(settled, certain, { possible: certain, certain, missing: [] })
}

function personRow(index: UserIndex, who: PolicyPrincipal, reading: MissingReading): Row {
  const included = gather(index.include, who, reading)
  const excluded = gather(index.exclude, who, reading)
  const reached = included.certain.slice()
  addMask(reached, included.open)
  const possible = without(without(reached, excluded.certain), index.forWorkloads)
  const missing = [...included.missing, ...excluded.missing, ...index.perhapsForWorkloads]
  if (missing.length === 0) return settledRow(index, possible)
  const [include, exclude] = reading === 'matches' ? [included.fact, excluded.fact] : [included.open, excluded.open]
  let certain = without(without(possible, include), exclude)
  for (const { policies } of index.perhapsForWorkloads) certain = without(certain, policies)
  return sameMask(possible, certain) ? settledRow(index, possible) : { possible, certain, missing }
}

function judgeWorkload(workloads: WorkloadIdentities, who: PolicyPrincipal): Judged {
  const names = [who.id, who.userPrincipalName, who.displayName].flatMap((name) => name?.toLowerCase() ?? [])
  const within = (set: ReadonlySet<string>): Judged => decided(names.some((name) => set.has(name)))
  const open = (mode: 'include' | 'exclude'): Judged =>
    workloads.filter?.mode === mode ? withoutFact('customSecurityAttributes') : miss
  const { unclear } = workloads
  const named = either(within(workloads.include), open('include'))
  const included = workloads.all ? hit : either(named, notUnderstood(unclear.include))
  const excluded = either(within(workloads.exclude), open('exclude'))
  return both(included, not(either(excluded, notUnderstood(unclear.exclude))))
}

/** The policies assigned to a principal. Managed identities and anonymous people are beyond the reach of policies. */
export function principalRow(index: UserIndex, who: PolicyPrincipal, reading: MissingReading): Row {
  if (who.kind === 'managed-identity' || who.kind === 'anonymous') {
    const nobody = emptyMask(index.policies)
    return { possible: nobody, certain: nobody, missing: [] }
  }
  if (who.kind !== 'service-principal') return personRow(index, who, reading)
  const row = rowOf(index.workloads, reading, (workloads) => judgeWorkload(workloads, who))
  const { free } = index.workloads
  const certain = without(row.certain, free)
  const possible = row.possible === row.certain ? certain : without(row.possible, free)
  return { possible, certain, missing: row.missing }
}
