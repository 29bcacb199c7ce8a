import type { CellReading } from '../../analysis/population/results.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { PersonaMatrix, PersonaOutcome, PersonaRow } from '../persona-result.ts'
import type { PlanFinding } from '../result.ts'
import type { StagedPlan } from '../states/staged-plan.ts'
import { outcomesOfClasses, outcomesOfSets, type Persona, type PointOutcomes } from './persona-outcomes.ts'
import type { Player, Point } from './states.ts'

/** The points that the matrix shows: where each stage begins, and each date on which anyone notices something. */
function shownPoints({ points }: Player, findings: readonly PlanFinding[]): readonly Point[] {
  const noticed = new Set(findings.map(({ stage, at }) => `${stage} ${at}`))
  const seen = new Set<number>()
  const all = [...points.values()].sort((one, other) => one.stage.index - other.stage.index || one.at - other.at)
  return all.filter(({ stage: { index }, at }) => {
    const first = !seen.has(index)
    seen.add(index)
    return first || noticed.has(`${index} ${at}`)
  })
}

interface Counted {
  users: number
  readonly reading: CellReading
  readonly policiesOfFirst: boolean
}

interface Place {
  readonly request: ClientRequest
  readonly outcomes: Map<string, Counted>
}

const placeOf = ({ client, purpose, network }: ClientRequest): string => `${client}\u0000${purpose}\u0000${network}`

/** What a cohort gets at a point, sign-in by sign-in. */
function placesAt({ outcomes }: PointOutcomes, persona: Persona): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const { request, reading, key, policiesOfFirst, users: usersOf } of outcomes) {
    const users = usersOf(persona)
    if (users === 0) continue
    const name = placeOf(request)
    const place = places.get(name) ?? { request, outcomes: new Map<string, Counted>() }
    places.set(name, place)
    const known = place.outcomes.get(key)
    if (known === undefined) place.outcomes.set(key, { users, reading, policiesOfFirst })
    else known.users += users
  }
  return places
}

function outcomesOf(found: ReadonlyMap<string, Counted> | undefined, all: number): readonly PersonaOutcome[] {
  const some = [...(found?.values() ?? [])].sort((one, other) => other.users - one.users)
  const left = all - some.reduce((sum, { users }) => sum + users, 0)
  return [
    ...some.map(({ users, reading: { verdict, prompts, legs }, policiesOfFirst }) => ({
      users,
      reading: { verdict, prompts, legs },
      ...(policiesOfFirst && users > 1 && { policiesOfFirst }),
    })),
    ...(left > 0 ? [{ users: left }] : []),
  ]
}

function rowsOf(points: readonly PointOutcomes[], persona: Persona): readonly PersonaRow[] {
  const all = points.map((point) => ({ places: placesAt(point, persona), users: point.users(persona) }))
  const requests = new Map(all.flatMap(({ places }) => [...places].map(([key, { request }]) => [key, request])))
  return [...requests].map(([place, { client, purpose, network }]) => ({
    ...(persona.name === undefined ? {} : { persona: persona.name }),
    client,
    purpose,
    network,
    cells: all.map(({ places, users }) => outcomesOf(places.get(place)?.outcomes, users)),
  }))
}

/** Every sign-in at each point, by class or by sets of users. */
function outcomesAt({ sets }: Player, points: readonly Point[], personas: readonly Persona[]) {
  if (sets === undefined) return points.map((point) => outcomesOfClasses(point, personas))
  // Invariant: once all have an engine, nothing moves while they are read.
  for (const point of points) sets.of(point)
  return points.map((point) => outcomesOfSets(sets.of(point), personas))
}

/** Every sign-in of every cohort at each point that the matrix shows. */
export function personaMatrixOf(
  player: Player,
  { cohorts }: StagedPlan,
  findings: readonly PlanFinding[],
): PersonaMatrix {
  const points = shownPoints(player, findings)
  const personas: readonly Persona[] = cohorts.length === 0 ? [{ name: undefined, members: undefined }] : cohorts
  const outcomes = outcomesAt(player, points, personas)
  return {
    points: points.map(({ stage, at }) => ({ stage: stage.index, at })),
    rows: personas.flatMap((persona) => rowsOf(outcomes, persona)),
  }
}
