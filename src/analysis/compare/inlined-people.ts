import type { UserSets } from '../../classes/user-sets.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import { type Plan, tenantOfValue, withUsers } from '../matrix/plan.ts'
import { type PeopleSets, recordAt } from './people-sets.ts'

/** A plan, its people, and the sets of them in the places that they have in every plan that is compared. */
export interface PlanOfSets {
  readonly plan: Plan
  readonly people: PeopleSets
  readonly sets: UserSets
}

/** The plan with some people of its population files written inline. */
export function withPeopleInline(
  { plan, people, sets }: PlanOfSets,
  users: ReadonlySet<UserName>,
  reader?: SourceReader,
): Loaded<Plan> {
  if (people.records.size === 0) return { ok: true, value: plan, warnings: [] }
  const named = new Set(people.sets.kinds.map(({ representative }) => representative))
  const records: unknown[] = []
  for (const { firstWord, size } of sets.kinds)
    for (let place = firstWord * 32; place < firstWord * 32 + size; place += 1) {
      const name = sets.nameAt(place)
      if (users.has(name) || named.has(name)) records.push(recordAt(people, sets, place))
    }
  const document = withUsers(plan, people.sets, records)
  const loaded = tenantOfValue(document.value, document.source.name, reader)
  return loaded.ok ? { ...loaded, value: { ...plan, document, tenant: loaded.value } } : loaded
}
