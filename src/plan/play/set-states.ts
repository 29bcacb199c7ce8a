import { inSamePlaces } from '../../analysis/compare/people-sets.ts'
import { type PlayedSets, playedSets, type Readings } from '../../analysis/compare/played-sets.ts'
import { type Touched, touchedBetween } from '../../analysis/compare/touched-sets.ts'
import { addAll, type Bitmap } from '../../classes/bitmap.ts'
import { type SetEngine, setEngine } from '../../simulate/play-sets.ts'
import { folderOf } from '../../source/text/source-path.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { accessOf, type Task, taskOf } from './classify.ts'
import type { State, StateAt } from './state.ts'

/** The users of a kind for whom a task works, and for whom it is open whether it does. */
export interface CapableUsers {
  readonly works: Bitmap
  readonly open: Bitmap
}

/** A state at an instant with its sign-ins as sets. */
export interface StateOfSets extends StateAt {
  readonly played: PlayedSets
  readonly capable: (kind: number, task: Task) => CapableUsers
}

/** The states of a plan whose sign-ins are played as sets, all users in the same places. */
export interface SetStates {
  /** The sign-ins of a state; those that another state has too are taken from there. */
  readonly of: (one: StateAt, like?: StateAt) => StateOfSets
  readonly touched: (before: StateOfSets, after: StateOfSets) => Touched
}

/** Whom a task works for with any client. */
function capableIn(state: State, played: PlayedSets): StateOfSets['capable'] {
  const found = new Map<string, CapableUsers>()
  const { tenant } = state.plan
  const find = (kind: number, task: string): CapableUsers => {
    const words = played.kinds.get(kind)?.words ?? 0
    const [works, open] = [new Uint32Array(words), new Uint32Array(words)]
    for (const request of played.requestsOf(kind).values())
      if (taskOf(tenant, request) === task)
        for (const { members, reading } of played.partsOf(kind, request)) {
          const access = accessOf(reading.verdict)
          if (access === 'works') addAll(works, members)
          else if (access === 'open') addAll(open, members)
        }
    return { works, open }
  }
  return (kind, one) => {
    const task = taskOf(tenant, one)
    const key = `${kind}\u0000${task}`
    const made = found.get(key) ?? find(kind, task)
    found.set(key, made)
    return made
  }
}

/** Engines of states with all users in the same places. */
interface Engines {
  /** The engine of a state; a state with people in new kinds moves everyone, which is heard. */
  readonly of: (state: State) => SetEngine
}

function enginesInSamePlaces(onMove: () => void): Engines {
  const states: State[] = []
  const engines = new Map<State, SetEngine>()
  const place = (state: State): void => {
    states.push(state)
    const placed = inSamePlaces(states.flatMap(({ people }) => people ?? []))
    if (states.some((one, at) => engines.has(one) && engines.get(one)?.sets !== placed[at])) {
      engines.clear()
      onMove()
    }
    for (const [at, one] of states.entries()) {
      const sets = placed[at]
      if (sets !== undefined && !engines.has(one)) engines.set(one, setEngine(sets))
    }
  }
  const of: Engines['of'] = (state) => {
    if (!engines.has(state)) place(state)
    const engine = engines.get(state)
    if (engine === undefined) throw new Error('the people of a state were not read as sets')
    return engine
  }
  return { of }
}

/** Plays the states of a plan as sets; after people have moved to other places, all is played again. */
export function setStates(): SetStates {
  const readings: Readings = new Map()
  const played = new Map<State, Map<Instant, StateOfSets>>()
  const touches = new Map<StateOfSets, Map<StateOfSets, Touched>>()
  const engines = enginesInSamePlaces(() => played.clear())
  const remember = (before: StateOfSets, after: StateOfSets, made: Touched): Touched => {
    const of = touches.get(before) ?? new Map<StateOfSets, Touched>()
    touches.set(before, of.set(after, made))
    return made
  }
  const touched: SetStates['touched'] = (before, after) =>
    touches.get(before)?.get(after) ?? remember(before, after, touchedBetween(comparable(before), comparable(after)))
  const find: SetStates['of'] = ({ state, at }, like) => {
    // Invariant: once both have an engine, nothing moves before they are compared.
    if (like !== undefined) engines.of(like.state)
    const engine = engines.of(state)
    const known = played.get(state)?.get(at)
    if (known !== undefined) return known
    const base = like && find(like)
    const now = { document: state.document.value, folder: folderOfFiles(state), engine, at }
    const resembling = base && { base: base.played, touched: touchedBetween(comparable(base), now) }
    const made = playedSets(engine, at, readings, resembling)
    const one: StateOfSets = { state, at, played: made, capable: capableIn(state, made) }
    if (base !== undefined && resembling !== undefined) remember(base, one, resembling.touched)
    played.set(state, (played.get(state) ?? new Map<Instant, StateOfSets>()).set(at, one))
    return one
  }
  return { of: find, touched }
}

const folderOfFiles = ({ plan }: State): string => folderOf(plan.document.source.name)

/** A state as it is compared with another one. */
const comparable = ({ state, played, at }: StateOfSets) => ({
  document: state.document.value,
  folder: folderOfFiles(state),
  engine: played.engine,
  at,
})
