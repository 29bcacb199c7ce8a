import type { Bitmap } from '../../classes/bitmap.ts'
import { common, difference, firstOf, isEmpty, membersOf, sizeOf } from '../../classes/bitmap.ts'
import type { Kind, UserSets } from '../../classes/user-sets.ts'
import type { SetEngine, SetPlayed } from '../../simulate/play-sets.ts'
import { setEngine } from '../../simulate/play-sets.ts'
import { mayBeSilent, playLeg, type UndecidedLeg } from '../../simulate/simulate-session.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import type { ClientRequest, NetworkName, UserName } from '../../vocabulary/requests.ts'
import { userSetsOf } from '../population/user-sets-of.ts'
import type { Played } from './played.ts'
import type { GapPeople } from './result.ts'

/** All swept users by kind; policies may treat users of a kind differently. */
export interface SweptUsers {
  readonly sets: UserSets
  readonly engine: SetEngine
  /** Whether all users of a kind have the same sign-ins: each kind is then a class, named by its members. */
  readonly whole: boolean
}

/** Up to this many users are swept by class, and findings name all of them. */
const mostInClasses = 500

/** Maximum number of example names for large sets of users. */
const mostExamples = 3

/** The users of a tenant: as classes if there are few, otherwise as sets. */
export function sweptUsers(
  tenant: Tenant,
  reader: SourceReader | undefined,
  options: { readonly onProgress?: (users: number) => void; readonly as?: 'classes' | 'sets' } = {},
): Loaded<SweptUsers> {
  const { as, ...reading } = options
  const few = tenant.population === undefined && tenant.users.size <= mostInClasses
  const first = userSetsOf(tenant, reader, {
    ...reading,
    kindsAs: as === 'classes' || (as === undefined && few) ? 'classes' : 'coarse',
  })
  if (!first.ok) return first
  const whole = as === 'classes' || (as === undefined && first.value.users <= mostInClasses)
  const read = whole && !few && as === undefined ? userSetsOf(tenant, reader, { kindsAs: 'classes' }) : first
  if (!read.ok) return read
  return { ...read, value: { sets: read.value, engine: setEngine(read.value), whole } }
}

/** The same users in a modified tenant. */
export function sweptUsersIn({ sets, engine, whole }: SweptUsers, change: (tenant: Tenant) => Tenant): SweptUsers {
  const changed = { ...sets, tenant: change(sets.tenant), declared: change(sets.declared) }
  return { sets: changed, engine: setEngine(changed, engine.store, engine.book), whole }
}

/** How a request is played. */
export interface Playing {
  readonly forPolicies?: boolean
  /** The users who sign in; all of the kind, unless given. */
  readonly among?: Bitmap
  /** The networks from which it goes alike; only that of the request, unless given. */
  readonly networks?: readonly NetworkName[]
}

/** Plays one request for all or some users of a kind: one result per set of users with the same outcome. */
export function playsOf(
  crowd: SweptUsers,
  kind: Kind,
  request: ClientRequest,
  { forPolicies = false, among, networks = [request.network] }: Playing = {},
): readonly Played[] {
  const how = { as: 'representative' as const, ...(among && { among }) }
  const parts = crowd.engine.play(kind, request, crowd.whole ? 'none' : 'ending', how)
  return parts.map((part) => playedPart(crowd, part, { request, networks, forPolicies }))
}

/** Replays a sign-in in another tenant for the first of its users. */
export function playedElsewhere(
  other: SweptUsers,
  { kind, users, request, networks, forPolicies }: Played,
): Played | undefined {
  const asked = { ...request, user: kind.representative }
  const [first] = other.engine.play(kind, asked, 'none', { as: 'representative', among: users })
  return first && playedPart(other, first, { request: asked, networks, forPolicies })
}

/** The complete trace of a leg, kept: it is asked for once for each of many policies. */
function wholeTraces(legs: readonly UndecidedLeg[]): Played['wholeTrace'] {
  const known: Trace[] = []
  return (at) => {
    const leg = legs[at]
    if (leg !== undefined) known[at] ??= playLeg(leg)
    return known[at]
  }
}

function playedPart(
  { sets }: SweptUsers,
  { users, legs, policies, traces: play, word }: SetPlayed,
  asked: Pick<Played, 'request' | 'networks' | 'forPolicies'>,
): Played {
  const traces = play()
  return {
    kind: users.kind,
    users: users.members,
    nameOf: (members) => sets.nameAt(users.kind.firstWord * 32 + firstOf(members)),
    request: asked.request,
    networks: asked.networks,
    traces,
    wholeTrace: wholeTraces(legs),
    verdict: sessionVerdict(traces),
    forPolicies: asked.forPolicies,
    policies,
    word,
    silent: legs.map(mayBeSilent),
  }
}

/** In one go, since an object that is spread many times over takes longer than deciding. */
function withUsers(
  { kind, nameOf, request, networks, traces, wholeTrace, verdict, forPolicies, policies, word, silent }: Played,
  users: Bitmap,
): Played {
  return { kind, users, nameOf, request, networks, traces, wholeTrace, verdict, forPolicies, policies, word, silent }
}

/** The sign-in restricted to some of its users; undefined if none is left. */
export function narrowed(played: Played, users: Bitmap): Played | undefined {
  const left = common(played.users, users)
  if (isEmpty(left)) return undefined
  return withUsers(played, left)
}

/** The sign-in without some of its users; undefined if none is left. */
export function withoutUsers(played: Played, users: Bitmap | undefined): Played | undefined {
  if (users === undefined) return played
  const left = difference(played.users, users)
  return isEmpty(left) ? undefined : withUsers(played, left)
}

function namesIn({ sets }: SweptUsers, kind: Kind, users: Bitmap, most: number): readonly UserName[] {
  const names: UserName[] = []
  for (const member of membersOf(users)) {
    if (names.length === most) break
    names.push(sets.nameAt(kind.firstWord * 32 + member))
  }
  return names
}

/** Users of a kind as a finding names them: all if there are few, otherwise examples. */
export function peopleOf(crowd: SweptUsers, kind: Kind, users: Bitmap): GapPeople {
  const size = sizeOf(users)
  const named = crowd.whole && crowd.sets.declared.population === undefined
  const names = namesIn(crowd, kind, users, named ? size : mostExamples)
  const [representative = kind.representative] = names
  const people = {
    class: kind.index,
    representative,
    ...(named || names.length === size ? { members: names } : {}),
    ...(crowd.whole || names.length === size ? {} : { examples: names }),
    size,
  }
  const some = (part: Bitmap): GapPeople => peopleOf(crowd, kind, part)
  // Not enumerable because output and comparison of findings ignore both; the type cannot express that they exist.
  return Object.defineProperties(people, { users: { value: users }, of: { value: some } }) as GapPeople
}

/** The names of users of a kind, one by one. */
export function* namesOfPeople(
  { sets }: SweptUsers,
  { class: index, users }: GapPeople,
): Generator<UserName, void, undefined> {
  const kind = sets.kinds[index]
  if (kind === undefined) return
  for (const member of membersOf(users)) yield sets.nameAt(kind.firstWord * 32 + member)
}
