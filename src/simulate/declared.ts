import { keptFor } from '../rules/kept-for.ts'
import type { Declared } from '../tenant/declared.ts'
import type { User } from '../tenant/tenant.ts'
import type { OriginTable, Step } from '../trace/step.ts'
import type { FactName, LegFacts } from '../vocabulary/facts.ts'
import type { WayContext } from './leg-context.ts'

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

const ofPeople = new WeakMap<User, Stated>()

/** What is stated of a person, of the domain, and of the identity provider. */
export function statedOfPerson(user: User): Stated {
  const known = ofPeople.get(user)
  if (known !== undefined) return known
  const made = statedBy([user, user.domain, user.domain?.identityProvider])
  ofPeople.set(user, made)
  return made
}

const ofWays = keptFor<Stated>('at once')

/** What is stated of everything else on a leg. */
export function statedOfWay({ client, network, workload, tenant }: WayContext): Stated {
  return ofWays(tenant, [workload, network, client], () =>
    statedBy([client, network, workload, tenant.multifactorAuthentication, tenant]),
  )
}

/** The defaults that stand in, as steps, for facts that the leg has. */
export function assumptions({ assumed }: Stated, facts: LegFacts): readonly Step[] {
  const steps: Step[] = []
  for (const [fact, id] of assumed) {
    const value = facts[fact]
    if (value !== undefined) steps.push({ kind: 'assumption', fact, value, default: id })
  }
  return steps
}
