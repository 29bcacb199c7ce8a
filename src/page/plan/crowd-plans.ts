import { parseDocument } from 'yaml'
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
import { groupOutcomes } from './group-outcomes.ts'
import { type GroupedCrowd, groupedPlan, type Person, type Plan } from './plan.ts'

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

/** The people of a crowd in the order of its files, each with the class of a group; the display names are read once. */
function* namedIn(crowd: PeopleSets, sets: UserSets, groups: readonly SetOfKind[]): Iterable<Person> {
  const displayNames = displayNamesOf(crowd)
  for (const [group, members] of groups.entries())
    for (const place of placesOf(members)) {
      const at = sets.orderOf(place)
      const name = crowd.names[at] ?? ''
      yield { name, displayName: displayNames[at] ?? name, class: group, count: 1 }
    }
}

const displayNames = new WeakMap<PeopleSets, readonly string[]>()

function displayNamesOf(crowd: PeopleSets): readonly string[] {
  const known = displayNames.get(crowd)
  if (known !== undefined) return known
  const { sets } = crowd
  const made: string[] = []
  for (const kind of sets.kinds)
    for (const place of placesOf(allOf(kind))) made[sets.orderOf(place)] = sets.displayNameAt(place)
  displayNames.set(crowd, made)
  return made
}

function planOfGroups({ look, played }: Played, found: readonly SetOfKind[]): Plan {
  const { sets } = played.engine
  const groups = groupsIn(sets, found)
  const crowd = crowdOf(look)
  const grouped = { ...groupOutcomes(played, groups), alone: aloneIn(sets) }
  const people = namedIn(crowd, sets, groups)
  return groupedPlan({ ...look.plan, crowd }, populationOfGroups(sets, groups), people, grouped)
}

const crowds = new WeakMap<Plan, PeopleSets>()

/** The people of a plan as sets; few people too, where they are compared with many. */
function crowdOf({ plan }: Look): PeopleSets {
  const known = plan.crowd ?? crowds.get(plan)
  if (known !== undefined) return known
  const read = readPeopleSets(plan.tenant, memorySourceReader(plan.files))
  if (!read.ok) throw new Error('the people of a plan that was read cannot be read')
  crowds.set(plan, read.value)
  return read.value
}

/** A plan as it is compared with another one. */
const stateOf = ({ plan: { tenant, files }, at }: Look, engine: SetEngine): StateOfSets => ({
  document: parseDocument(files[tenant.file] ?? '', { uniqueKeys: false, logLevel: 'silent' }).toJS(),
  folder: folderOf(tenant.file),
  engine,
  at,
})

/** The sign-ins of crowds, played once for each look; those that are the same in a similar plan are taken from there. */
function playing() {
  const readings: Readings = new Map()
  const ofSets = new WeakMap<UserSets, Map<string, PlayedSets>>()
  return (sets: UserSets, look: Look, similar?: Played): PlayedSets => {
    const { at, signals, signalsKey } = look
    const known = ofSets.get(sets) ?? new Map<string, PlayedSets>()
    ofSets.set(sets, known)
    const key = `${at} ${signalsKey}`
    const before = known.get(key)
    if (before !== undefined) return before
    const [other] = known.values()
    const engine = other?.engine ?? setEngine(sets)
    const like = similar?.look.signalsKey === signalsKey ? similar : undefined
    const touched = like && touchedBetween(stateOf(like.look, like.played.engine), stateOf(look, engine))
    const resembling = like && touched && { base: like.played, touched }
    const made = playedSets(engine, at, readings, resembling, { signals, allClients: true })
    if (known.size > mostKept) known.clear()
    known.set(key, made)
    return made
  }
}

interface Played {
  readonly look: Look
  readonly played: PlayedSets
}

/** Groups people by the outcomes of all their sign-ins. */
export function crowdPlans(): CrowdPlans {
  const kept: { readonly looks: readonly Look[]; readonly plans: readonly Plan[] }[] = []
  const playedFor = playing()
  const known: CrowdPlans['known'] = (looks) =>
    kept.find((one) => one.looks.length === looks.length && looks.every((look, at) => isSame(look, one.looks[at])))
      ?.plans
  function* group(looks: readonly Look[]): ReturnType<CrowdPlans['group']> {
    const before = known(looks)
    if (before !== undefined) return before
    const placed = inSamePlaces(looks.map(crowdOf))
    const played: Played[] = []
    // What a plan is compared with comes last, and is played first.
    for (const [at, look] of [...looks.entries()].reverse()) {
      const sets = placed[at]
      if (sets !== undefined) played.unshift({ look, played: playedFor(sets, look, played[0]) })
    }
    const groups = yield* outcomeGroups(played.map((one) => one.played))
    const plans = played.map((one) => planOfGroups(one, groups))
    kept.unshift({ looks, plans })
    kept.length = Math.min(kept.length, mostKept)
    return plans
  }
  return { known, group }
}

function isSame(one: Look, other: Look | undefined): boolean {
  return (
    other !== undefined && crowdOf(one) === crowdOf(other) && one.at === other.at && one.signalsKey === other.signalsKey
  )
}
