import { type PlayedSets, placeOf } from '../../analysis/compare/played-sets.ts'
import { firstOf, isIn } from '../../classes/bitmap.ts'
import type { SetOfKind } from '../../classes/user-sets.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { CellSummary } from './cell-summary.ts'

/** Summaries by outcome; they stay when the same people are grouped by more. */
export type Summaries = Map<string, CellSummary | undefined>

/** Which groups of people sign in alike. */
export interface GroupOutcomes {
  /** Equal for sign-ins that end the same way; undefined for one that did not divide the people. */
  readonly outcomeOf: (
    group: number,
    request: Pick<ClientRequest, 'client' | 'purpose' | 'network'>,
  ) => string | undefined
  /** Equal for groups whose every sign-in with a client ends the same way; undefined for a client that divided nobody. */
  readonly alike: (group: number, client: string) => string | undefined
}

/** The groups of a kind. */
interface KindOfGroups {
  readonly index: number
  /** The position of each group among those of its kind. */
  readonly positions: Map<number, number>
  /** The first user of each. */
  readonly firsts: number[]
}

function kindsOf(groups: readonly SetOfKind[]): readonly KindOfGroups[] {
  const kinds = new Map<number, KindOfGroups>()
  return groups.map(({ kind: { index }, members }, group) => {
    const kind = kinds.get(index) ?? { index, positions: new Map<number, number>(), firsts: [] }
    kinds.set(index, kind)
    kind.positions.set(group, kind.firsts.length)
    kind.firsts.push(firstOf(members))
    return kind
  })
}

/** For each group of a kind the part of a sign-in that it is in. */
function partsIn(played: PlayedSets, { index, firsts }: KindOfGroups, request: ClientRequest): Int32Array {
  const found = new Int32Array(firsts.length).fill(-1)
  for (const [part, { members }] of played.partsOf(index, request).entries())
    for (const [position, first] of firsts.entries()) if (isIn(members, first)) found[position] = part
  return found
}

/** A value for each key, made on first use. */
function perKey<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

/** The outcomes of groups in which people are equal in every sign-in. */
export function groupOutcomes(played: PlayedSets, groups: readonly SetOfKind[]): GroupOutcomes {
  const kinds = kindsOf(groups)
  const partsOf = perKey((kind: KindOfGroups) => perKey((request: ClientRequest) => partsIn(played, kind, request)))
  const keysOf = perKey((kind: KindOfGroups) =>
    perKey((client: string): readonly string[] | undefined => {
      const all = [...played.requestsOf(kind.index).values()].filter((request) => request.client === client)
      const parts = all.map(partsOf(kind))
      if (parts.length === 0) return undefined
      return kind.firsts.map((_, position) => `${kind.index} ${client} ${parts.map((of) => of[position]).join()}`)
    }),
  )
  return {
    outcomeOf: (group, request) => {
      const kind = kinds[group]
      const place = placeOf(request)
      const planned = kind && played.requestsOf(kind.index).get(place)
      if (kind === undefined || planned === undefined) return undefined
      const part = partsOf(kind)(planned)[kind.positions.get(group) ?? -1] ?? -1
      return part < 0 ? undefined : `${kind.index}\n${place}\n${part}`
    },
    alike: (group, client) => {
      const kind = kinds[group]
      return kind && keysOf(kind)(client)?.[kind.positions.get(group) ?? -1]
    },
  }
}
