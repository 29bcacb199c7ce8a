import type { Claim } from '../../analysis/claims/claim.ts'
import { type ClaimSource, evaluateClaim } from '../../analysis/claims/evaluate-claim.ts'
import type { ClaimResult } from '../../analysis/claims/judge-claim.ts'
import { type SignIn, signInOf } from '../../analysis/claims/sign-in.ts'
import { type Population, populationOf } from '../../analysis/population/population.ts'
import { cachePerOwner } from '../../memory/cache-per-owner.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { problem } from './problem.ts'
import type { Session } from './session.ts'
import { instantOf, type SignInWorld, tenantOf } from './world.ts'

/** A judged claim, and the sessions played for it. */
export interface PlayedClaim {
  readonly result: ClaimResult
  readonly sessions: readonly Session[]
}

function sound<T>(loaded: Loaded<T>): T {
  if (loaded.ok) return loaded.value
  throw problem(`the tenant architecture has errors\n${renderShown(loaded.diagnostics)}`)
}

/** The people of a population file by class; the people that the claim distinguishes are in different classes. */
function populationFor(world: SignInWorld, { where }: Claim): Population {
  const named = (key: string): readonly string[] => where.flatMap((one) => (one.key === key ? one.values : []))
  const { reader } = world.tenants.source(world.file ?? '', world.changes)
  const memberships = { groups: named('group'), roles: named('role'), anyRole: named('people').length > 0 }
  const people = [...world.people, ...named('user')]
  return sound(
    populationOf(sound(world.tenants.declared(world.file ?? '', world.changes)), reader, { people, memberships }),
  )
}

interface Crowd {
  readonly tenant: Tenant
  readonly sizeOf: (user: string) => number
}

// Invariant: a tenant is immutable; its people are read once for the names in the claim and the scenario.
const crowds = cachePerOwner<Crowd, [string]>({
  name: 'people of a claim',
  owner: 'tenant',
  parts: ['where and people'],
  capacity: 1,
})

/** The tenant, and the number of users that each of its users represents. */
function crowdFor(world: SignInWorld, claim: Claim): Crowd {
  const tenant = tenantOf(world)
  if (world.file === undefined || !world.tenants.usersBeside(world.file, world.changes))
    return { tenant, sizeOf: () => 1 }
  const key = JSON.stringify([claim.where, world.people])
  return crowds.find(tenant, [key], () => {
    const population = populationFor(world, claim)
    const sizes = new Map(population.classes.map(({ representative, size }) => [representative, size]))
    return { tenant: population.tenant, sizeOf: (user: string) => sizes.get(user) ?? 1 }
  })
}

// The claims of a scenario cover the same sign-ins. Invariant: a tenant and the sizes of its classes are immutable.
const played = cachePerOwner<{ readonly signIn: SignIn | undefined }, [string]>({
  name: 'sign-ins of claims',
  owner: 'tenant',
  parts: ['request'],
  capacity: 20_000,
})

function playOnce({ tenant, sizeOf }: Crowd, request: ClientRequest): SignIn | undefined {
  const { signIn } = played.find(tenant, [JSON.stringify(request)], () => {
    const traces = simulateSession(tenant, request)
    return { signIn: traces.length === 0 ? undefined : signInOf(tenant, request, traces, sizeOf(request.user)) }
  })
  return signIn
}

/** A sign-in as assertions show it. */
export function sessionOfSignIn({ request, verdict, legs }: SignIn): Session {
  return { request, verdict, traces: legs.flatMap((leg) => leg.trace() ?? []) }
}

/** Plays the sign-ins that a claim covers under the conditions of the scenario, and judges it. */
export function playClaim(world: SignInWorld, claim: Claim): PlayedClaim {
  const crowd = crowdFor(world, claim)
  const seen: SignIn[] = []
  const source: ClaimSource = {
    tenant: crowd.tenant,
    surroundings: {
      at: instantOf(world),
      signals: world.signals,
      ...(world.network === undefined ? {} : { network: world.network }),
    },
    play: (request) => {
      const signIn = playOnce(crowd, request)
      if (signIn !== undefined) seen.push(signIn)
      return signIn
    },
  }
  return { result: evaluateClaim(claim, source), sessions: seen.map(sessionOfSignIn) }
}
