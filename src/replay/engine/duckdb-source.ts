import type { DuckDBConnection } from '@duckdb/node-api'
import type { LogFile } from '../logs/log-file.ts'
import { sqlText } from '../reduction/dialect.ts'
import { type DimensionName, dimensionNames } from '../reduction/dimensions.ts'
import type { Dimension } from '../reduction/expression.ts'
import type { OpenEngine } from './duckdb.ts'
import { membersQuery, pairsQuery, shapesQuery } from './duckdb-reduction.ts'
import type { BrokenFile, CountedPeople, PersonClass, Shape, ShapeSource } from './shape-source.ts'

type Row = Readonly<Record<string, unknown>>

async function rows(connection: DuckDBConnection, query: string): Promise<readonly Row[]> {
  const found = await connection.runAndReadAll(query)
  return found.getRowObjectsJS()
}

const text = (row: Row, name: string): string => String(row[name] ?? '')
const number = (row: Row, name: string): number => Number(row[name] ?? 0)

function shapeOf(row: Row): Shape {
  // Every dimension is a column of the query.
  const values = Object.fromEntries(dimensionNames.map((name) => [name, text(row, name)])) as Record<
    DimensionName,
    string
  >
  return {
    index: number(row, 'index'),
    values,
    signIns: number(row, 'signIns'),
    people: number(row, 'people'),
    first: number(row, 'first'),
    last: number(row, 'last'),
    witness: text(row, 'witness'),
    application: text(row, 'application'),
    resource: text(row, 'resource'),
  }
}

async function loadClasses(connection: DuckDBConnection, people: Iterable<PersonClass>): Promise<void> {
  await connection.run('CREATE TEMP TABLE named (name VARCHAR, class VARCHAR)')
  const appender = await connection.createAppender('named')
  for (const { name, class: label } of people) {
    appender.appendVarchar(name)
    appender.appendVarchar(label)
    appender.endRow()
  }
  appender.closeSync()
  // A name that two people have is of neither.
  await connection.run(
    'CREATE TEMP TABLE classes AS SELECT name, min(class) AS class FROM named GROUP BY name HAVING count(DISTINCT class) = 1',
  )
}

/** Only the files of the logs are open from here on, to anything that a query could say. */
async function closeDoors(connection: DuckDBConnection, files: readonly LogFile[]): Promise<void> {
  await connection.run(`SET allowed_paths = [${files.map(({ path }) => sqlText(path)).join(', ')}]`)
  await connection.run('SET enable_external_access = false')
  await connection.run('SET lock_configuration = true')
}

async function brokenOf(connection: DuckDBConnection, files: readonly LogFile[]): Promise<readonly BrokenFile[]> {
  const counts = new Map<string, number>()
  const add = (row: Row, name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + number(row, 'count'))
  }
  const without = 'SELECT file, sum("signIns") AS count FROM pairs WHERE file IS NOT NULL GROUP BY file'
  for (const row of await rows(connection, without)) add(row, files[number(row, 'file')]?.name ?? '')
  if (files.some(({ shape }) => shape.kind === 'csv')) {
    const rejected =
      'SELECT file_path, count(DISTINCT line) AS count FROM reject_errors JOIN reject_scans USING (scan_id, file_id) GROUP BY file_path'
    const byPath = new Map(files.map(({ path, name }) => [path, name]))
    for (const row of await rows(connection, rejected)) add(row, byPath.get(text(row, 'file_path')) ?? '')
  }
  return [...counts].map(([file, count]) => ({ file, count })).sort((one, other) => (one.file < other.file ? -1 : 1))
}

/** The second pass is made when somebody asks for people of several shapes. */
function secondPass(connection: DuckDBConnection, dimensions: readonly Dimension<DimensionName>[]) {
  let made: Promise<unknown> | undefined
  const members = async (): Promise<void> => {
    made ??= connection.run(membersQuery(dimensions))
    await made
  }
  const countPeople = async (groups: readonly (readonly number[])[]): Promise<readonly CountedPeople[]> => {
    if (groups.length === 0) return []
    await members()
    await connection.run('CREATE OR REPLACE TEMP TABLE chosen ("index" INTEGER, part INTEGER)')
    const appender = await connection.createAppender('chosen')
    for (const [part, shapes] of groups.entries())
      for (const shape of shapes) {
        appender.appendInteger(shape)
        appender.appendInteger(part)
        appender.endRow()
      }
    appender.closeSync()
    const query = 'SELECT part, count(DISTINCT person) AS people FROM chosen JOIN members USING ("index") GROUP BY part'
    const found = new Map((await rows(connection, query)).map((row) => [number(row, 'part'), number(row, 'people')]))
    return groups.map((_, part) => ({ people: found.get(part) ?? 0 }))
  }
  const namePeople = async (shapes: readonly number[]): Promise<readonly string[]> => {
    if (shapes.length === 0) return []
    await members()
    const query = `SELECT min("name") AS "name" FROM members WHERE "index" IN (${shapes.join(', ')}) GROUP BY person ORDER BY 1`
    return (await rows(connection, query)).map((row) => text(row, 'name'))
  }
  return { countPeople, namePeople }
}

/** Reduces logs to shapes where they are; no record ever leaves the engine. */
export async function reduceWithDuckDb(
  { connection }: OpenEngine,
  files: readonly LogFile[],
  dimensions: readonly Dimension<DimensionName>[],
  people: Iterable<PersonClass>,
): Promise<ShapeSource> {
  await loadClasses(connection, people)
  await closeDoors(connection, files)
  await connection.run(pairsQuery(files, dimensions))
  await connection.run(shapesQuery(dimensions))
  const shapes = (await rows(connection, 'SELECT * FROM shapes ORDER BY "index"')).map(shapeOf)
  return { shapes, broken: await brokenOf(connection, files), ...secondPass(connection, dimensions) }
}
