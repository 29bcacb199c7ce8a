import { addAll, sizeOf } from '../../classes/bitmap.ts'
import type { SetOfKind } from '../../classes/user-sets.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSessionBriefly } from '../../simulate/simulate-session.ts'
import { withChanges } from '../../source/edit/change.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import { promptCount, sessionVerdict } from '../../trace/verdict.ts'
import type { ClientRequest, Instant, Purpose } from '../../vocabulary/requests.ts'
import { readLeg } from '../matrix/matrix.ts'
import { type Plan, tenantOfValue } from '../matrix/plan.ts'
import type { Cause, Change, Difference } from '../population/results.ts'
import { everyoneIn } from './affected-sets.ts'
import { readingKey } from './cell-reading.ts'
import { type ComparedChange, everyChange } from './compare-cells.ts'
import { type Part, partsBetween } from './differences.ts'

/** Inputs for finding the differences that cause each change. */
export interface Comparison {
  readonly before: Plan
  readonly after: Plan
  readonly reader?: SourceReader
  /** A purpose requested by name is played even if the tenant has nothing for it. */
  readonly purpose?: Purpose
}

/** Intermediate plans: the plan before with a subset of the differences applied. */
interface Between {
  readonly comparison: Comparison
  readonly parts: readonly Part[]
  readonly known: Map<string, Tenant | undefined>
}

/** Maximum number of intermediate plans in the cache. */
const capacity = 512

const keyOf = (chosen: readonly number[]): string => chosen.join()

function sameEvent(one: TenantEvent, other: TenantEvent): boolean {
  return one.at === other.at && one.type === other.type && JSON.stringify(one.details) === JSON.stringify(other.details)
}

/** Undoes dated changes, except for the chosen parts. */
function heldBack(tenant: Tenant, undone: readonly Part[], at: Instant): Tenant {
  const subjects = undone.flatMap(({ time }) => time?.subjects ?? [])
  const events = undone.flatMap(({ time }) => time?.event ?? [])
  if (subjects.length === 0 && events.length === 0) return tenant
  return {
    ...tenant,
    events: tenant.events.filter((event) => !events.some((one) => sameEvent(one, event))),
    ...(subjects.length === 0 ? {} : { vendorHeldAt: new Map(subjects.map((subject) => [subject, at])) }),
  }
}

function make({ comparison, parts }: Between, chosen: readonly number[]): Tenant | undefined {
  const { before, reader } = comparison
  const made = chosen.flatMap((index) => parts[index]?.edits ?? [])
  const loaded =
    made.length === 0
      ? undefined
      : tenantOfValue(withChanges(before.document.value, made), before.document.source.name, reader)
  if (loaded?.ok === false) return undefined
  const undone = parts.filter((_, index) => !chosen.includes(index))
  return heldBack(loaded?.value ?? before.tenant, undone, before.at)
}

function tenantWith(between: Between, chosen: readonly number[]): Tenant | undefined {
  const { known } = between
  const key = keyOf(chosen)
  if (known.has(key)) return known.get(key)
  const made = make(between, chosen)
  if (known.size >= capacity) known.clear()
  known.set(key, made)
  return made
}

/** The request in the names of an intermediate tenant, which may resemble either side. */
function requestIn(tenant: Tenant, { before, after }: ComparedChange): ClientRequest | undefined {
  const all = [before, after].filter((one) => one !== undefined)
  const [first] = all
  const user = all.find((one) => tenant.users.has(one.user))?.user
  const client = all.find((one) => tenant.clients.has(one.client))?.client
  const network = all.find((one) => tenant.networks.has(one.network))?.network
  if (first === undefined || user === undefined || client === undefined || network === undefined) return undefined
  return { ...first, user, client, network }
}

/** The outcome of a changed sign-in in an intermediate tenant, as a text key. */
function endIn(tenant: Tenant, change: ComparedChange, { after, purpose }: Comparison): string {
  const named = requestIn(tenant, change)
  if (named === undefined) return readingKey(undefined)
  const request = { ...named, at: after.at }
  const { user, client, network, application } = request
  const asked = { user, client, network, ...(purpose && { purpose }), ...(application && { application }) }
  const planned = [...planRequests(tenant, asked)].some((one) => one.purpose === request.purpose)
  const traces = planned ? simulateSessionBriefly(tenant, request) : []
  if (traces.length === 0) return readingKey(undefined)
  return readingKey({ verdict: sessionVerdict(traces), prompts: promptCount(traces), legs: traces.map(readLeg) })
}

/** The outcome with some differences applied; undefined if they do not give a valid tenant. */
function endWith(between: Between, chosen: readonly number[], change: ComparedChange): string | undefined {
  const tenant = tenantWith(between, chosen)
  return tenant === undefined ? undefined : endIn(tenant, change, between.comparison)
}

/** A minimal subset of the differences that still causes the change, found by dropping each one in turn. */
function fewest(between: Between, chosen: readonly number[], change: ComparedChange): readonly number[] {
  let needed = chosen
  for (const index of chosen) {
    const without = needed.filter((one) => one !== index)
    if (endWith(between, without, change) === change.keys.after) needed = without
  }
  return needed
}

const elapsed = ({ before, after }: Comparison): Difference => ({ kind: 'elapsed', from: before.at, to: after.at })

function filesNamed({ before, after }: Comparison): Difference {
  const files = [before.document.source.name, after.document.source.name]
  return { kind: 'named-files', files: [...new Set(files)] }
}

/** The outcome of each change with one difference applied: one list per difference. Builds one plan at a time. */
function endsAlone(between: Between, changes: readonly ComparedChange[]): readonly (readonly (string | undefined)[])[] {
  return between.parts.map((part, index) => {
    const concerned = changes.map((change) => mayMatter(part, change))
    const tenant = concerned.includes(true) ? make(between, [index]) : undefined
    return changes.map((change, at) =>
      concerned[at] === true && tenant !== undefined ? endIn(tenant, change, between.comparison) : undefined,
    )
  })
}

/** Whether a change can depend on a difference: one of policies that do not concern the sign-in makes none. */
function mayMatter({ edits, time }: Part, { policies }: ComparedChange): boolean {
  if (policies === undefined || time !== undefined) return true
  return edits.some(({ path: [first, second, third] }) => {
    if (first !== 'conditionalAccess' || second !== 'policies' || typeof third !== 'object') return true
    return policies.has(third.item)
  })
}

/** The cause of one change: indexes of parts, or something that neither file states. */
function causeOf(
  between: Between,
  change: ComparedChange,
  alone: readonly (string | undefined)[],
): readonly (number | Difference)[] {
  const { parts, comparison } = between
  const everything = parts.flatMap((part, index) => (mayMatter(part, change) ? [index] : []))
  const single = everything.find((index) => alone[index] === change.keys.after)
  const none = endWith(between, [], change)
  if (none === change.keys.after) return [elapsed(comparison)]
  if (single !== undefined) return [single]
  const beside: readonly Difference[] = [
    ...(none === change.keys.before ? [] : [elapsed(comparison)]),
    ...(endWith(between, everything, change) === change.keys.after ? [] : [filesNamed(comparison)]),
  ]
  if (beside.some(({ kind }) => kind === 'named-files')) return beside
  const contributing = everything.filter((index) => alone[index] !== none)
  const enough = endWith(between, contributing, change) === change.keys.after ? contributing : everything
  return [...fewest(between, enough, change), ...beside]
}

/** Changes grouped by cause, in order of the first change; and the differences that change nothing. */
export interface Attributed {
  readonly causes: readonly Cause[]
  readonly withoutEffect: readonly Difference[]
}

/** How many users have at least one of these changes. */
export function usersOf(changes: readonly Change[]): number {
  const sets = usersInSets(changes.flatMap(({ users }) => everyoneIn(users) ?? []))
  const classes = changes.filter(({ users }) => everyoneIn(users) === undefined)
  const sizes = new Map(classes.map(({ users }) => [`${users.before ?? ''} ${users.after ?? ''}`, users.size]))
  return [...sizes.values(), ...sets.map(({ members }) => sizeOf(members))].reduce((sum, size) => sum + size, 0)
}

/** The users who are in at least one of some sets, kind by kind. */
export function usersInSets(sets: readonly SetOfKind[]): readonly SetOfKind[] {
  const found = new Map<number, SetOfKind>()
  for (const { kind, members } of sets) {
    const known = found.get(kind.index)
    if (known === undefined) found.set(kind.index, { kind, members: members.slice() })
    else addAll(known.members, members)
  }
  return [...found.values()]
}

/** Finds which differences between two plans cause which changes, by applying them one at a time. */
export function attribute(comparison: Comparison, changes: readonly ComparedChange[]): Attributed {
  const parts = partsBetween(comparison.before, comparison.after)
  const between: Between = { comparison, parts, known: new Map() }
  const groups = new Map<string, { differences: readonly Difference[]; changes: Change[] }>()
  const effective = new Set<number>()
  const alone = endsAlone(between, changes)
  for (const [at, one] of changes.entries()) {
    const ends = alone.map((list) => list[at])
    const cause = causeOf(between, one, ends)
    const key = JSON.stringify(cause)
    const group = groups.get(key)
    const same = everyChange([one])
    if (group !== undefined) group.changes.push(...same)
    else {
      const differences = cause.flatMap((part) => (typeof part === 'number' ? (parts[part]?.difference ?? []) : part))
      groups.set(key, { differences, changes: [...same] })
    }
    for (const part of cause) if (typeof part === 'number') effective.add(part)
  }
  const causes = [...groups.values()].map((group) => ({ ...group, users: usersOf(group.changes) }))
  const idle = parts.filter((_, index) => !effective.has(index)).map(({ difference }) => difference)
  return { causes, withoutEffect: idle }
}
