import { cacheByObject } from '../memory/cache-by-object.ts'
import { cachePerOwner } from '../memory/cache-per-owner.ts'
import type { Declared } from '../tenant/declared.ts'
import type { User } from '../tenant/tenant.ts'
import type { OriginTable, Step } from '../trace/step.ts'
import type { FactName, LegFacts } from '../vocabulary/facts.ts'
import type { LegPathContext } from './leg-context.ts'

/** What some declared things say between them: where each states its facts, and the defaults behind the others. */
export interface Stated {
  readonly origins: readonly OriginTable[]
  readonly assumed: readonly (readonly [FactName, string])[]
}

function statedBy(things: readonly (Declared | undefined)[]): Stated {
  const declared = things.filter((thing) => thing !== undefined)
  const assumed = declared.flatMap((thing) => Object.entries(thing.assumed))
  return {
    origins: declared.map(({ origins }) => origins),
    // The keys of the table are names of facts.
    assumed: assumed.flatMap(([fact, id]) => (id === undefined ? [] : [[fact as FactName, id] as const])),
  }
}

// Invariant: a user does not change, and holds its domain, which holds its identity provider.
const ofPeople = cacheByObject<User, Stated>('stated of a person', 'user')

/** What is stated of a user, of the domain, and of the identity provider. */
export function statedOfPerson(user: User): Stated {
  return ofPeople(user, () => statedBy([user, user.domain, user.domain?.identityProvider]))
}

// Invariant: what is stated stands in these objects and in the tenant, none of which changes.
const ofWays = cachePerOwner<Stated, [LegPathContext['workload'], LegPathContext['network'], LegPathContext['client']]>(
  {
    name: 'stated of the rest',
    owner: 'tenant',
    parts: ['workload', 'network', 'client'],
  },
)

/** What is stated of everything else on a leg. */
export function statedByLegPath({ client, network, workload, tenant }: LegPathContext): Stated {
  return ofWays.find(tenant, [workload, network, client], () =>
    statedBy([client, network, workload, tenant.multifactorAuthentication, tenant]),
  )
}

const none: readonly Step[] = []

/** The defaults that stand in, as steps, for facts that the leg has. */
export function assumptions({ assumed }: Stated, facts: LegFacts): readonly Step[] {
  if (assumed.length === 0) return none
  const steps: Step[] = []
  for (const [fact, id] of assumed) {
    const value = facts[fact]
    if (value !== undefined) steps.push({ kind: 'assumption', fact, value, default: id })
  }
  return steps
}
