import { everyoneIn } from '../../analysis/compare/affected-sets.ts'
import { placeOf } from '../../analysis/compare/played-sets.ts'
import type { Change } from '../../analysis/population/results.ts'
import { isIn } from '../../classes/bitmap.ts'
import type { UserSets } from '../../classes/user-sets.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Trace } from '../../trace/step.ts'
import type { ClientRequest, UserName } from '../../vocabulary/requests.ts'
import { findingKinds } from '../finding-kinds.ts'
import type { SignInPair } from '../persona-result.ts'
import type { PlanFinding } from '../result.ts'
import type { StagedPlan } from '../states/staged-plan.ts'
import type { SetStates } from './set-states.ts'
import type { Player, Point } from './states.ts'
import type { Transition } from './transitions.ts'
import { type UserPlace, type UserPlaces, userPlaces } from './user-places.ts'

/** A finding with the points between which it was found. */
export interface FoundAt {
  readonly finding: PlanFinding
  readonly transition: Transition
  /** Everyone in the places that the sets of its changes have; people may have others after further states. */
  readonly sets?: UserSets
}

const classAt = ({ state: { side } }: Point, user: UserName): number | undefined =>
  side.classOf.get(user.toLowerCase())?.index

/** Finds the sign-in of a user at a point, and who of a cohort has a change. */
interface Examples {
  readonly played: (point: Point, user: UserName, change: Change) => readonly Trace[]
  /** The first of a cohort whose sign-in changes. */
  readonly firstOf: (one: FoundAt, change: Change, members: readonly UserName[]) => UserName | undefined
}

/** The sign-in in the name of the user where the tenant file declares that user, otherwise in that of the class. */
function playedInClass(point: Point, user: UserName, change: Change): readonly Trace[] {
  const index = classAt(point, user)
  const cell = point.matrix.cells.find(
    ({ class: one, request: { client, purpose, network } }) =>
      one === index && client === change.client && purpose === change.purpose && network === change.network,
  )
  if (cell === undefined) return []
  const { tenant } = point.state.plan
  return tenant.users.has(user)
    ? simulateSession(tenant, { ...cell.request, user })
    : simulateSession(point.state.side.population.tenant, cell.request)
}

const examplesOfClasses: Examples = {
  played: playedInClass,
  firstOf: ({ transition: { before, after } }, { users }, members) =>
    members.find((one) => classAt(after, one) === users.after && classAt(before, one) === users.before),
}

function examplesOfSets(sets: SetStates): Examples {
  const known = new Map<UserSets, UserPlaces>()
  const placesOf = (of: UserSets): UserPlaces => {
    const places = known.get(of) ?? userPlaces(of)
    known.set(of, places)
    return places
  }
  return {
    played: (point, user, change) => {
      const { played } = sets.of(point)
      const place = placesOf(played.engine.sets).get(user.toLowerCase())
      const request = place && played.requestsOf(place.kind.index).get(placeOf(change))
      if (place === undefined || request === undefined) return []
      return sessionOf(played.engine.sets, place, request)
    },
    firstOf: ({ sets: of }, { users }, members) => {
      const everyone = everyoneIn(users)
      if (everyone === undefined || of === undefined) return undefined
      const places = placesOf(of)
      return members.find((one) => {
        const place = places.get(one.toLowerCase())
        return place?.kind.index === everyone.kind.index && isIn(everyone.members, place.member)
      })
    },
  }
}

/** The sign-in of the user at a place, in that user's own name. */
function sessionOf(sets: UserSets, { kind, member }: UserPlace, request: ClientRequest): readonly Trace[] {
  const at = kind.firstWord * 32 + member
  const of = sets.tenant.users.get(kind.representative)
  if (of === undefined) throw new Error('a kind without its first user')
  const user = sets.declared.users.get(sets.nameAt(at)) ?? sets.userAt(at, of)
  const tenant = { ...sets.tenant, users: new Map([[user.userPrincipalName, user]]) }
  return simulateSession(tenant, { ...request, user: user.userPrincipalName })
}

/** The first change of a finding that concerns someone of a cohort, and that person. */
function exampleOf(
  examples: Examples,
  one: FoundAt,
  members: readonly UserName[] | undefined,
): { readonly change: Change; readonly user: UserName } | undefined {
  const { changes } = one.finding
  if (members === undefined) return { change: changes[0], user: changes[0].users.representative }
  for (const change of changes) {
    const user = examples.firstOf(one, change, members)
    if (user !== undefined) return { change, user }
  }
  return undefined
}

/** The gravest change of a cohort in a stage, message by message before and after. */
function pairOf(
  examples: Examples,
  found: readonly FoundAt[],
  persona: string | undefined,
  members: readonly UserName[] | undefined,
): readonly SignInPair[] {
  for (const one of found) {
    const example = exampleOf(examples, one, members)
    if (example === undefined) continue
    const { change, user } = example
    const { client, purpose, network } = change
    const { before, after } = one.transition
    const { stage, at, kind } = one.finding
    const traces = {
      before: examples.played(before, user, change),
      after: examples.played(after, user, change),
    }
    return [
      { stage, at, ...(persona === undefined ? {} : { persona }), kind, user, client, purpose, network, ...traces },
    ]
  }
  return []
}

/** What a stage itself brings stands before what a date in it brings, and the graver before the less grave. */
function inOrder(all: readonly FoundAt[], stage: number): readonly FoundAt[] {
  return (['stage', 'time'] as const).flatMap((by) =>
    findingKinds.flatMap((kind) =>
      all.filter(({ finding }) => finding.stage === stage && finding.by === by && finding.kind === kind),
    ),
  )
}

/** For each stage and cohort one sign-in that changes, as it was and as it becomes. */
export function signInPairsOf(
  { sets }: Pick<Player, 'sets'>,
  { stages, cohorts }: StagedPlan,
  all: readonly FoundAt[],
): readonly SignInPair[] {
  const examples = sets === undefined ? examplesOfClasses : examplesOfSets(sets)
  const personas = cohorts.length === 0 ? [{ name: undefined, members: undefined }] : cohorts
  return stages.flatMap(({ index }) => {
    const found = inOrder(all, index)
    return personas.flatMap(({ name, members }) => pairOf(examples, found, name, members))
  })
}
