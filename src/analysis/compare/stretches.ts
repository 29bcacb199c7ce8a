import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { cellOf, type MatrixFilter, type RequestOfClass, requestsOf } from '../matrix/matrix.ts'
import type { Population } from '../population/population.ts'
import type { Cell } from '../population/results.ts'
import { placeOf } from './compare-cells.ts'
import { type ReachOfTime, reachOfTime, type Touched, touchedBy } from './reach-of-time.ts'

/** A sign-in that was played, and what dated changes can affect of it. */
interface Remembered {
  readonly cell: Cell
  readonly touched: Touched
}

/** The sign-ins of a class by their places. */
type OfClass = ReadonlyMap<string, Remembered>

/** A period in which nothing dated happens, by its first instant, and the sign-ins of each class in it. */
export interface DatedPeriod {
  readonly at: Instant
  /** The same object as in the period before where nothing dated can have affected the class. */
  readonly classes: ReadonlyMap<number, OfClass>
}

function play({ tenant }: Population, one: RequestOfClass): Remembered | undefined {
  const { client } = one.request
  const traces = simulateSession(tenant, one.request)
  if (traces.length === 0) return undefined
  const product = tenant.clients.get(client)?.product.id ?? client
  return { cell: cellOf(one, traces), touched: touchedBy(product, one.request, traces) }
}

/** A sign-in of an earlier period that nothing dated can have affected since. */
function unaffected(before: OfClass | undefined, reached: ReachOfTime | undefined, { request }: RequestOfClass) {
  const found = before?.get(placeOf(request))
  if (found === undefined || reached === undefined || reached.signIn(request, found.touched)) return undefined
  return { ...found, cell: { ...found.cell, request } }
}

/** The sign-ins of a population in one period after the other; only what a date can affect is played again. */
export function datedPeriods(population: Population, filter: MatrixFilter = {}): (at: Instant) => DatedPeriod {
  const { tenant, classes } = population
  let before: DatedPeriod | undefined
  return (at) => {
    const reached = before && reachOfTime(tenant, before.at, at)
    const again = classes.filter(({ representative }) => reached?.anySignInOf(representative) !== false)
    const made = new Map(again.map(({ index }) => [index, new Map<string, Remembered>()] as const))
    for (const one of requestsOf(population, { ...filter, classes: [...made.keys()], at })) {
      const found = unaffected(before?.classes.get(one.index), reached, one) ?? play(population, one)
      if (found !== undefined) made.get(one.index)?.set(placeOf(one.request), found)
    }
    before = { at, classes: new Map([...(before?.classes ?? []), ...made]) }
    return before
  }
}

/** The sign-ins of some classes in a period, in the order of the classes. */
export const cellsIn = ({ at, classes }: DatedPeriod, some: readonly number[]): readonly Cell[] =>
  some.flatMap((index) =>
    [...(classes.get(index)?.values() ?? [])].map(({ cell }) => ({ ...cell, request: { ...cell.request, at } })),
  )
