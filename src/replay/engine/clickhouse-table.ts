import { columnsOf } from '../logs/portal-columns.ts'
import { clickhouseName } from '../reduction/clickhouse.ts'
import { columnsAsField, type SignInTable } from '../reduction/clickhouse-query.ts'
import { type RecordField, recordFields } from '../reduction/record-field.ts'
import type { ClickHouse } from './clickhouse.ts'

/** The column of each field that is not to be recognized by its name; several columns of a field are combined. */
export type ColumnMap = Readonly<Partial<Record<RecordField, readonly string[]>>>

/** Why a table cannot be read. */
export type TableProblem =
  | { readonly kind: 'no column'; readonly column: string; readonly columns: readonly string[] }
  | { readonly kind: 'no text'; readonly column: string; readonly type: string }
  | { readonly kind: 'no field'; readonly field: RecordField; readonly columns: readonly string[] }

/** Types whose values `toString` gives as a log would have them. */
const texts = /^(?:String|Enum(?:8|16)\(.*\)|UUID|U?Int(?:8|16|32|64)|Bool|IPv4|IPv6)$/s
const times = /^DateTime(?:64)?(?:\(.*\))?$/

function plainType(type: string): string {
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/s.exec(type)?.[1]
  return inner === undefined ? type : plainType(inner)
}

/** A column as an expression of text; undefined if it holds none. */
function textOf(column: string, type: string): string | undefined {
  const name = clickhouseName(column)
  if (times.test(type)) return `concat(toString(${name}, 'UTC'), 'Z')`
  return type === 'String' ? name : texts.test(type) ? `toString(${name})` : undefined
}

/** The columns of each field: as mapped, otherwise recognized by the headings of downloads and by our names. */
function mappedColumns(columns: readonly string[], map: ColumnMap): ColumnMap {
  const known = columnsOf(columns.map((name) => ({ name })))
  // A value inside of a column is out of reach of old servers.
  const flat = (field: RecordField) => known[field]?.flatMap(({ name, path }) => (path === undefined ? [name] : []))
  return Object.fromEntries(
    recordFields.flatMap((field) => {
      const found = map[field] ?? (columns.includes(field) ? [field] : flat(field))
      return found === undefined || found.length === 0 ? [] : [[field, found] as const]
    }),
  )
}

/** The columns of a table on a server, with their types. */
export async function describeTable(server: ClickHouse, table: string): Promise<ReadonlyMap<string, string>> {
  const name = table.split('.').map(clickhouseName).join('.')
  const rows = await server.rows(`DESCRIBE TABLE ${name}`)
  return new Map(rows.map(([column, type]) => [String(column), plainType(String(type))]))
}

/** Which expression gives each field of a sign-in, or why the table has none. */
export function tableOf(name: string, types: ReadonlyMap<string, string>, map: ColumnMap): SignInTable | TableProblem {
  const columns = [...types.keys()]
  const mapped = mappedColumns(columns, map)
  const fields: Partial<Record<RecordField, string>> = {}
  for (const field of recordFields) {
    const expressions: string[] = []
    for (const column of mapped[field] ?? []) {
      const type = types.get(column)
      if (type === undefined) return { kind: 'no column', column, columns }
      const expression = textOf(column, type)
      if (expression === undefined) return { kind: 'no text', column, type }
      expressions.push(expression)
    }
    if (expressions.length > 0) fields[field] = columnsAsField(field, expressions)
  }
  if (fields.time === undefined) return { kind: 'no field', field: 'time', columns }
  if ((fields.userName ?? fields.userId ?? fields.programId) === undefined)
    return { kind: 'no field', field: 'userName', columns }
  return { name, fields }
}

/** The table that a printed query reads: columns of text, by our names unless they are mapped. */
export function assumedTable(name: string, map: ColumnMap | undefined): SignInTable {
  const columns = map ?? Object.fromEntries(recordFields.map((field) => [field, [field]] as const))
  const fields = recordFields.flatMap((field) => {
    const found = columns[field]
    return found === undefined ? [] : [[field, columnsAsField(field, found.map(clickhouseName))] as const]
  })
  return { name, fields: Object.fromEntries(fields) }
}

/** Whether the policies of shapes are JSON: they have to be flat text. */
export const isNested = (policies: string): boolean => /^[[{]/.test(policies)
