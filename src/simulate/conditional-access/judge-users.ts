import { keepMask, recallMask } from '../../memory/mask-store.ts'
import { isDirectoryId } from '../../tenant/conditional-access/documented-words.ts'
import type { ExternalUsers, WorkloadIdentities } from '../../tenant/conditional-access/model.ts'
import { externalUserTypes } from '../../tenant/conditional-access/read-users.ts'
import { addMask, emptyLike, emptyMask, type Mask, sameMask, setBit, without } from './bits.ts'
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
import { type OpenPolicies, type Row, rowOf } from './row.ts'
import type { MissingReading, PolicyPrincipal } from './sign-in.ts'
import type { SideIndex, UserIndex } from './user-index.ts'

const homeless: ReadonlySet<string> = new Set(['internalguest', 'otherexternaluser'])

/** A tenant is compared by id or by domain; which id a domain belongs to nobody says. */
function judgeHome(tenants: ReadonlySet<string>, home: string | undefined, reading: MissingReading): Judged {
  if (home === undefined) return withoutSignal('externalTenantId', reading)
  const comparable = [...tenants].every((tenant) => isDirectoryId(tenant) === isDirectoryId(home))
  return tenants.has(home) || comparable ? decided(tenants.has(home)) : withoutFact('externalTenantId')
}

/** A policy for all kinds of external users needs no kind. */
const everyType = (types: ReadonlySet<string>): boolean =>
  externalUserTypes.every((type) => types.has(type.toLowerCase()))

const ofKind = (types: ReadonlySet<string>, type: string | undefined, reading: MissingReading): Judged =>
  type === undefined ? withoutSignal('externalUserType', reading) : decided(types.has(type))

function judgeExternal(external: ExternalUsers, who: PolicyPrincipal, reading: MissingReading): Judged {
  const { types, tenants, unclear } = external
  if (!isExternal(who)) return miss
  if (unclear.length > 0) return notUnderstood(unclear)
  const type = who.guestType?.toLowerCase()
  const ofType = everyType(types) ? hit : ofKind(types, type, reading)
  if (tenants === undefined || (type !== undefined && homeless.has(type))) return ofType
  return both(ofType, judgeHome(tenants, who.homeTenant?.toLowerCase(), reading))
}

/** What is said of a principal of one kind or the other: open where it depends on the kind. */
function judgeEither(external: ExternalUsers, who: PolicyPrincipal, reading: MissingReading): Judged {
  const one = judgeExternal(external, who, reading)
  if (who.otherwise === undefined) return one
  const other = judgeExternal(external, { ...who, ...who.otherwise }, reading)
  return one.result === other.result ? either(one, other) : withoutFact('userType')
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
  const empty = emptyLike(side.all)
  const gathered: Gathered = { certain, open: empty, fact: empty.slice(), missing: [] }
  for (const name of [who.id, who.userPrincipalName, who.displayName]) {
    if (name !== undefined) addMask(certain, side.users.get(name.toLowerCase()))
  }
  const external = isExternal(who)
  if (external) addMask(certain, side.guests)
  for (const group of who.groups ?? []) addMask(certain, side.groups.get(group))
  for (const role of who.roles ?? []) addMask(certain, side.roles.get(role))
  for (const { index, external: named } of side.external) {
    const judged = judgeEither(named, who, reading)
    if (judged.result === 'hit') setBit(certain, index)
    if (judged.result !== 'may') continue
    const mask = emptyLike(side.all)
    setBit(mask, index)
    gatherOpen(gathered, mask, judged.missing, judged.fact)
  }
  if (!external && who.otherwise !== undefined) gatherOpen(gathered, side.guests, ['userType'], true)
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
  const within = (set: ReadonlySet<string>): Judged =>
    names.length === 0 && set.size > 0
      ? withoutFact('servicePrincipalId')
      : decided(names.some((name) => set.has(name)))
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
