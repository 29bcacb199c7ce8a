import { type MatrixFilter, type PlayedCell, playedCellsOf } from '../analysis/matrix/matrix.ts'
import { type Population, populationOf } from '../analysis/population/population.ts'
import type { Cell, Counted, UserClass } from '../analysis/population/results.ts'
import {
  type CellReader,
  type Condition,
  countBy,
  filterFor,
  lookAt,
  meeting,
  mightMeet,
  type Parsed,
  type QueryKey,
  readConditions,
  readKey,
} from '../analysis/query.ts'

import { requiredDistinctions } from '../analysis/told-apart.ts'
import { planRequests } from '../simulate/plan-requests.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { counted } from '../vocabulary/counted.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { refuseUnknownUser } from './load-people.ts'
import {
  headerOf,
  kept,
  mapped,
  nothingChosen,
  type Played,
  type RequestOptions,
  readFilter,
  type Session,
} from './request-options.ts'
import { usageProblem, usageProblems } from './usage.ts'

/** Options that look at all sign-ins together. */
export interface ClassOptions extends RequestOptions {
  readonly where?: readonly string[]
  readonly groupBy?: string
  readonly expand?: true
}

/** Sign-ins by classes of users with the same sign-in outcomes. */
export interface PlayedClasses extends Played {
  /** Those of the sign-ins that are wanted. */
  readonly classes: readonly UserClass[]
  readonly everyClass: readonly UserClass[]
  /** Sign-ins of which a missing fact leaves open whether they are asked for. */
  readonly perhaps: Iterable<Session>
  /** Present when counts were asked for. */
  readonly counted?: Counted
}

/** Reduces the people to classes, plays each class once, and keeps what the options ask for. */
export async function playClasses(
  environment: Environment,
  tenant: Tenant,
  options: ClassOptions,
): Promise<PlayedClasses> {
  const population = await readPopulation(environment, tenant, options)
  if (options.user !== undefined) await refuseUnknownUser(environment, tenant, population.tenant, options.user)
  const { user, ...filter } = readFilter(population.tenant, options)
  const context = { tenant: population.tenant }
  const foreseen = readConditions(context, options.where ?? [])
  const { watch } = environment
  const chosen = { ...filterFor(foreseen.ok ? foreseen.value : []), ...filter, ...(watch && { watch }) }
  if (options.expand === true && options.groupBy === undefined) refuseTooManyRows(population, chosen)
  const all = { [Symbol.iterator]: () => playedCellsOf(population, chosen) }
  const played = kept(all, ({ cell }) => user === undefined || cell.request.user === user)
  const cells = mapped(played, ({ cell }) => cell)
  const look = lookAt(population)
  const conditions = parsed(readConditions(context, options.where ?? [], mapped(cells, look)))
  const wanted = meeting(conditions, look)
  const perhaps = mightMeet(conditions, look)
  const used = classesUsed(cells, wanted)
  if (used === undefined) throw nothingChosen(population.tenant, options)
  return {
    header: headerOf(tenant, options),
    sessions: sessionsOf(played, wanted),
    perhaps: sessionsOf(played, perhaps),
    classes: population.classes.filter(({ index }) => used.has(index)),
    everyClass: population.classes,
    ...countedBy(options.groupBy, cells, population.classes, conditions, look),
  }
}

/** The sign-ins of cells that are wanted. */
const sessionsOf = (played: Iterable<PlayedCell>, wanted: (cell: Cell) => boolean): Iterable<Session> =>
  mapped(
    kept(played, ({ cell }) => wanted(cell)),
    ({ cell, traces }) => ({ request: cell.request, traces }),
  )

/** The most rows that anyone waits for. */
const mostRows = 100_000_000

/** Asks for a filter where every sign-in of every user would be more than anyone reads. */
export function refuseTooManyRows({ tenant, classes, users }: Population, filter: MatrixFilter): void {
  const largest = classes.reduce<UserClass | undefined>(
    (best, one) => (best && best.size >= one.size ? best : one),
    undefined,
  )
  if (largest === undefined) return
  const paths = [...planRequests(tenant, { ...filter, user: largest.representative })].length
  if (paths * users <= mostRows) return
  throw usageProblem(
    `${paths.toLocaleString('en-US')} sign-ins of ${users.toLocaleString('en-US')} users are more than ${mostRows.toLocaleString('en-US')} rows`,
    'choose some with `--user`, `--client`, `--purpose`, `--network`, or count them with `--group-by`',
  )
}

/** The classes of the sign-ins that are wanted; undefined if there is no sign-in at all. */
function classesUsed(cells: Iterable<Cell>, wanted: (cell: Cell) => boolean): ReadonlySet<number> | undefined {
  let used: Set<number> | undefined
  for (const cell of cells) {
    used ??= new Set()
    if (wanted(cell)) used.add(cell.class)
  }
  return used
}

/** The keys of `--group-by`. */
export const keysOf = (groupBy: string): readonly QueryKey[] =>
  groupBy.split(',').map((word): QueryKey => parsed(readKey(word)))

function countedBy(
  groupBy: string | undefined,
  cells: Iterable<Cell>,
  classes: readonly UserClass[],
  conditions: readonly Condition[],
  look: CellReader,
): { readonly counted?: Counted } {
  if (groupBy === undefined) return {}
  return { counted: countBy(cells, classes, keysOf(groupBy), conditions, look) }
}

async function readPopulation(
  environment: Environment,
  tenant: Tenant,
  { user, expand, groupBy, where = [] }: ClassOptions,
): Promise<Population> {
  const onProgress = (users: number): void => environment.watch?.({ users })
  const by = groupBy === undefined ? [] : keysOf(groupBy)
  const apart = requiredDistinctions({ tenant }, { where, by, ...(user !== undefined && { user }) })
  const options = { onProgress, ...apart, keepMembers: expand === true || apart.keepMembers === true }
  const population = await accepted(environment, populationOf(tenant, environment.reader, options))
  const { users, classes } = population
  environment.stderr(`${counted(users, 'user')} in ${classes.length} ${classes.length === 1 ? 'class' : 'classes'}\n`)
  return population
}

/** What was read; a problem of usage where something was not understood. */
export function parsed<T>(result: Parsed<T>): T {
  if (result.ok) return result.value
  throw usageProblems(result.problems)
}
