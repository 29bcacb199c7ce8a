import { jsonPaths } from '../logs/json-fields.ts'
import type { LogColumn, LogColumns, LogFile, LogShape } from '../logs/log-file.ts'
import { sqlName, sqlText } from '../reduction/dialect.ts'
import { type RecordField, recordFields } from '../reduction/record-field.ts'
import { serverRecords } from './duckdb-servers.ts'

type JsonShape = Extract<LogShape, { kind: 'json' }>

/** Maximum line length: some fields reach ten megabytes; a longer line is corrupt. */
export const longestLine = 64 * 1024 * 1024

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

/** The column that says how a file names the parts of a policy. */
export const policyNames = 'policyNames'

/** `id=result` of every policy in a JSON list, sorted; nothing else of a policy is read. */
function policiesOf([id, name, result]: readonly [string, string, string]): string {
  const form = `'[{"${id}":"VARCHAR","${name}":"VARCHAR","${result}":"VARCHAR"}]'`
  const each = `lambda one: lower(coalesce(one."${id}", one."${name}", '')) || '=' || coalesce(one."${result}", '')`
  const all = `array_to_string(list_sort(list_transform(json_transform(policies, ${form}), ${each})), '|')`
  return `CASE WHEN json_valid(policies) THEN ${all} END`
}

/** The policies of a text in `policies`, by the names of its file. */
export const policiesIn = `CASE WHEN ${policyNames} = 'powershell' THEN ${policiesOf(['Id', 'DisplayName', 'Result'])} ELSE ${policiesOf(['id', 'displayName', 'result'])} END`

const named = (names: 'graph' | 'powershell'): string => `'${names}' AS ${policyNames}`

/** Extracts all paths of all fields in one pass over the text of a record. */
function jsonColumns({ names }: JsonShape): { readonly paths: string; readonly columns: string } {
  const paths: string[] = []
  const columns = recordFields.map((field) => {
    const values = jsonPaths(names, field).map((path) => `f[${paths.push(`$.${path}`)}]`)
    return `${joined(field, values)} AS ${sqlName(field)}`
  })
  return { paths: `[${paths.map(sqlText).join(', ')}]`, columns: columns.join(', ') }
}

/** Files that are read alike, in one scan: an hour of a log is a file, and a month has hundreds. */
type Alike = readonly [LogFile, ...LogFile[]]

const paths = (files: Alike): string => `[${files.map(({ path }) => sqlText(path)).join(', ')}]`

/** Lines as texts: the CSV reader handles byte-order marks and encodings that the JSON reader does not. */
function linesAsTexts(files: Alike, encoding: string): string {
  const options = [
    "columns={'line': 'VARCHAR'}",
    "delim='\u0001'",
    "quote=''",
    "escape=''",
    'header=false',
    'auto_detect=false',
    'filename=true',
    `encoding='${encoding}'`,
    `max_line_size=${longestLine / 4}`,
    `buffer_size=${longestLine / 2}`,
    ...(files[0].packed ? [`compression='gzip'`] : []),
  ]
  const lines = `read_csv(${paths(files)}, ${options.join(', ')})`
  return `(SELECT filename, CASE WHEN json_valid(line) THEN line::JSON END AS json FROM ${lines} WHERE trim(line) <> '')`
}

/** The largest object of files that are objects. */
export const sizeOfPages = (files: readonly LogFile[]): number =>
  Math.max(longestLine, ...files.map(({ bytes }) => bytes + 1024 * 1024))

/** JSON records, one per row: the reader unnests a list in an object without a second copy. */
function rowsOfJson(files: Alike, { lines, list }: JsonShape): string {
  const [{ packed, encoding }] = files
  const options = ['filename=true', ...(packed ? [`compression='gzip'`] : [])]
  const listed = list === undefined ? 'json' : `unnest(coalesce(json_extract(json, '$.${list}[*]'), [json]))`
  if (lines) {
    const more = [`format='newline_delimited'`, `maximum_object_size=${longestLine}`, 'ignore_errors=true']
    const objects =
      encoding === undefined
        ? `read_json_objects(${paths(files)}, ${[...more, ...options].join(', ')})`
        : linesAsTexts(files, encoding)
    return `SELECT filename, ${listed} AS r FROM ${objects}`
  }
  const size = `maximum_object_size=${sizeOfPages(files)}`
  if (list === undefined)
    return `SELECT filename, json AS r FROM read_json_objects(${paths(files)}, ${[`format='auto'`, size, ...options].join(', ')})`
  const more = [`columns={'${list}': 'JSON[]'}`, `format='unstructured'`, size, ...options]
  return `SELECT filename, unnest("${list}") AS r FROM read_json(${paths(files)}, ${more.join(', ')})`
}

/** Whether each line is a record by itself, in the encoding of the engine. */
const arePlainLines = ([{ encoding }]: Alike, { lines, list, enveloped }: JsonShape): boolean =>
  lines && list === undefined && !enveloped && encoding === undefined

/**
 * The keys of records that are read, and how each field follows from them: the reader takes them out of a line while it
 * parses it, and of a key with parts all parts are extracted at once.
 */
function keysOf({ names }: JsonShape): { readonly keys: string; readonly parts: string; readonly columns: string } {
  const read = new Map<string, string[]>()
  const sourceOf = (path: string): string => {
    const [key = '', ...inside] = path.split('.')
    const paths = read.get(key) ?? []
    read.set(key, paths)
    if (inside.length === 0) return sqlName(key)
    return `${sqlName(`in ${key}`)}[${paths.push(`$.${inside.join('.')}`)}]`
  }
  const columns = recordFields.map((field) => {
    return `${joined(field, jsonPaths(names, field).map(sourceOf))} AS ${sqlName(field)}`
  })
  const keys = [...read].map(([key, paths]) => `${sqlName(key)}: '${paths.length === 0 ? 'VARCHAR' : 'JSON'}'`)
  const parts = [...read].flatMap(([key, paths]) =>
    paths.length === 0
      ? []
      : [`json_extract_string(${sqlName(key)}, [${paths.map(sqlText).join(', ')}]) AS ${sqlName(`in ${key}`)}`],
  )
  return { keys: keys.join(', '), parts: ['*', ...parts].join(', '), columns: columns.join(', ') }
}

/** Records that are lines: what is no JSON, or no object, has no field. */
function recordsOfLines(files: Alike, shape: JsonShape): string {
  const { keys, parts, columns } = keysOf(shape)
  const options = [
    `columns={${keys}}`,
    `format='newline_delimited'`,
    `maximum_object_size=${longestLine}`,
    'ignore_errors=true',
    'filename=true',
    ...(files[0].packed ? [`compression='gzip'`] : []),
  ]
  const lines = `read_json(${paths(files)}, ${options.join(', ')})`
  return `SELECT filename AS file, ${namesIn(shape)}, ${columns} FROM (SELECT ${parts} FROM ${lines})`
}

const namesIn = ({ names }: JsonShape): string => named(names === 'powershell' ? 'powershell' : 'graph')

function jsonRecords(files: Alike, shape: JsonShape): string {
  if (arePlainLines(files, shape)) return recordsOfLines(files, shape)
  const { paths: fields, columns } = jsonColumns(shape)
  const record = shape.enveloped ? `coalesce(json_extract(r, '$.properties'), r)` : 'r'
  return `SELECT filename AS file, ${namesIn(shape)}, ${columns} FROM (SELECT filename, json_extract_string(${record}, ${fields}) AS f FROM (${rowsOfJson(files, shape)}))`
}

const cellText = ({ name, structured }: LogColumn): string =>
  structured ? `to_json(${sqlName(name)})::VARCHAR` : `${sqlName(name)}::VARCHAR`

/** Where a blank cell of an existing column means something else than a missing column; all other columns are read as they are. */
const differsIfBlank: ReadonlySet<RecordField> = new Set(['deviceId', 'country', 'userName'])

/** The columns of a table that are read, under names of ours; of a column with JSON, all parts are extracted at once. */
function tableColumns(columns: LogColumns): { readonly read: string; readonly fields: string } {
  const texts = new Map<string, string>()
  const parts = new Map<string, { readonly cell: string; readonly paths: string[] }>()
  const cellOf = (column: LogColumn, field: RecordField): string => {
    const { name, path } = column
    if (path === undefined) {
      texts.set(name, cellText(column))
      const text = sqlName(`text of ${name}`)
      return differsIfBlank.has(field) ? `coalesce(${text}, '')` : text
    }
    const found = parts.get(name) ?? { cell: cellText(column), paths: [] }
    parts.set(name, found)
    return `${sqlName(`parts of ${name}`)}[${found.paths.push(`$.${path}`)}]`
  }
  const fields = recordFields.map((field) => {
    return `${joined(
      field,
      (columns[field] ?? []).map((column) => cellOf(column, field)),
    )} AS ${sqlName(field)}`
  })
  const read = [
    ...[...texts].map(([name, cell]) => `${cell} AS ${sqlName(`text of ${name}`)}`),
    ...[...parts].map(
      ([name, { cell, paths: inside }]) =>
        // what begins as an object and is none is rare, and then read alone
        `CASE WHEN starts_with(ltrim(${cell}), '{') THEN TRY(json_extract_string(${cell}, [${inside.map(sqlText).join(', ')}])) END AS ${sqlName(`parts of ${name}`)}`,
    ),
  ]
  return { read: read.join(', '), fields: fields.join(', ') }
}

function csvRecords({ path, packed, encoding }: LogFile, delimiter: string, columns: LogColumns): string {
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
  return tableRecords(sqlText(path), columns, `read_csv(${sqlText(path)}, ${options.join(', ')})`)
}

function tableRecords(file: string, columns: LogColumns, source: string): string {
  const { read, fields } = tableColumns(columns)
  return `SELECT file, ${named('graph')}, ${fields} FROM (SELECT ${[`${file} AS file`, read].join(', ')} FROM ${source})`
}

/** A name that no column of a log has. */
const pathColumn = 'path of the log'

/** Files of one form in one scan; what is a number in one of them and text in another is read as text. */
const parquetRecords = (files: Alike, columns: LogColumns): string =>
  tableRecords(
    sqlName(pathColumn),
    columns,
    `read_parquet(${paths(files)}, union_by_name=true, filename=${sqlText(pathColumn)})`,
  )

/** The records of files that are read alike, as the fields that the reduction reads. */
function recordsOfAlike(files: Alike): readonly string[] {
  const [{ shape }] = files
  switch (shape.kind) {
    case 'json':
      return [jsonRecords(files, shape)]
    case 'csv':
      return files.map((file) => csvRecords(file, shape.delimiter, shape.columns))
    case 'server':
      return files.map(({ path }) => serverRecords(path, named('graph')))
    case 'parquet':
      return [parquetRecords(files, shape.columns)]
  }
}

/** The records of files, each with the path of its file. */
export function recordsOf(files: readonly LogFile[]): string {
  const alike = new Map<string, [LogFile, ...LogFile[]]>()
  for (const file of files) {
    const key = JSON.stringify([file.shape, file.packed, file.encoding])
    const before = alike.get(key)
    if (before === undefined) alike.set(key, [file])
    else before.push(file)
  }
  return [...alike.values()].flatMap(recordsOfAlike).join('\nUNION ALL\n')
}
