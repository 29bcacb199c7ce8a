import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { cellOf, type MatrixFilter, type RequestOfClass, requestsOf } from '../matrix/matrix.ts'
import type { Population } from '../population/population.ts'
import type { Cell, Matrix } from '../population/results.ts'
import { placeOf } from './compare-cells.ts'
import { reachOfTime, type Touched, touchedBy } from './reach-of-time.ts'

/** A period in which nothing dated happens, by its first instant, and every sign-in of it. */
export interface DatedPeriod {
  readonly at: Instant
  readonly matrix: Matrix
}

/** A sign-in that was played, and what dated changes can affect of it. */
interface Remembered {
  readonly cell: Cell
  readonly touched: Touched
}

interface Played {
  readonly at: Instant
  readonly signIns: ReadonlyMap<string, Remembered>
}

const keyOf = ({ index, request }: RequestOfClass): string => `${index}\u0000${placeOf(request)}`

function play({ tenant }: Population, one: RequestOfClass): Remembered | undefined {
  const { client } = one.request
  const traces = simulateSession(tenant, one.request)
  if (traces.length === 0) return undefined
  const product = tenant.clients.get(client)?.product.id ?? client
  return { cell: cellOf(one, traces), touched: touchedBy(product, one.request, traces) }
}

/** Finds sign-ins of an earlier period that nothing dated can have affected since. */
function unaffected({ tenant }: Population, before: Played, at: Instant) {
  const isReached = reachOfTime(tenant, before.at, at)
  return (one: RequestOfClass): Remembered | undefined => {
    const found = before.signIns.get(keyOf(one))
    if (found === undefined || isReached(one.request, found.touched)) return undefined
    return { ...found, cell: { ...found.cell, request: one.request } }
  }
}

/** The sign-ins of a population in one period after the other; only what a date can affect is played again. */
export function datedPeriods(population: Population, filter: MatrixFilter = {}): (at: Instant) => DatedPeriod {
  const { tenant, users, classes } = population
  let before: Played | undefined
  return (at) => {
    const known = before && unaffected(population, before, at)
    const signIns = new Map<string, Remembered>()
    for (const one of requestsOf(population, { ...filter, at })) {
      const found = known?.(one) ?? play(population, one)
      if (found !== undefined) signIns.set(keyOf(one), found)
    }
    before = { at, signIns }
    const cells = [...signIns.values()].map(({ cell }) => cell)
    return { at, matrix: { tenant: tenant.name, at, users, classes, cells } }
  }
}
