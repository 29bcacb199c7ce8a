import { dirname } from 'node:path'
import { joinClasses } from '../../analysis/compare/joint-classes.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { sameData } from '../../source/edit/change.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest, Instant, UserName } from '../../vocabulary/requests.ts'
import { applyChanges } from './apply-changes.ts'
import { sessionOf } from './play-session.ts'
import type { Session } from './session.ts'
import { instantOf, type SignInWorld, tenantOf } from './world.ts'

/** A modified tenant file, judged at an instant. */
export interface ComparedPlan {
  readonly file: string
  readonly changes: readonly string[]
  readonly at: Instant
}

/** One sign-in in both plans; undefined on a side where it does not exist. */
export interface SessionPair {
  readonly request: ClientRequest
  readonly before: Session | undefined
  readonly after: Session | undefined
}

/** The current plan of a scenario. */
export function planOfWorld(world: SignInWorld): ComparedPlan {
  tenantOf(world)
  return { file: world.file ?? '', changes: world.changes, at: instantOf(world) }
}

function documentOf({ tenants }: SignInWorld, { file, changes }: ComparedPlan): unknown {
  return applyChanges(tenants.parts(file, changes).base.text, changes)
}

/** Whether two plans in the same folder are equal, so that a comparison could not find a difference. */
export function saysTheSame(world: SignInWorld, one: ComparedPlan, other: ComparedPlan): boolean {
  if (one.at !== other.at) return false
  if (one.file === other.file && sameData(one.changes, other.changes)) return true
  const [folder, otherFolder] = [one, other].map(({ file }) => dirname(world.tenants.parts(file, []).base.name))
  return folder === otherFolder && sameData(documentOf(world, one), documentOf(world, other))
}

interface Sides {
  readonly before: Tenant
  readonly after: Tenant
  /** The users to simulate, by their name on each side; undefined for all users. */
  readonly users?: readonly { readonly userBefore?: UserName; readonly userAfter?: UserName }[]
}

function taken<T>({ tenants }: SignInWorld, file: string, loaded: Loaded<T>): T {
  if (loaded.ok) return loaded.value
  throw tenants.refuse(file, loaded.diagnostics)
}

/**
 * Both tenants with the users to play. In a population file, one user represents those who are equivalent in both
 * plans; the representative of a class in one plan need not represent the same people in the other.
 */
function sidesOf(world: SignInWorld, one: ComparedPlan, other: ComparedPlan): Sides {
  const { tenants, people } = world
  const plans = [one, other] as const
  if (!plans.some(({ file, changes }) => tenants.usersBeside(file, changes))) {
    const [before, after] = [tenants.take(one.file, one.changes), tenants.take(other.file, other.changes)]
    return { before, after }
  }
  const [left, right] = plans.map(({ file, changes }) => taken(world, file, tenants.declared(file, changes)))
  if (left === undefined || right === undefined) throw new Error('a comparison has two sides')
  const { reader } = tenants.source(one.file, one.changes)
  const { joints } = taken(world, one.file, joinClasses(left, right, reader, { people }))
  const named = joints
    .flatMap(({ userBefore, userAfter }) => [userBefore, userAfter])
    .filter((name) => name !== undefined)
  const all = [...new Set([...people, ...named])]
  const [before, after] = [tenants.take(one.file, one.changes, all), tenants.take(other.file, other.changes, all)]
  return { before, after, users: joints }
}

const keyOf = ({ user, client, purpose, network }: ClientRequest): string =>
  [user, client, purpose, network].join('\u0000').toLowerCase()

function sessionsOf(
  world: SignInWorld,
  tenant: Tenant,
  at: Instant,
  users: readonly (UserName | undefined)[] | undefined,
): ReadonlyMap<string, Session> {
  const filter = { ...(world.network !== undefined && { network: world.network }), at, signals: world.signals }
  const found = new Map<string, Session>()
  const add = (request: ClientRequest): void => void found.set(keyOf(request), sessionOf(tenant, request))
  if (users === undefined) for (const request of planRequests(tenant, filter)) add(request)
  else
    for (const user of users)
      if (user !== undefined) for (const request of planRequests(tenant, { ...filter, user })) add(request)
  return found
}

/** Plays both plans under the conditions of the scenario, and pairs equal sign-ins. */
export function playBoth(world: SignInWorld, one: ComparedPlan, other: ComparedPlan): readonly SessionPair[] {
  const { before, after, users } = sidesOf(world, one, other)
  const was = sessionsOf(
    world,
    before,
    one.at,
    users?.map(({ userBefore }) => userBefore),
  )
  const is = sessionsOf(
    world,
    after,
    other.at,
    users?.map(({ userAfter }) => userAfter),
  )
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [left, right] = [was.get(key), is.get(key)]
    const request = right?.request ?? left?.request
    return request === undefined ? [] : [{ request, before: left, after: right }]
  })
}
