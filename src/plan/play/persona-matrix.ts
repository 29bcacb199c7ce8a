import { readingKey } from '../../analysis/compare/cell-reading.ts'
import type { Cell } from '../../analysis/population/results.ts'
import type { PersonaMatrix, PersonaOutcome, PersonaRow } from '../persona-result.ts'
import type { PlanFinding } from '../result.ts'
import type { StagedPlan } from '../states/staged-plan.ts'
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

/** How many people of each class a cohort has at a point; of everyone, where a plan has no cohorts. */
function sizesAt({ state: { side } }: Point, members: readonly string[] | undefined): ReadonlyMap<number, number> {
  if (members === undefined) return new Map(side.population.classes.map(({ index, size }) => [index, size]))
  const sizes = new Map<number, number>()
  for (const name of members) {
    const index = side.classOf.get(name.toLowerCase())?.index
    if (index !== undefined) sizes.set(index, (sizes.get(index) ?? 0) + 1)
  }
  return sizes
}

interface Counted {
  users: number
  readonly cell: Cell
}

type Places = ReadonlyMap<string, { readonly cell: Cell; readonly outcomes: ReadonlyMap<string, Counted> }>

const placeOf = ({ client, purpose, network }: Cell['request']): string => `${client}\u0000${purpose}\u0000${network}`

/** What a cohort gets at a point, sign-in by sign-in. */
function placesAt({ matrix }: Point, keys: ReadonlyMap<Cell, string>, sizes: ReadonlyMap<number, number>): Places {
  const places = new Map<string, { readonly cell: Cell; readonly outcomes: Map<string, Counted> }>()
  for (const cell of matrix.cells) {
    const users = sizes.get(cell.class)
    if (users === undefined) continue
    const place = placeOf(cell.request)
    const { outcomes } = places.get(place) ?? { outcomes: new Map<string, Counted>() }
    places.set(place, { cell, outcomes })
    const key = keys.get(cell) ?? ''
    const known = outcomes.get(key)
    if (known === undefined) outcomes.set(key, { users, cell })
    else known.users += users
  }
  return places
}

function outcomesOf(found: ReadonlyMap<string, Counted> | undefined, all: number): readonly PersonaOutcome[] {
  const some = [...(found?.values() ?? [])].sort((one, other) => other.users - one.users)
  const left = all - some.reduce((sum, { users }) => sum + users, 0)
  return [
    ...some.map(({ users, cell: { verdict, prompts, legs } }) => ({ users, reading: { verdict, prompts, legs } })),
    ...(left > 0 ? [{ users: left }] : []),
  ]
}

function rowsOf(
  points: readonly Point[],
  keys: ReadonlyMap<Cell, string>,
  persona: string | undefined,
  members: readonly string[] | undefined,
): readonly PersonaRow[] {
  const all = points.map((point) => {
    const sizes = sizesAt(point, members)
    return { places: placesAt(point, keys, sizes), users: [...sizes.values()].reduce((sum, size) => sum + size, 0) }
  })
  const requests = new Map(all.flatMap(({ places }) => [...places].map(([key, { cell }]) => [key, cell.request])))
  return [...requests].map(([place, { client, purpose, network }]) => ({
    ...(persona === undefined ? {} : { persona }),
    client,
    purpose,
    network,
    cells: all.map(({ places, users }) => outcomesOf(places.get(place)?.outcomes, users)),
  }))
}

/** Every sign-in of every cohort at each point that the matrix shows. */
export function personaMatrixOf(
  player: Player,
  { cohorts }: StagedPlan,
  findings: readonly PlanFinding[],
): PersonaMatrix {
  const points = shownPoints(player, findings)
  const keys = new Map(points.flatMap(({ matrix }) => matrix.cells.map((cell) => [cell, readingKey(cell)] as const)))
  const personas = cohorts.length === 0 ? [{ name: undefined, members: undefined }] : cohorts
  return {
    points: points.map(({ stage, at }) => ({ stage: stage.index, at })),
    rows: personas.flatMap(({ name, members }) => rowsOf(points, keys, name, members)),
  }
}
