import { readingKey } from '../../analysis/compare/cell-reading.ts'
import { readings as readingsOfSets } from '../../analysis/compare/set-readings.ts'
import type { CellReading } from '../../analysis/population/results.ts'
import { common, fullBitmap, sizeOf } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { SetPlayed } from '../../simulate/play-sets.ts'
import type { ClientRequest, UserName } from '../../vocabulary/requests.ts'
import type { StateOfSets } from './set-states.ts'
import type { Point } from './states.ts'
import { setsOfNames, userPlaces } from './user-places.ts'

/** A cohort; everyone, where a plan has none. */
export interface Persona {
  readonly name: string | undefined
  readonly members: readonly UserName[] | undefined
}

/** How a sign-in ends for some users, and how many of each cohort they are. */
interface Outcome {
  readonly request: ClientRequest
  readonly reading: CellReading
  /** Equal for sign-ins that end the same way. */
  readonly key: string
  /** Whether the policies that block are known of the first of the users only. */
  readonly policiesOfFirst: boolean
  readonly users: (persona: Persona) => number
}

/** Every sign-in at a point. */
export interface PointOutcomes {
  readonly outcomes: readonly Outcome[]
  /** How many people of a cohort exist at the point. */
  readonly users: (persona: Persona) => number
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0)

/** How many people of each class a cohort has at a point. */
function sizesAt({ state: { side } }: Point, members: readonly UserName[] | undefined): ReadonlyMap<number, number> {
  if (members === undefined) return new Map(side.population.classes.map(({ index, size }) => [index, size]))
  const sizes = new Map<number, number>()
  for (const name of members) {
    const index = side.classOf.get(name.toLowerCase())?.index
    if (index !== undefined) sizes.set(index, (sizes.get(index) ?? 0) + 1)
  }
  return sizes
}

/** The same of people by class. */
export function outcomesOfClasses(point: Point, personas: readonly Persona[]): PointOutcomes {
  const sizes = new Map(personas.map((persona) => [persona, sizesAt(point, persona.members)]))
  const outcomes = point.matrix.cells.map(
    ({ request, class: index, ...reading }): Outcome => ({
      request,
      reading,
      key: readingKey(reading),
      policiesOfFirst: false,
      users: (persona) => sizes.get(persona)?.get(index) ?? 0,
    }),
  )
  return { outcomes, users: (persona) => sum(sizes.get(persona)?.values() ?? []) }
}

/** A reading without the names of the policies that block. */
const withoutNames = ({ legs, ...reading }: CellReading): CellReading => ({
  ...reading,
  legs: legs.map((leg) =>
    leg.verdict.kind === 'blocked' ? { ...leg, verdict: { ...leg.verdict, policies: [] } } : leg,
  ),
})

/**
 * The same of people as sets, distinguished by everything that a reading has except the policies that block: with many policies
 * hardly two people are blocked by the same ones.
 */
export function outcomesOfSets({ played }: StateOfSets, personas: readonly Persona[]): PointOutcomes {
  const { engine, requestsOf } = played
  const places = userPlaces(engine.sets)
  const everyone = new Map(engine.sets.kinds.map((kind) => [kind.index, fullBitmap(kind.size)]))
  const sets = new Map(personas.map((one) => [one, one.members ? setsOfNames(places, one.members) : everyone]))
  const read = readingsOfSets()
  const outcomeOf = (kind: Kind, request: ClientRequest, part: SetPlayed): Outcome => {
    const { members } = part.users
    const { reading, key } = read(part)
    const policiesOfFirst = reading.legs.some(
      ({ verdict }) => verdict.kind === 'blocked' && verdict.policies.length > 0,
    )
    const users = (persona: Persona): number => {
      const own = sets.get(persona)?.get(kind.index)
      return own === undefined ? 0 : sizeOf(common(members, own))
    }
    return { request, reading, key: policiesOfFirst ? readingKey(withoutNames(reading)) : key, policiesOfFirst, users }
  }
  const outcomes = engine.sets.kinds.flatMap((kind) =>
    [...requestsOf(kind.index).values()].flatMap((request) =>
      engine.play(kind, request, 'unnamed-reading').map((part) => outcomeOf(kind, request, part)),
    ),
  )
  return { outcomes, users: (persona) => sum([...(sets.get(persona)?.values() ?? [])].map(sizeOf)) }
}
