import type { Counted } from '../analysis/population/results.ts'
import { userSetsOf } from '../analysis/population/user-sets-of.ts'
import { type Condition, filterFor, readConditions } from '../analysis/query.ts'
import { countSets, granularityFor, signInsOfSets, type UserGranularity } from '../analysis/set-sign-ins.ts'
import { requiredDistinctions } from '../analysis/told-apart.ts'
import { setEngine } from '../simulate/play-sets.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { counted } from '../vocabulary/counted.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { type ClassOptions, keysOf, parsed } from './play-classes.ts'
import { mapped, nothingChosen, readFilter } from './request-options.ts'

const finest: UserGranularity = { detail: 'policies', narrated: true }

/** Counts sign-ins of sets of users; undefined if what is asked for distinguishes single users. */
export async function countedBySets(
  environment: Environment,
  tenant: Tenant,
  options: ClassOptions,
): Promise<Counted | undefined> {
  const { user, groupBy, where = [] } = options
  if (user !== undefined || groupBy === undefined) return undefined
  const by = keysOf(groupBy)
  if (granularityFor(by, []) === undefined) return undefined
  const told = requiredDistinctions({ tenant }, { where, by })
  const { watch } = environment
  const onProgress = (read: number): void => watch?.({ users: read })
  const sets = await accepted(environment, userSetsOf(tenant, environment.reader, { ...told, onProgress }))
  const { kinds, users } = sets
  environment.stderr(`${counted(users, 'user')} of ${counted(kinds.length, 'kind')}\n`)
  const context = { tenant: sets.tenant }
  const engine = setEngine(sets)
  const foreseen = readConditions(context, where)
  const chosen = {
    ...filterFor(foreseen.ok ? foreseen.value : []),
    ...readFilter(sets.tenant, options),
    ...(watch && { watch }),
  }
  const seen = mapped({ [Symbol.iterator]: () => signInsOfSets(engine, chosen, finest) }, ({ signIn }) => signIn)
  const conditions: readonly Condition[] = parsed(readConditions(context, where, seen))
  const fineness = granularityFor(by, conditions) ?? finest
  const made = countSets(sets.words, signInsOfSets(engine, chosen, fineness), { by, conditions })
  if (made === undefined) throw nothingChosen(sets.tenant, options)
  return made
}
