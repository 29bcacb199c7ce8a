import { playedCellsOf } from '../analysis/matrix.ts'
import { type Population, populationOf } from '../analysis/population.ts'
import {
  type Condition,
  countBy,
  meeting,
  type Parsed,
  type QueryKey,
  readConditions,
  readKey,
} from '../analysis/query.ts'
import type { Cell, Counted, UserClass } from '../analysis/results.ts'
import { counted } from '../report/change-words.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { refuseUnknownUser } from './load-people.ts'
import { headerOf, mapped, nothingChosen, type Played, type RequestOptions, readFilter } from './request-options.ts'
import { usageProblems } from './usage.ts'

/** Options that look at all sign-ins together. */
export interface ClassOptions extends RequestOptions {
  readonly where?: readonly string[]
  readonly groupBy?: string
  readonly expand?: true
}

/** Sign-ins by classes of people whose sign-ins end alike. */
export interface PlayedClasses extends Played {
  readonly classes: readonly UserClass[]
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
  const played = {
    *[Symbol.iterator]() {
      for (const one of playedCellsOf(population, filter))
        if (user === undefined || one.cell.request.user === user) yield one
    },
  }
  const cells = mapped(played, ({ cell }) => cell)
  const conditions = parsed(readConditions(options.where ?? [], cells, namesOf(tenant)))
  const wanted = meeting(conditions)
  const used = classesUsed(cells, wanted)
  if (used === undefined) throw nothingChosen(population.tenant, options)
  return {
    header: headerOf(tenant, options),
    sessions: {
      *[Symbol.iterator]() {
        for (const { cell, traces } of played) if (wanted(cell)) yield { request: cell.request, traces }
      },
    },
    classes: population.classes.filter(({ index }) => used.has(index)),
    ...countedBy(options.groupBy, cells, population.classes, conditions),
  }
}

/** The classes of the sign-ins that are wanted; undefined where there is no sign-in at all. */
function classesUsed(cells: Iterable<Cell>, wanted: (cell: Cell) => boolean): ReadonlySet<number> | undefined {
  let used: Set<number> | undefined
  for (const cell of cells) {
    used ??= new Set()
    if (wanted(cell)) used.add(cell.class)
  }
  return used
}

/** Names that may be asked for even where no sign-in of the filter has them. */
function namesOf(tenant: Tenant) {
  return { client: [...tenant.clients.keys()], network: [...tenant.networks.keys()], user: [...tenant.users.keys()] }
}

function countedBy(
  groupBy: string | undefined,
  cells: Iterable<Cell>,
  classes: readonly UserClass[],
  conditions: readonly Condition[],
): { readonly counted?: Counted } {
  if (groupBy === undefined) return {}
  const keys = groupBy.split(',').map((word): QueryKey => parsed(readKey(word)))
  return { counted: countBy(cells, classes, keys, conditions) }
}

async function readPopulation(
  environment: Environment,
  tenant: Tenant,
  { user, expand }: ClassOptions,
): Promise<Population> {
  let told = 0
  const onProgress = (users: number): void => {
    if (users - told < 100_000) return
    told = users
    environment.stderr(`${users} users read\n`)
  }
  const options = { onProgress, keepMembers: expand === true, ...(user === undefined ? {} : { people: [user] }) }
  const population = await accepted(environment, populationOf(tenant, environment.reader, options))
  const { users, classes } = population
  environment.stderr(`${counted(users, 'user')} in ${classes.length} ${classes.length === 1 ? 'class' : 'classes'}\n`)
  return population
}

function parsed<T>(result: Parsed<T>): T {
  if (result.ok) return result.value
  throw usageProblems(result.problems)
}
