import {
  anyCopiesQuery,
  chosenColumns,
  chosenTable,
  classTable,
  countColumns,
  createChosen,
  createClasses,
  namesQuery,
  peopleQuery,
  type SignInTable,
  shapesQuery,
  timelessQuery,
} from '../reduction/clickhouse-query.ts'
import { type DimensionName, everyDimension } from '../reduction/dimensions.ts'
import type { Dimension } from '../reduction/expression.ts'
import type { ClickHouse } from './clickhouse.ts'
import type { BrokenFile, CountedPeople, PersonClass, Shape, ShapeSource } from './shape-source.ts'

type Dimensions = readonly Dimension<DimensionName>[]

/** The oldest server that the queries are tried on. */
export const oldestVersion = [18, 16] as const

/** Whether a version as servers give it is old enough to know every function of the queries; undefined if it is none. */
export function isKnownVersion(text: string): boolean | undefined {
  const found = /^(\d+)\.(\d+)\./.exec(text)
  if (found === null) return undefined
  const [major, minor] = [Number(found[1]), Number(found[2])]
  return major > oldestVersion[0] || (major === oldestVersion[0] && minor >= oldestVersion[1])
}

function shapeOf(row: readonly unknown[], index: number, dimensions: Dimensions): Shape {
  const text = (at: number): string => String(row[at] ?? '')
  const count = (name: string): string => text(dimensions.length + countColumns.indexOf(name))
  const places = new Map(dimensions.map(({ name }, at) => [name, at]))
  const values = everyDimension((name) => text(places.get(name) ?? -1))
  return {
    index,
    values,
    signIns: Number(count('signIns')),
    people: Number(count('people')),
    first: Number(count('first')),
    last: Number(count('last')),
    witness: count('witness'),
    application: count('application'),
    resource: count('resource'),
  }
}

function* classRows(people: Iterable<PersonClass>): Generator<readonly string[]> {
  for (const { name, class: label } of people) yield [name, label]
}

/** The second pass: each question is a query that reads the table once more. */
function secondPass(server: ClickHouse, table: SignInTable, dimensions: Dimensions, shapes: readonly Shape[]) {
  /** Gives the table of chosen shapes to the queries that follow, with the part that each of them belongs to. */
  const choose = async (groups: readonly (readonly number[])[]): Promise<void> => {
    await server.run(`DROP TEMPORARY TABLE IF EXISTS ${chosenTable}`)
    await server.run(createChosen(dimensions))
    const rows = groups.flatMap((group, part) =>
      group.flatMap((index) => {
        const shape = shapes[index]
        return shape === undefined ? [] : [[...dimensions.map(({ name }) => shape.values[name]), `${part}`]]
      }),
    )
    await server.insert(`${chosenTable} (${chosenColumns(dimensions).join(', ')})`, rows)
  }
  const countPeople = async (groups: readonly (readonly number[])[]): Promise<readonly CountedPeople[]> => {
    if (groups.length === 0) return []
    await choose(groups)
    const rows = await server.rows(peopleQuery(table, dimensions))
    const found = new Map(rows.map(([part, people]) => [Number(part), Number(people)]))
    return groups.map((_, part) => ({ people: found.get(part) ?? 0 }))
  }
  const namePeople = async (chosen: readonly number[]): Promise<readonly string[]> => {
    if (chosen.length === 0) return []
    await choose([chosen])
    return (await server.rows(namesQuery(table, dimensions))).map(([name]) => String(name))
  }
  return { countPeople, namePeople }
}

async function brokenOf(server: ClickHouse, table: SignInTable): Promise<readonly BrokenFile[]> {
  const [[count] = []] = await server.rows(timelessQuery(table))
  return Number(count) > 0 ? [{ file: table.name, count: Number(count), lines: [] }] : []
}

/** The number of sign-ins of which a copy is certain to be noticed; of larger tables a part of all ids is compared. */
const compared = 1_000_000

const sumOf = (shapes: readonly Shape[]): number => shapes.reduce((sum, { signIns }) => sum + signIns, 0)

/** Reduces a table to shapes on the server, by its shards if it is distributed; no record leaves it. */
export async function reduceWithClickHouse(
  server: ClickHouse,
  table: SignInTable,
  dimensions: Dimensions,
  people: Iterable<PersonClass>,
): Promise<ShapeSource> {
  await server.run(createClasses)
  await server.insert(classTable, classRows(people))
  const shapesCounted = async (once: boolean): Promise<readonly Shape[]> => {
    const rows = await server.rows(shapesQuery(table, dimensions, { once }))
    return rows.map((row, index) => shapeOf(row, index, dimensions))
  }
  const records = await shapesCounted(false)
  const [[any] = []] = await server.rows(anyCopiesQuery(table, Math.max(1, Math.ceil(sumOf(records) / compared))))
  const shapes = Number(any) > 0 ? await shapesCounted(true) : records
  const copies = sumOf(records) - sumOf(shapes)
  return {
    shapes,
    broken: await brokenOf(server, table),
    ...(copies > 0 && { copies }),
    ...secondPass(server, table, dimensions, shapes),
  }
}
