import { jsonPaths } from '../logs/json-fields.ts'
import type { LogColumn, LogColumns, LogFile, LogShape } from '../logs/log-file.ts'
import { sqlName, sqlText } from '../reduction/dialect.ts'
import { type RecordField, recordFields } from '../reduction/record-field.ts'
import { serverRecords } from './duckdb-servers.ts'

type JsonShape = Extract<LogShape, { kind: 'json' }>

/** Maximum line length: some fields reach ten megabytes; a longer line is corrupt. */
const longestLine = 64 * 1024 * 1024

/**
 * Several sources of one field: all are concatenated if the field collects sentences, otherwise the first non-empty one
 * counts.
 */
function joined(field: RecordField, values: readonly string[]): string {
  const [first = 'NULL', ...more] = values
  if (more.length === 0) return first
  return field === 'mfaDetail'
    ? `concat_ws(' ', ${values.join(', ')})`
    : `coalesce(${values.map((value) => `nullif(${value}, '')`).join(', ')})`
}

/** `id=result` of every policy in a JSON list, sorted; nothing else of a policy is read. */
function policiesOf(list: string, [id, name, result]: readonly [string, string, string]): string {
  const form = `'[{"${id}":"VARCHAR","${name}":"VARCHAR","${result}":"VARCHAR"}]'`
  const each = `lambda one: lower(coalesce(one."${id}", one."${name}", '')) || '=' || coalesce(one."${result}", '')`
  const all = `array_to_string(list_sort(list_transform(json_transform(${list}, ${form}), ${each})), '|')`
  return `CASE WHEN json_valid(${list}) THEN ${all} END`
}

const graphNames = ['id', 'displayName', 'result'] as const
const powerShellNames = ['Id', 'DisplayName', 'Result'] as const

/** Extracts all paths of all fields in one pass over the text of a record. */
function jsonColumns({ names }: JsonShape): { readonly paths: string; readonly columns: string } {
  const paths: string[] = []
  const columns = recordFields.map((field) => {
    const values = jsonPaths(names, field).map((path) => `f[${paths.push(`$.${path}`)}]`)
    const value = joined(field, values)
    const policies = names === 'powershell' ? powerShellNames : graphNames
    return `${field === 'policies' ? policiesOf(value, policies) : value} AS ${sqlName(field)}`
  })
  return { paths: `[${paths.map(sqlText).join(', ')}]`, columns: columns.join(', ') }
}

/** Lines as texts: the CSV reader handles byte-order marks and encodings that the JSON reader does not. */
function linesAsTexts({ path, packed }: LogFile, encoding: string): string {
  const options = [
    "columns={'line': 'VARCHAR'}",
    "delim='\u0001'",
    "quote=''",
    "escape=''",
    'header=false',
    'auto_detect=false',
    `encoding='${encoding}'`,
    `max_line_size=${longestLine / 4}`,
    `buffer_size=${longestLine / 2}`,
    ...(packed ? [`compression='gzip'`] : []),
  ]
  const lines = `read_csv(${sqlText(path)}, ${options.join(', ')})`
  return `(SELECT CASE WHEN json_valid(line) THEN line::JSON END AS json FROM ${lines} WHERE trim(line) <> '')`
}

/** JSON records, one per row: the reader unnests a list in an object without a second copy. */
function rowsOfJson(file: LogFile, { lines, list }: JsonShape): string {
  const { path, bytes, packed, encoding } = file
  const packing = packed ? [`compression='gzip'`] : []
  const listed = list === undefined ? 'json' : `unnest(coalesce(json_extract(json, '$.${list}[*]'), [json]))`
  if (lines) {
    const options = [
      `format='newline_delimited'`,
      `maximum_object_size=${longestLine}`,
      'ignore_errors=true',
      ...packing,
    ]
    const objects =
      encoding === undefined
        ? `read_json_objects(${sqlText(path)}, ${options.join(', ')})`
        : linesAsTexts(file, encoding)
    return `SELECT ${listed} AS r FROM ${objects}`
  }
  const size = `maximum_object_size=${Math.max(longestLine, bytes + 1024 * 1024)}`
  if (list === undefined) {
    const options = [`format='auto'`, size, ...packing]
    return `SELECT json AS r FROM read_json_objects(${sqlText(path)}, ${options.join(', ')})`
  }
  const options = [`columns={'${list}': 'JSON[]'}`, `format='unstructured'`, size, ...packing]
  return `SELECT unnest("${list}") AS r FROM read_json(${sqlText(path)}, ${options.join(', ')})`
}

function jsonRecords(file: LogFile, shape: JsonShape, index: number): string {
  const { paths, columns } = jsonColumns(shape)
  const record = shape.enveloped ? `coalesce(json_extract(r, '$.properties'), r)` : 'r'
  return `SELECT ${index} AS file, ${columns} FROM (SELECT json_extract_string(${record}, ${paths}) AS f FROM (${rowsOfJson(file, shape)}))`
}

/** A blank cell of an existing column means an empty value, which differs from a missing column. */
function cellOf({ name, path, structured }: LogColumn): string {
  const cell = structured ? `to_json(${sqlName(name)})::VARCHAR` : `${sqlName(name)}::VARCHAR`
  if (path === undefined) return `coalesce(${cell}, '')`
  return `CASE WHEN json_valid(${cell}) THEN json_extract_string(${cell}, ${sqlText(`$.${path}`)}) END`
}

function tableColumns(columns: LogColumns): string {
  return recordFields
    .map((field) => {
      const values = (columns[field] ?? []).map(cellOf)
      const value = joined(field, values)
      return `${field === 'policies' && values.length > 0 ? policiesOf(value, graphNames) : value} AS ${sqlName(field)}`
    })
    .join(', ')
}

function csvRecords(
  { path, packed, encoding }: LogFile,
  delimiter: string,
  columns: LogColumns,
  index: number,
): string {
  const options = [
    `delim=${sqlText(delimiter)}`,
    'header=true',
    'all_varchar=true',
    `quote='"'`,
    `escape='"'`,
    'ignore_errors=true',
    'store_rejects=true',
    ...(encoding === undefined ? [] : [`encoding='${encoding}'`]),
    `max_line_size=${longestLine / 4}`,
    `buffer_size=${longestLine / 2}`,
    ...(packed ? [`compression='gzip'`] : []),
  ]
  return `SELECT ${index} AS file, ${tableColumns(columns)} FROM read_csv(${sqlText(path)}, ${options.join(', ')})`
}

/** The records of one file as the fields that the reduction reads. */
export function recordsOf(file: LogFile, index: number): string {
  const { shape } = file
  switch (shape.kind) {
    case 'json':
      return jsonRecords(file, shape, index)
    case 'csv':
      return csvRecords(file, shape.delimiter, shape.columns, index)
    case 'server':
      return serverRecords(index)
    case 'parquet':
      return `SELECT ${index} AS file, ${tableColumns(shape.columns)} FROM read_parquet(${sqlText(file.path)})`
  }
}
