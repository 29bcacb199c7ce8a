import type { ClaimContext } from './claims/read-values.ts'
import type { PopulationOptions } from './population/classes.ts'
import { type QueryKey, readConditions } from './query.ts'

/** A query over many sign-ins, limited to what it reads of single users. */
export interface Asked {
  readonly user?: string
  readonly where: readonly string[]
  readonly by: readonly QueryKey[]
}

/** What classes must distinguish so that the query treats all users of a class the same. */
export function requiredDistinctions(
  context: ClaimContext,
  { user, where, by }: Asked,
): Pick<PopulationOptions, 'people' | 'memberships' | 'keepMembers'> {
  const read = where.map((text) => readConditions(context, [text])).flatMap((one) => (one.ok ? one.value : []))
  const named = (key: QueryKey): readonly string[] => read.flatMap((one) => (one.key === key ? one.values : []))
  const unread = where.flatMap((text) => /^\s*user\s*!?=(.*)$/i.exec(text)?.[1]?.trim() ?? [])
  const memberships = {
    groups: named('group'),
    roles: named('role'),
    anyRole: named('people').length > 0 || by.includes('people'),
    everyGroup: by.includes('group'),
    everyRole: by.includes('role'),
  }
  const people = [...(user === undefined ? [] : [user]), ...named('user'), ...unread]
  return { people, memberships, keepMembers: by.includes('user') }
}
