import type { DuckDBConnection } from '@duckdb/node-api'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { brokenLines, mostLocated } from '../logs/locate-broken.ts'
import type { LogFile } from '../logs/log-file.ts'
import { sqlText } from '../reduction/dialect.ts'
import type { DimensionName } from '../reduction/dimensions.ts'
import type { Dimension } from '../reduction/expression.ts'
import type { OpenEngine } from './duckdb.ts'
import {
  addressesQuery,
  clashesQuery,
  type Grouping,
  groupedQuery,
  habitsQuery,
  kindsQuery,
  pairsQuery,
  peopleQuery,
} from './duckdb-groups.ts'
import {
  accountNamesQuery,
  anyCopiesQuery,
  areAllCompared,
  copiesOfGroupsQuery,
  copiesQuery,
  countedQuery,
  countOnceQuery,
  memberNames,
  namesakesQuery,
  numberedQuery,
  shapesQuery,
  unifyQuery,
} from './duckdb-reduction.ts'
import { loadServerRows } from './duckdb-servers.ts'
import { readShapes } from './duckdb-shapes.ts'
import { memoryFor, readingThreads } from './reading-threads.ts'
import type { BrokenFile, CountedPeople, PersonClass, ShapeSource } from './shape-source.ts'

type Row = Readonly<Record<string, unknown>>
type Dimensions = readonly Dimension<DimensionName>[]

async function rows(connection: DuckDBConnection, query: string): Promise<readonly Row[]> {
  const found = await connection.runAndReadAll(query)
  return found.getRowObjectsJS()
}

const text = (row: Row, name: string): string => String(row[name] ?? '')
const number = (row: Row, name: string): number => Number(row[name] ?? 0)

async function loadClasses(connection: DuckDBConnection, people: Iterable<PersonClass>): Promise<void> {
  await connection.run('CREATE TEMP TABLE named (name VARCHAR, class VARCHAR, "is" VARCHAR)')
  const appender = await connection.createAppender('named')
  for (const { name, class: label, is } of people) {
    appender.appendVarchar(name)
    appender.appendVarchar(label)
    if (is === undefined) appender.appendNull()
    else appender.appendVarchar(is)
    appender.endRow()
  }
  appender.closeSync()
  // A name that two people share identifies neither.
  await connection.run(
    `CREATE TEMP TABLE classes AS SELECT name, min(class) AS class, min("is") AS "is" FROM named GROUP BY name HAVING count(DISTINCT class) = 1`,
  )
}

/** From here on the engine can only open the log files, whatever a query contains. */
async function closeDoors(connection: DuckDBConnection, files: readonly LogFile[]): Promise<void> {
  await connection.run(`SET allowed_paths = [${files.map(({ path }) => sqlText(path)).join(', ')}]`)
  await connection.run('SET enable_external_access = false')
  await connection.run('SET lock_configuration = true')
}

/** Table rows that the engine rejected, by file. */
async function rejectedRows(connection: DuckDBConnection, files: readonly LogFile[]): Promise<readonly BrokenFile[]> {
  if (!files.some(({ shape }) => shape.kind === 'csv')) return []
  const query = `SELECT file_path, count(DISTINCT line) AS count, list_sort(list_distinct(list(line)))[:${mostLocated}] AS lines
    FROM reject_errors JOIN reject_scans USING (scan_id, file_id) GROUP BY file_path`
  const byPath = new Map(files.map(({ path, name }) => [path, name]))
  return (await rows(connection, query)).map((row) => ({
    file: byPath.get(text(row, 'file_path')) ?? '',
    count: number(row, 'count'),
    // The query returns a list of numbers.
    lines: (row['lines'] as readonly unknown[]).map(Number),
  }))
}

async function brokenOf(
  connection: DuckDBConnection,
  files: readonly LogFile[],
  reader: SourceReader,
  read: readonly BrokenFile[],
): Promise<readonly BrokenFile[]> {
  const without = 'SELECT file, sum("signIns") AS count FROM pairs WHERE file IS NOT NULL GROUP BY file'
  const timeless: BrokenFile[] = []
  const byPath = new Map(files.map((file) => [file.path, file]))
  for (const row of await rows(connection, without)) {
    const file = byPath.get(text(row, 'file'))
    if (file === undefined) continue
    timeless.push({ file: file.name, count: number(row, 'count'), lines: await brokenLines(file, reader) })
  }
  const found = new Map<string, BrokenFile>()
  for (const one of [...read, ...timeless, ...(await rejectedRows(connection, files))]) {
    const before = found.get(one.file)
    const lines = [...(before?.lines ?? []), ...one.lines]
    found.set(one.file, { file: one.file, count: (before?.count ?? 0) + one.count, lines })
  }
  return [...found.values()].sort((one, other) => (one.file < other.file ? -1 : 1))
}

/** The second pass runs only when the people of several shapes are requested. */
function secondPass(connection: DuckDBConnection) {
  const countPeople = async (groups: readonly (readonly number[])[]): Promise<readonly CountedPeople[]> => {
    if (groups.length === 0) return []
    await connection.run('CREATE OR REPLACE TEMP TABLE chosen ("index" INTEGER, part INTEGER)')
    const appender = await connection.createAppender('chosen')
    for (const [part, shapes] of groups.entries())
      for (const shape of shapes) {
        appender.appendInteger(shape)
        appender.appendInteger(part)
        appender.endRow()
      }
    appender.closeSync()
    const counted = await rows(connection, countedQuery)
    const found = new Map(counted.map((row) => [number(row, 'part'), number(row, 'people')]))
    return groups.map((_, part) => ({ people: found.get(part) ?? 0 }))
  }
  const namePeople = async (shapes: readonly number[]): Promise<readonly string[]> => {
    if (shapes.length === 0) return []
    return (await rows(connection, memberNames(shapes))).map((row) => text(row, 'name'))
  }
  return { countPeople, namePeople }
}

async function groupRecords(connection: DuckDBConnection, grouping: Omit<Grouping, 'careful'>): Promise<void> {
  for (const careful of [false, true]) {
    await connection.run(groupedQuery({ ...grouping, careful }))
    const [found] = await rows(connection, clashesQuery)
    if (found?.['clash'] !== true) return
  }
  throw new Error('two texts of a log have one key')
}

/** Groups the records so that each sign-in counts once; the number of copies that do not count. */
async function groupOnce(
  connection: DuckDBConnection,
  files: readonly LogFile[],
  dimensions: Dimensions,
): Promise<number> {
  await groupRecords(connection, { files, dimensions, once: false })
  const [found] = await rows(connection, anyCopiesQuery)
  if (found?.['any'] !== true) return 0
  if (areAllCompared(files)) {
    await connection.run(copiesOfGroupsQuery)
    const [apart] = await rows(connection, 'SELECT count(*) AS count FROM copies WHERE groups > 1')
    if (number(apart ?? {}, 'count') === 0) await connection.run(countOnceQuery)
    else await groupRecords(connection, { files, dimensions, once: true })
  } else {
    await connection.run(copiesQuery(files))
    await groupRecords(connection, { files, dimensions, once: true })
  }
  const [counted] = await rows(connection, 'SELECT sum(count - 1)::BIGINT AS count FROM copies')
  return number(counted ?? {}, 'count')
}

/** Makes one person of those whom logs name differently; the number of accounts of which this is not known. */
async function unifyPeople(connection: DuckDBConnection): Promise<number> {
  await connection.run(namesakesQuery)
  await connection.run(unifyQuery)
  const [found = {}] = await rows(connection, accountNamesQuery)
  return found['others'] === true ? number(found, 'count') : 0
}

/** Reduces logs to shapes inside of the engine; no record leaves it. */
export async function reduceWithDuckDb(
  { connection, limits }: OpenEngine,
  files: readonly LogFile[],
  dimensions: Dimensions,
  people: Iterable<PersonClass>,
  reader: SourceReader,
): Promise<ShapeSource> {
  await loadClasses(connection, people)
  const memory = memoryFor(files, limits)
  if (memory !== limits.memory) await connection.run(`SET memory_limit = '${memory}'`)
  const [available = {}] = await rows(connection, `SELECT current_setting('threads') AS threads`)
  await connection.run(`SET threads = ${readingThreads(files, { memory }, number(available, 'threads'))}`)
  await closeDoors(connection, files)
  const servers = await loadServerRows(connection, files, reader)
  const copies = await groupOnce(connection, files, dimensions)
  for (const query of [habitsQuery, kindsQuery, peopleQuery, addressesQuery]) await connection.run(query(dimensions))
  const accountNames = await unifyPeople(connection)
  await connection.run(numberedQuery)
  await connection.run(pairsQuery(dimensions))
  await connection.run(shapesQuery)
  const shapes = await readShapes(connection, dimensions)
  const broken = await brokenOf(connection, files, reader, servers.broken)
  const { leftOut } = servers
  return {
    shapes,
    broken,
    ...(leftOut.length > 0 && { leftOut }),
    ...(copies > 0 && { copies }),
    ...(accountNames > 0 && { accountNames }),
    ...secondPass(connection),
  }
}
