import type { DuckDBConnection } from '@duckdb/node-api'
import { sqlName } from '../reduction/dialect.ts'
import { type DimensionName, everyDimension } from '../reduction/dimensions.ts'
import type { Dimension } from '../reduction/expression.ts'
import { kindNames } from './duckdb-groups.ts'
import type { Shape } from './shape-source.ts'

type Dimensions = readonly Dimension<DimensionName>[]
type Cell = string | number | null

/** How many rows are one text. */
const rowsAtOnce = 4096

/** Rows of a table in the order of a number, as JSON: the engine gives a value at a time far slower than a text. */
async function rowsOf(
  connection: DuckDBConnection,
  table: string,
  order: string,
  columns: readonly string[],
): Promise<readonly (readonly Cell[])[]> {
  const query = `SELECT '[' || string_agg(json_array(${columns.map(sqlName).join(', ')})::VARCHAR, ',' ORDER BY ${sqlName(order)}) || ']' AS part
    FROM ${table} GROUP BY ${sqlName(order)} // ${rowsAtOnce} ORDER BY min(${sqlName(order)})`
  const found = await connection.runAndReadAll(query)
  // The query returns lists of cells, whose type JSON cannot say.
  return found.getRowsJS().flatMap(([part]) => JSON.parse(String(part)) as readonly (readonly Cell[])[])
}

const text = (cell: Cell | undefined): string => String(cell ?? '')

/** The dimensions of each kind of sign-in, by its number; those that are no part of a kind are empty. */
async function kindsOf(
  connection: DuckDBConnection,
  dimensions: Dimensions,
): Promise<ReadonlyMap<number, Shape['values']>> {
  const names = kindNames(dimensions)
  const places = new Map(names.map((name, at) => [name, at]))
  const rows = await rowsOf(connection, 'kinds', 'kind', ['kind', ...names])
  return new Map(
    rows.map(([kind, ...cells]) => [Number(kind), everyDimension((name) => text(cells[places.get(name) ?? -1]))]),
  )
}

const counts = ['signIns', 'people', 'first', 'last'] as const
const shown = ['witness', 'application', 'resource'] as const

/** The shapes, in their order. */
export async function readShapes(connection: DuckDBConnection, dimensions: Dimensions): Promise<readonly Shape[]> {
  const kinds = await kindsOf(connection, dimensions)
  const none = everyDimension(() => '')
  const columns = ['kind', 'week', 'era', 'class', 'range', ...counts, ...shown]
  const rows = await rowsOf(connection, 'shapes', 'index', columns)
  return rows.map(
    ([kind, week, era, label, range, signIns, people, first, last, witness, application, resource], index) => ({
      index,
      values: {
        ...(kinds.get(Number(kind)) ?? none),
        ...{ week: text(week), era: text(era), class: text(label), range: text(range) },
      },
      signIns: Number(signIns),
      people: Number(people),
      first: Number(first),
      last: Number(last),
      witness: text(witness),
      application: text(application),
      resource: text(resource),
    }),
  )
}
