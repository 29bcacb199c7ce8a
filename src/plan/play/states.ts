import { readSide, type Side } from '../../analysis/compare/joint-classes.ts'
import { type DeclaredPeople, peopleLike, readPeopleSets } from '../../analysis/compare/people-sets.ts'
import { breakInstants } from '../../analysis/compare/time-differences.ts'
import { matrixOf } from '../../analysis/matrix/matrix.ts'
import type { Plan } from '../../analysis/matrix/plan.ts'
import type { Matrix } from '../../analysis/population/results.ts'
import { once } from '../../memory/once.ts'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { loadTenantDocument } from '../../tenant/load-tenant.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { Watch } from '../../vocabulary/progress.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { Exception, Stage, StagedPlan } from '../states/staged-plan.ts'
import { type StateDocument, withStated } from '../states/state-document.ts'
import { statedChanges } from '../states/stated-changes.ts'
import type { FeatureJudge } from './feature-gates.ts'
import { type SetStates, setStates } from './set-states.ts'
import type { State } from './state.ts'

/** A state whose every sign-in was played at an instant. */
export interface Point {
  readonly stage: Stage
  readonly at: Instant
  readonly state: State
  readonly exceptions: readonly Exception[]
  /** Every sign-in by class; played when it is asked for where people are compared as sets. */
  readonly matrix: Matrix
}

/** How a plan is played. */
export interface PlayOptions {
  readonly reader: SourceReader
  /** Hears how far the playing is. */
  readonly watch?: Watch
  /** Runs gates that are features. */
  readonly features?: FeatureJudge
  /** Keeps what each cohort presents at each point, and examples message by message; `of-few`: unless people are many. */
  readonly details?: boolean | 'of-few'
  /** Whether people are compared by class or as sets; by default depends on their number. */
  readonly as?: 'classes' | 'sets'
}

/** Makes the states of a plan, each once. */
export interface Player extends PlayOptions {
  readonly plan: StagedPlan
  readonly states: Map<string, State>
  readonly points: Map<string, Point>
  readonly problems: Diagnostic[]
  /** Where people are compared as sets. */
  readonly sets?: SetStates
}

/** Up to this many users are compared by class. */
const mostInClasses = 500

/** Whether there are so many people at the start that they are compared as sets. */
function hasMany({ stages }: StagedPlan, reader: SourceReader): boolean {
  const [start] = stages
  const file = start?.document.value
  const users = isMapping(file) ? file['users'] : undefined
  if (users === undefined || Array.isArray(users)) return (users?.length ?? 0) > mostInClasses
  const loaded = start && loadTenantDocument(start.document, reader)
  if (!loaded?.ok) return false
  const read = readPeopleSets(loaded.value, reader)
  return read.ok && read.value.sets.users > mostInClasses
}

/** A player that has played nothing yet. */
export function playerOf(plan: StagedPlan, options: PlayOptions): Player {
  const player = { ...options, plan, states: new Map(), points: new Map(), problems: [] }
  const asSets = options.as === undefined ? hasMany(plan, options.reader) : options.as === 'sets'
  return asSets ? { ...player, sets: setStates() } : player
}

/** The exceptions in force in a stage at an instant. */
export function exceptionsAt({ exceptions }: StagedPlan, stage: number, at: Instant): readonly Exception[] {
  return exceptions.filter((one) => one.stage <= stage && at < one.expires)
}

/** A document with exceptions laid over it. */
function withExceptions(
  { plan, problems }: Player,
  base: StateDocument,
  exceptions: readonly Exception[],
): StateDocument {
  return exceptions.reduce((before, one) => {
    const report = (problem: Diagnostic): void => {
      problems.push(problem)
    }
    const reading = { plan: plan.document, before: before.value, report }
    return withStated(before, plan.document, statedChanges(reading, one, one.path))
  }, base)
}

/** The state of a document with exceptions; undefined where that is no tenant, which is reported. */
export function stateOf(
  player: Player,
  key: string,
  base: StateDocument,
  exceptions: readonly Exception[],
): State | undefined {
  const whole = `${key} ${exceptions.map(({ name }) => name).join('\u0000')}`
  const known = player.states.get(whole)
  if (known !== undefined) return known
  const document = withExceptions(player, base, exceptions)
  const loaded = player.sets === undefined ? sided(document, player.reader) : withSets(document, player)
  if (!loaded.ok) {
    player.problems.push(...loaded.diagnostics)
    return undefined
  }
  player.states.set(whole, loaded.value)
  return loaded.value
}

function sided(document: StateDocument, reader: SourceReader): Loaded<State> {
  const loaded = loadTenantDocument(document, reader)
  if (!loaded.ok) return loaded
  const side = readSide(loaded.value, reader)
  if (!side.ok) return side
  const plan: Plan = { document, tenant: loaded.value, at: loaded.value.asOf }
  return { ok: true, value: { document, plan, side: side.value }, warnings: [] }
}

/** A state that was made before, with its people. */
function knownPeople({ states }: Player): DeclaredPeople | undefined {
  for (const { document, plan, people } of states.values())
    if (people !== undefined) return { document: document.value, tenant: plan.tenant, people }
  return undefined
}

function withSets(document: StateDocument, player: Player): Loaded<State> {
  const { reader } = player
  const loaded = loadTenantDocument(document, reader)
  if (!loaded.ok) return loaded
  const tenant = loaded.value
  const known = knownPeople(player)
  const declared = { document: document.value, tenant }
  const people = known === undefined ? readPeopleSets(tenant, reader) : peopleLike(known, declared, reader)
  if (!people.ok) return people
  const side = once((): Side => {
    const read = readSide(tenant, reader)
    if (!read.ok) throw new Error(`people who were read cannot be read again: ${document.source.name}`)
    return read.value
  })
  const plan: Plan = { document, tenant, at: tenant.asOf }
  const value: State = {
    document,
    plan,
    get side() {
      return side()
    },
    people: people.value,
  }
  return { ok: true, value, warnings: [] }
}

/** The state of a stage as it is at an instant. */
export function stateAt(player: Player, stage: Stage, at: Instant): State | undefined {
  return stateOf(player, `${stage.index}`, stage.document, exceptionsAt(player.plan, stage.index, at))
}

/** Plays every sign-in of a stage at an instant, once. */
export function pointAt(player: Player, stage: Stage, at: Instant): Point | undefined {
  const key = `${stage.index} ${at}`
  const known = player.points.get(key)
  if (known !== undefined) return known
  const state = stateAt(player, stage, at)
  if (state === undefined) return undefined
  const exceptions = exceptionsAt(player.plan, stage.index, at)
  const matrix = once(() => played(player, state, at))
  if (player.sets === undefined) matrix()
  const point: Point = {
    stage,
    at,
    state,
    exceptions,
    get matrix() {
      return matrix()
    },
  }
  player.points.set(key, point)
  return point
}

/** Every sign-in of a state at an instant. */
export function played({ watch }: Pick<Player, 'watch'>, { side }: State, at: Instant): Matrix {
  return matrixOf(side.population, { at, ...(watch && { watch }) })
}

/** When a stage can begin at the earliest, and when at the latest: both are its date, where it has one. */
export function windowOf(
  { stages, from, until }: StagedPlan,
  index: number,
): { readonly earliest: Instant; readonly latest: Instant } {
  const before = stages.slice(0, index + 1).flatMap(({ date }) => date ?? [])
  const after = stages.slice(index).flatMap(({ date }) => date ?? [])
  return { earliest: Math.max(from, ...before), latest: after[0] ?? until }
}

/** The instants at which a stage is played: its beginning, and each at which anything dated could change a sign-in in it. */
export function instantsOf(player: Player, stage: Stage): readonly Instant[] {
  const { plan } = player
  const { earliest } = windowOf(plan, stage.index)
  const last = stage.index === plan.stages.length - 1
  const end = last ? plan.until : windowOf(plan, stage.index + 1).latest
  const state = stateAt(player, stage, earliest)
  if (state === undefined) return []
  const ends = plan.exceptions.filter((one) => one.stage <= stage.index).map(({ expires }) => expires)
  const within = (at: Instant): boolean => at > earliest && (last ? at <= end : at < end)
  // People in files of their own have dates as well.
  const { tenant } = state.people?.sets ?? state.side.population
  const all = [...breakInstants(tenant, earliest, end), ...ends].filter(within)
  return [earliest, ...[...new Set(all)].sort((one, other) => one - other)]
}
