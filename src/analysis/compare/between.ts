import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSessionBriefly } from '../../simulate/simulate-session.ts'
import { withChanges } from '../../source/edit/change.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import type { ClientRequest, Instant, Purpose } from '../../vocabulary/requests.ts'
import { type Plan, tenantOfValue } from '../matrix/plan.ts'
import { readingKey, readingOf } from './cell-reading.ts'
import type { ComparedChange } from './compare-cells.ts'
import type { Part } from './differences.ts'

/** Inputs for finding the differences that cause each change. */
export interface Comparison {
  readonly before: Plan
  readonly after: Plan
  readonly reader?: SourceReader
  /** A purpose requested by name is played even if the tenant has nothing for it. */
  readonly purpose?: Purpose
  /** Where nothing differs but policies: the plan before as it is, with its people in files. */
  readonly policiesOf?: Plan
}

/** How a changed sign-in ends with some differences applied, as a text key; undefined if they do not give a valid tenant. */
export type Ends = (chosen: readonly number[]) => string | undefined

/** Intermediate plans: the plan before with a subset of the differences applied. */
export interface Between {
  readonly comparison: Comparison
  readonly parts: readonly Part[]
  readonly known: Map<string, Tenant | undefined>
}

/** Maximum number of intermediate plans in the cache. */
export const capacity = 512

/** Equal for equal choices of parts. */
export const keyOf = (chosen: readonly number[]): string => chosen.join()

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
  return readingKey(readingOf(traces))
}

/** Whether a change can depend on a difference: one of policies that do not concern the sign-in makes none. */
export function mayMatter({ edits, time }: Part, { policies }: ComparedChange): boolean {
  if (policies === undefined || time !== undefined) return true
  return edits.some(({ path: [first, second, third] }) => {
    if (first !== 'conditionalAccess' || second !== 'policies' || typeof third !== 'object') return true
    return policies.has(third.item)
  })
}

/** What was found of some choices of parts is not looked for again. */
export function remembering(ends: Ends, known: Map<string, string | undefined> = new Map()): Ends {
  return (chosen) => {
    const key = keyOf(chosen)
    if (known.has(key)) return known.get(key)
    const found = ends(chosen)
    known.set(key, found)
    return found
  }
}

/** The outcomes of changes with each difference alone: one list per difference. Builds one plan at a time. */
function endsAlone(between: Between, changes: readonly ComparedChange[]): readonly (readonly (string | undefined)[])[] {
  return between.parts.map((part, index) => {
    const concerned = changes.map((change) => mayMatter(part, change))
    const tenant = concerned.includes(true) ? make(between, [index]) : undefined
    return changes.map((change, at) =>
      concerned[at] === true && tenant !== undefined ? endIn(tenant, change, between.comparison) : undefined,
    )
  })
}

/** Plays changed sign-ins in the intermediate plans. */
export function endsPlayed(between: Between, changes: readonly ComparedChange[]): (change: ComparedChange) => Ends {
  const alone = endsAlone(between, changes)
  const places = new Map(changes.map((change, at) => [change, at]))
  return (change) => {
    const known = alone.map((list, index) => [keyOf([index]), list[places.get(change) ?? 0]] as const)
    return remembering((chosen) => {
      const tenant = tenantWith(between, chosen)
      return tenant === undefined ? undefined : endIn(tenant, change, between.comparison)
    }, new Map(known))
  }
}
