import { groupsIn, outcomeGroups, populationOfGroups, userNamed } from '../../analysis/compare/outcome-groups.ts'
import { inSamePlaces, type PeopleSets, readPeopleSets } from '../../analysis/compare/people-sets.ts'
import { type PlayedSets, playedSets, type Readings } from '../../analysis/compare/played-sets.ts'
import { type StateOfSets, touchedBetween } from '../../analysis/compare/touched-sets.ts'
import { allOf, placesOf, type SetOfKind, type UserSets } from '../../classes/user-sets.ts'
import { type SetEngine, setEngine } from '../../simulate/play-sets.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { folderOf } from '../../source/text/source-path.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Instant, Signals } from '../../vocabulary/requests.ts'
import { groupOutcomes, type Summaries } from './group-outcomes.ts'
import { documentOf, type GroupedCrowd, groupedPlan, type Person, type Plan, sameFilesBeside } from './plan.ts'

/** A plan of a crowd at an instant, with the signals of every sign-in. */
export interface Look {
  readonly plan: Plan
  readonly at: Instant
  readonly signals: Signals
  /** Equal for equal signals. */
  readonly signalsKey: string
}

/** Plans of crowds whose people are in groups: those of a group are equal in every plan that is looked at. */
export interface CrowdPlans {
  /** The plans in the order of the looks; undefined while their people are not grouped. */
  readonly known: (looks: readonly Look[]) => readonly Plan[] | undefined
  /** Groups the people; yields how far it has come, from 0 to 1. */
  readonly group: (looks: readonly Look[]) => Generator<number, readonly Plan[]>
}

/** As many answers are kept; each has every name. */
const mostKept = 4

/** Tenants with a single user of a crowd; the last one is kept. */
function aloneIn(sets: UserSets): GroupedCrowd['alone'] {
  let last: Tenant | undefined
  return (name) => {
    if (last?.users.has(name)) return last
    const user = userNamed(sets, name)
    last = user && { ...sets.tenant, users: new Map([[name, user]]) }
    return last
  }
}

/** The people of a crowd, and their display names in the order of its files. */
interface NamedCrowd {
  readonly crowd: PeopleSets
  readonly displayNames: readonly string[]
}

/** Everyone of a crowd with the class of a group. */
function* namedIn(
  { crowd: { names }, displayNames }: NamedCrowd,
  sets: UserSets,
  groups: readonly SetOfKind[],
): Iterable<Person> {
  for (const [group, members] of groups.entries())
    for (const place of placesOf(members)) {
      const at = sets.orderOf(place)
      const name = names[at] ?? ''
      yield { name, displayName: displayNames[at] ?? name, class: group, count: 1 }
    }
}

/** The display names of a crowd in the order of its files. */
function displayNamesOf({ sets }: PeopleSets): readonly string[] {
  const made: string[] = []
  for (const kind of sets.kinds)
    for (const place of placesOf(allOf(kind))) made[sets.orderOf(place)] = sets.displayNameAt(place)
  return made
}

/** The people of a plan as sets; few people too, where they are compared with many. */
function crowdOf({ plan }: Look): PeopleSets {
  if (plan.crowd !== undefined) return plan.crowd
  const read = readPeopleSets(plan.tenant, memorySourceReader(plan.files))
  if (!read.ok) throw new Error('the people of a plan that was read cannot be read')
  return read.value
}

/** What was made for the latest keys. */
function latest<Key, Value>(): (key: Key, make: () => Value) => Value {
  const kept = new Map<Key, Value>()
  return (key, make) => {
    const value = kept.get(key) ?? make()
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
    return value
  }
}

/** A plan as it is compared with another one. */
const stateOf = ({ plan, at }: Look, engine: SetEngine): StateOfSets => ({
  document: documentOf(plan),
  folder: folderOf(plan.tenant.file),
  engine,
  at,
})

interface Played {
  readonly look: Look
  readonly played: PlayedSets
  readonly summaries: Summaries
}

/** The sign-ins of crowds, played once for each look; those that are the same in a similar plan are taken from there. */
function playing() {
  const readings: Readings = new Map()
  const engines = latest<UserSets, SetEngine>()
  const ofSets = latest<UserSets, (key: string, make: () => Played) => Played>()
  const play = (sets: UserSets, look: Look, similar: Played | undefined): Played => {
    const { at, signals, signalsKey } = look
    const engine = engines(sets, () => setEngine(sets))
    const isLike = similar?.look.signalsKey === signalsKey && sameFilesBeside(similar.look.plan, look.plan)
    const like = isLike ? similar : undefined
    const touched = like && touchedBetween(stateOf(like.look, like.played.engine), stateOf(look, engine))
    const resembling = like && touched && { base: like.played, touched }
    const played = playedSets(engine, at, readings, resembling, { signals, allClients: true })
    return { look, played, summaries: new Map() }
  }
  return (sets: UserSets, look: Look, similar?: Played): Played => {
    const known = ofSets(sets, () => latest<string, Played>())
    return known(`${look.at} ${look.signalsKey}`, () => play(sets, look, similar))
  }
}

function planOfGroups({ look, played, summaries }: Played, people: NamedCrowd, found: readonly SetOfKind[]): Plan {
  const { sets } = played.engine
  const groups = groupsIn(sets, found)
  const grouped = { of: planItself(look), summaries, ...groupOutcomes(played, groups), alone: aloneIn(sets) }
  const plan = { ...look.plan, crowd: people.crowd }
  return groupedPlan(plan, populationOfGroups(sets, groups), namedIn(people, sets, groups), grouped)
}

/** Groups people by the outcomes of all their sign-ins. */
export function crowdPlans(): CrowdPlans {
  const kept: { readonly looks: readonly Look[]; readonly plans: readonly Plan[] }[] = []
  const playedFor = playing()
  const displayNames = latest<PeopleSets, readonly string[]>()
  const known: CrowdPlans['known'] = (looks) =>
    kept.find((one) => one.looks.length === looks.length && looks.every((look, at) => isSame(look, one.looks[at])))
      ?.plans
  function* group(looks: readonly Look[]): ReturnType<CrowdPlans['group']> {
    const before = known(looks)
    if (before !== undefined) return before
    const crowds = looks.map(crowdOf)
    const placed = inSamePlaces(crowds)
    const played: Played[] = []
    // What a plan is compared with comes last, and is played first.
    for (const [at, look] of [...looks.entries()].reverse()) {
      const sets = placed[at]
      if (sets !== undefined) played.unshift({ ...playedFor(sets, look, played[0]), look })
    }
    const groups = yield* outcomeGroups(played.map((one) => one.played))
    const plans = played.flatMap((one, at) => {
      const crowd = crowds[at]
      if (crowd === undefined) return []
      const named = { crowd, displayNames: displayNames(crowd, () => displayNamesOf(crowd)) }
      return [planOfGroups(one, named, groups)]
    })
    kept.unshift({ looks, plans })
    kept.length = Math.min(kept.length, mostKept)
    return plans
  }
  return { known, group }
}

const planItself = ({ plan }: Look): Plan => plan.grouped?.of ?? plan

function isSame(one: Look, other: Look | undefined): boolean {
  return (
    other !== undefined &&
    planItself(one) === planItself(other) &&
    one.at === other.at &&
    one.signalsKey === other.signalsKey
  )
}
