import { addAll, sizeOf } from '../classes/bitmap.ts'
import type { SetOfKind } from '../classes/user-sets.ts'
import { once } from '../memory/once.ts'
import type { Detail } from '../simulate/conditional-access/question-splits.ts'
import { clientNamed, planRequests } from '../simulate/plan-requests.ts'
import type { SetEngine, SetPlayed } from '../simulate/play-sets.ts'
import { endOfLeg, playLeg, type UndecidedLeg } from '../simulate/simulate-session.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Trace, Verdict } from '../trace/step.ts'
import { joinedVerdict, promptCount, verdictOf } from '../trace/verdict.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import type { Condition } from './claims/claim.ts'
import type { LegView, SignIn } from './claims/sign-in.ts'
import { split } from './claims/split-conditions.ts'
import type { MatrixFilter } from './matrix/matrix.ts'
import type { Counted, Group } from './population/results.ts'
import { byCount, combinations, matchingLegs, type QueryKey } from './query.ts'

/** Sign-ins of users with the same results. */
export interface SignInOfSet {
  readonly users: SetOfKind
  /** That of the first user. Facts that no one reads are not computed. */
  readonly signIn: SignIn
}

/** Keys with the same value for all users of a kind, regardless of policies. */
const withoutPolicies: ReadonlySet<QueryKey> = new Set<QueryKey>([
  'client',
  'purpose',
  'network',
  'place',
  'platform',
  'device',
  'people',
  'leg',
  'required',
  'relying-party',
  'protocol',
])

/** Keys that distinguish single policies. */
const ofPolicies: ReadonlySet<QueryKey> = new Set<QueryKey>(['policy', 'applies', 'demands'])

/** Keys that distinguish single users; sets merge users unless these keys are requested. */
const ofUsers: ReadonlySet<QueryKey> = new Set<QueryKey>(['user', 'group', 'role'])

/** How finely users are distinguished, and whether verdicts must include what a user presents. */
export interface UserGranularity {
  readonly detail: Detail | 'none'
  readonly narrated: boolean
}

/** What keys need to be read; undefined if they ask for single users. */
export function granularityFor(
  by: readonly QueryKey[],
  conditions: readonly Pick<Condition, 'key'>[],
): UserGranularity | undefined {
  if (by.some((key) => ofUsers.has(key))) return undefined
  const read = [...by, ...conditions.map(({ key }) => key).filter((key) => !ofUsers.has(key))]
  const narrated = read.includes('presents')
  if (read.some((key) => ofPolicies.has(key))) return { detail: 'policies', narrated }
  return { detail: read.every((key) => withoutPolicies.has(key)) ? 'none' : 'verdict', narrated }
}

interface LegOfSet {
  readonly leg: UndecidedLeg
  readonly trace: () => Trace
  readonly end: () => Verdict
}

function legOfSet(leg: UndecidedLeg, narrated: boolean): LegOfSet {
  const trace = once(() => playLeg(leg))
  return { leg, trace, end: narrated ? () => verdictOf(trace()) : once(() => endOfLeg(leg)) }
}

/** A leg whose details are computed when read. */
function legView({ leg: { path }, trace, end }: LegOfSet): LegView {
  const { leg, relyingParty, protocol, optional } = path.planned
  return {
    leg,
    relyingParty,
    protocol,
    optional,
    trace,
    get verdict() {
      return end()
    },
    get audit() {
      return trace().audit
    },
  }
}

function signInOfSet(tenant: Tenant, { users, request, legs: open }: SetPlayed, narrated: boolean): SignIn {
  const legs = open.map((leg) => legOfSet(leg, narrated))
  const verdict = once(() =>
    joinedVerdict(legs.map(({ leg, end }) => ({ request: leg.context.request, verdict: end() }))),
  )
  return {
    tenant,
    request,
    get verdict() {
      return verdict()
    },
    get prompts() {
      return promptCount(legs.map(({ trace }) => trace()))
    },
    legs: legs.map(legView),
    user: open[0]?.context.user,
    client: clientNamed(tenant, request.client),
    network: tenant.networks.get(request.network),
    people: sizeOf(users.members),
  }
}

const itself = (_: Tenant, request: ClientRequest): readonly ClientRequest[] => [request]

/** Every sign-in of every kind of user, split as finely as asked. */
export function* signInsOfSets(
  { sets, play }: SetEngine,
  filter: MatrixFilter,
  { detail, narrated }: UserGranularity,
): Generator<SignInOfSet, void, undefined> {
  const { classes: _classes, suppose = itself, watch, ...requests } = filter
  let decided = 0
  let paths = 0
  for (const kind of sets.kinds) {
    const all = [...planRequests(sets.tenant, { ...requests, user: kind.representative })]
    for (const [at, planned] of all.entries()) {
      const share = (kind.index + at / all.length) / sets.kinds.length
      watch?.({ users: decided, ofUsers: sets.users, paths, share })
      for (const request of suppose(sets.tenant, planned)) {
        paths += 1
        const tenant = tenantAt(sets.tenant, request.at)
        for (const played of play(kind, request, detail))
          yield { users: played.users, signIn: signInOfSet(tenant, played, narrated) }
      }
    }
    decided += kind.size
  }
  watch?.({ users: decided, ofUsers: sets.users, paths, share: 1 })
}

interface OpenGroup {
  readonly values: readonly string[]
  readonly users: Uint32Array
  signIns: number
}

/** What is counted, and what is left out of it. */
export interface Counting {
  readonly by: readonly QueryKey[]
  readonly conditions: readonly Condition[]
}

/**
 * Counts sign-ins and users by the values of some keys; same result as `countBy`, computed on sets instead of classes.
 */
export function countSets(
  words: number,
  signIns: Iterable<SignInOfSet>,
  { by, conditions }: Counting,
): Counted | undefined {
  const wanted = split(conditions)
  const groups = new Map<string, OpenGroup>()
  let any = false
  for (const { users, signIn } of signIns) {
    any = true
    const legs = matchingLegs(signIn, wanted)
    if (legs === undefined) continue
    for (const values of combinations(signIn, legs, by)) {
      const key = values.join('\u0000')
      const group = groups.get(key) ?? { values, users: new Uint32Array(words), signIns: 0 }
      const { firstWord, words: length } = users.kind
      group.signIns += signIn.people
      addAll(group.users.subarray(firstWord, firstWord + length), users.members)
      groups.set(key, group)
    }
  }
  if (!any) return undefined
  const counted = [...groups.values()].map(
    ({ values, signIns: count, users }): Group => ({ values, signIns: count, users: sizeOf(users), classes: [] }),
  )
  return { by, groups: counted.sort(byCount) }
}
