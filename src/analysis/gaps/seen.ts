import { addAll, type Bitmap } from '../../classes/bitmap.ts'
import type { Trace } from '../../trace/step.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import { narrowed, withoutUsers } from './crowd.ts'
import { ruleOf } from './origin.ts'
import type { Played } from './played.ts'
import { type ByPolicies, byPolicies } from './policies-behind.ts'
import type { Sweep } from './sweep.ts'

/** The users of a sign-in who were not seen under a key before; marks them as seen. */
export function firstSeen(met: Map<string, Bitmap>, key: string, played: Played): Played | undefined {
  const before = met.get(key)
  const fresh = withoutUsers(played, before)
  if (fresh === undefined) return undefined
  if (before === undefined) met.set(key, fresh.users.slice())
  else addAll(before, fresh.users)
  return fresh
}

const noTraces: readonly Trace[] = []
const nothing = (): undefined => undefined

/** A sign-in without its traces, for storage. */
export const light = (played: Played): Played => ({
  ...played,
  traces: noTraces,
  wholeTrace: nothing,
  policies: nothing,
  word: nothing,
})

/** A requirement of a second factor for some users. */
interface Demand {
  readonly rule: RuleId | undefined
  readonly by: readonly ByPolicies[]
}

interface Demanded {
  readonly played: Played
  readonly demand: Demand
  readonly policies: readonly PolicyName[]
}

/** The first leg at each place that required something of each user. */
export interface DemandBook {
  readonly add: (place: string, played: Played, leg: number) => void
  /** Splits a sign-in by what required a second factor at the place; omits users without a requirement. */
  readonly of: (place: string, played: Played) => readonly Demanded[]
}

/** An empty book. */
export function demandBook({ crowd }: Sweep): DemandBook {
  const met = new Map<string, Bitmap>()
  const demands = new Map<string, Demand[]>()
  return {
    add: (place, played, leg) => {
      const fresh = firstSeen(met, place, played)
      const trace = (fresh?.traces ?? noTraces)[leg]
      if (fresh === undefined || trace === undefined) return
      const demand = { rule: ruleOf(trace, 'second-factor'), by: byPolicies(crowd, fresh, leg, trace) }
      demands.set(place, [...(demands.get(place) ?? []), demand])
    },
    of: (place, played) =>
      (demands.get(place) ?? []).flatMap((demand) =>
        demand.by.flatMap(({ policies, users }) => {
          const concerned = narrowed(played, users)
          return concerned === undefined ? [] : [{ played: concerned, demand, policies }]
        }),
      ),
  }
}
