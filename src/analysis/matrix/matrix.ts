import { planRequests, type RequestFilter } from '../../simulate/plan-requests.ts'
import { simulateSession, simulateSessionBriefly } from '../../simulate/simulate-session.ts'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { promptCount, sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import type { Watch } from '../../vocabulary/progress.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { PopulationOptions } from '../population/classes.ts'
import { type Population, populationOf } from '../population/population.ts'
import type { Cell, LegReading, Matrix, UserClass } from '../population/results.ts'

/** Which sign-ins of a population to play; any member of a class can name it. */
export type MatrixFilter = Omit<RequestFilter, 'user'> & {
  readonly classes?: readonly number[]
  /** Receives progress. */
  readonly watch?: Watch
  /** The sign-ins that a request represents; by default only itself. */
  readonly suppose?: (tenant: Tenant, request: ClientRequest) => readonly ClientRequest[]
}

/** Reads one leg from a trace. */
export function readLeg(trace: Trace): LegReading {
  const { leg, relyingParty, protocol, optional } = trace.request
  const { audit, conditionalAccess: decided } = trace
  const required = decided === undefined || decided.required.length === 0 ? undefined : decided.required
  return {
    leg,
    relyingParty,
    protocol,
    optional,
    verdict: verdictOf(trace),
    audit,
    required,
    session: decided?.session,
  }
}

const itself = (_: Tenant, request: ClientRequest): readonly ClientRequest[] => [request]

/** A sign-in of a matrix with the traces behind it. */
export interface PlayedCell {
  readonly cell: Cell
  readonly traces: readonly Trace[]
}

/** Plays every sign-in of a population at one instant, class by class, in the order of the file. */
export function* cellsOf(population: Population, filter: MatrixFilter = {}): Generator<Cell, void, undefined> {
  for (const one of requestsOf(population, filter)) {
    // What each policy says by itself is no part of a cell.
    const traces = simulateSessionBriefly(population.tenant, one.request)
    if (traces.length > 0) yield cellOf(one, traces)
  }
}

/** A sign-in to play, and the class of who signs in. */
export interface RequestOfClass {
  readonly index: number
  readonly request: ClientRequest
}

/** The sign-ins of a population at one instant, class by class, in the order of the file. */
export function* requestsOf(
  { tenant, classes, users }: Population,
  filter: MatrixFilter = {},
): Generator<RequestOfClass, void, undefined> {
  const { classes: wanted, suppose = itself, watch, ...requests } = filter
  let decided = 0
  let paths = 0
  for (const { index, size, representative } of classes) {
    watch?.({ users: decided, ofUsers: users, paths })
    decided += size
    if (wanted !== undefined && !wanted.includes(index)) continue
    for (const planned of planRequests(tenant, { ...requests, user: representative }))
      for (const request of suppose(tenant, planned)) {
        paths += 1
        yield { index, request }
      }
  }
  watch?.({ users: decided, ofUsers: users, paths })
}

/** The same with the traces, for outputs that show them; sign-ins without legs are left out. */
export function* playedCellsOf(
  population: Population,
  filter: MatrixFilter = {},
): Generator<PlayedCell, void, undefined> {
  for (const one of requestsOf(population, filter)) {
    const traces = simulateSession(population.tenant, one.request)
    if (traces.length > 0) yield { cell: cellOf(one, traces), traces }
  }
}

/** The cell of a sign-in that was played. */
export function cellOf({ index, request }: RequestOfClass, traces: readonly Trace[]): Cell {
  const [verdict, prompts] = [sessionVerdict(traces), promptCount(traces)]
  return { class: index, request, verdict, prompts, legs: traces.map(readLeg) }
}

/** Replays a cell; deterministic, so the traces are the same. */
export function tracesOf({ tenant }: Population, { request }: Cell): readonly Trace[] {
  return simulateSession(tenant, request)
}

/** All sign-ins of a population at one instant. */
export function matrixOf(population: Population, filter: MatrixFilter = {}): Matrix {
  const { tenant, classes, users } = population
  const cells = [...cellsOf(population, filter)]
  return { tenant: tenant.name, at: filter.at ?? tenant.asOf, users, classes, cells }
}

/** A matrix, and the population that it was computed from. */
export interface MatrixRun {
  readonly population: Population
  readonly matrix: Matrix
}

/** Every sign-in of a tenant by classes of users: reads the population and plays it. */
export function matrix(
  tenant: Tenant,
  filter: RequestFilter = {},
  options: PopulationOptions & { readonly reader?: SourceReader } = {},
): Loaded<MatrixRun> {
  const { user, ...rest } = filter
  const { reader, ...how } = options
  let wanted: number | undefined
  const loaded = populationOf(tenant, reader, {
    ...how,
    ...(user === undefined ? {} : { people: [...(how.people ?? []), user] }),
    onUser: (name, index) => {
      if (user !== undefined && name.toLowerCase() === user.toLowerCase()) wanted = index
      how.onUser?.(name, index)
    },
  })
  if (!loaded.ok) return loaded
  const classes = user === undefined ? {} : { classes: wanted === undefined ? [] : [wanted] }
  const made = matrixOf(loaded.value, { ...rest, ...classes })
  const warnings: readonly Diagnostic[] = loaded.warnings
  return { ok: true, value: { population: loaded.value, matrix: made }, warnings }
}

/** The same sign-ins with one class per user; requires that the members are known. */
export function perUser(made: Matrix): Matrix {
  const classes: UserClass[] = []
  const cells: Cell[] = []
  for (const one of made.classes) {
    const own = made.cells.filter((cell) => cell.class === one.index)
    for (const member of one.members ?? [one.representative]) {
      const index = classes.length
      classes.push({ ...one, index, representative: member, size: 1, members: [member] })
      for (const cell of own) cells.push({ ...cell, class: index, request: { ...cell.request, user: member } })
    }
  }
  return { ...made, classes, cells }
}
