import { clickhouse, clickhouseName, clickhouseText, ownName } from './clickhouse.ts'
import { type ClassRows, columnName } from './dialect.ts'
import { type DimensionName, dimensionsFor, type ReductionSettings } from './dimensions.ts'
import { type Dimension, noUser } from './expression.ts'
import { type RecordField, recordFields } from './record-field.ts'

type Dimensions = readonly Dimension<DimensionName>[]

/** A table with one sign-in per row, each field as an expression that gives its text. */
export interface SignInTable {
  /** As in `database.table`. */
  readonly name: string
  readonly fields: Readonly<Partial<Record<RecordField, string>>>
}

/** The temporary table of names with their classes, and that of chosen shapes. */
export const classTable = ownName('classes')
/** See `classTable`. */
export const chosenTable = ownName('chosen')
/** The columns of the table of chosen shapes. */
export const chosenColumns = (dimensions: Dimensions): readonly string[] => [
  ...dimensions.map(({ name }) => columnName(name)),
  ownName('part'),
]

/** A statement that makes a table of this session. */
export const createClasses = `CREATE TEMPORARY TABLE ${classTable} (${ownName('name')} String, ${ownName('class')} String)`
/** See `createClasses`. */
export const createChosen = (dimensions: Dimensions): string =>
  `CREATE TEMPORARY TABLE ${chosenTable} (${dimensions.map(({ name }) => `${columnName(name)} String`).join(', ')}, ${ownName('part')} UInt32)`

const tableName = (name: string): string => name.split('.').map(clickhouseName).join('.')
const own = (name: RecordField): string => ownName(name)
const given = (name: RecordField): string => `ifNull(${own(name)}, '')`
const key = (value: string): string => `lowerUTF8(replaceRegexpAll(ifNull(${value}, ''), '^ +| +$', ''))`
const start = (value: string, length: number): string => `substringUTF8(${value}, 1, ${length})`

/** Milliseconds of an ISO 8601 text; a date that does not exist has none. */
function timeColumns(): readonly string[] {
  const time = given('time')
  const pattern = `'^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})?$'`
  const clock = `concat(substring(${time}, 1, 10), ' ', substring(${time}, 12, 8))`
  const offset = `extract(${time}, '[0-9]([+-][0-9]{2}:?[0-9]{2})$')`
  const minutes = `toInt32OrZero(substring(${offset}, 2, 2)) * 60 + toInt32OrZero(extract(${offset}, '[0-9]{2}$'))`
  const fraction = `toUInt32OrZero(substring(concat(extract(${time}, '[.]([0-9]+)'), '000'), 1, 3))`
  const seconds = `toInt64(toUnixTimestamp(${ownName('clock')}))`
  return [
    `toDateTimeOrZero(${clock}, 'UTC') AS ${ownName('clock')}`,
    // no AND: in a condition, old servers fail on an alias of one
    `if(match(${time}, ${pattern}), toString(${ownName('clock')}, 'UTC') = ${clock}, 0) AS ${ownName('timed')}`,
    `(${seconds} - if(startsWith(${offset}, '-'), -60, 60) * (${minutes})) * 1000 + ${fraction} AS ${ownName('ms')}`,
  ]
}

/** Addresses as integers, with `::` expanded. */
function addressColumns(): readonly string[] {
  const address = given('address')
  const octet = (index: number): string =>
    `toInt64(toUInt32OrZero(arrayElement(splitByChar('.', ${address}), ${index}))) * ${256 ** (4 - index)}`
  const zeros = `substring('0:0:0:0:0:0:0:0:', 1, 2 * (8 - (length(${address}) - length(replaceAll(${address}, ':', '')))))`
  const groups = `splitByChar(':', replaceAll(${address}, '::', concat(':', ${zeros})))`
  const group = (index: number): string => {
    const digits = `arrayElement(${groups}, ${index})`
    return `toInt64(reinterpretAsUInt16(reverse(unhex(substring(concat('0000', ${digits}), length(${digits}) + 1, 4)))))`
  }
  const words = ['a', 'b', 'c', 'd'].map(
    (name, index) => `${group(index * 2 + 1)} * 65536 + ${group(index * 2 + 2)} AS ${ownName(`v6${name}`)}`,
  )
  return [
    `match(${address}, '^[0-9]{1,3}([.][0-9]{1,3}){3}$') AS ${ownName('isV4')}`,
    `match(${address}, '^([0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}$') AS ${ownName('isV6')}`,
    `${[1, 2, 3, 4].map(octet).join(' + ')} AS ${ownName('v4')}`,
    ...words,
  ]
}

const person = `coalesce(nullIf(nullIf(${key(own('userId'))}, ''), '${noUser}'), nullIf(${key(own('userName'))}, ''), ${key(own('programId'))}, '')`
const paddedTime = `substring(concat('00000000000000', toString(${ownName('ms')})), length(toString(${ownName('ms')})) + 1, 14)`

/** The same number for copies of one sign-in, as in DuckDB; not for a sign-in without an id. */
function copyColumns(): readonly string[] {
  const id = `replaceRegexpAll(${given('id')}, '^ +| +$', '')`
  const isUnique = `match(${id}, '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$')`
  const inItsLog = (['userName', 'address', 'resource', 'application', 'errorCode'] as const).map(
    (name) => `'|', replaceAll(${given(name)}, '|', '||')`,
  )
  const [second, all] = [
    `toString(intDiv(${ownName('ms')}, 1000))`,
    `toString(${ownName('ms')}), ${inItsLog.join(', ')}`,
  ]
  return [
    `${id} != '' AS ${ownName('hasId')}`,
    `sipHash64(if(${isUnique}, concat(lower(${id}), '|', ${second}), concat(${id}, '|', ${all}))) AS ${ownName('copy')}`,
  ]
}

/** Everything that the columns of the shapes are computed from, as aliases. */
function aliases({ fields }: SignInTable): string {
  const columns = recordFields.map((name) => `${fields[name] ?? 'CAST(NULL AS Nullable(String))'} AS ${own(name)}`)
  return [
    ...columns,
    ...timeColumns(),
    ...addressColumns(),
    `${person} AS ${ownName('person')}`,
    `${start(`ifNull(${own('userName')}, ${ownName('person')})`, 200)} AS ${ownName('shownName')}`,
    `concat(${paddedTime}, '|', ${start(given('id'), 100)}) AS ${ownName('stamped')}`,
    ...copyColumns(),
  ].join(',\n  ')
}

/** Reads the table once, on every shard by itself: nothing may stand between it and the grouping. */
function fromTable(table: SignInTable): string {
  const [id, name] = [key(table.fields.userId ?? `''`), key(table.fields.userName ?? `''`)]
  const joined = `if(${id} IN (SELECT ${ownName('name')} FROM ${classTable}), ${id}, ${name})`
  return `FROM ${tableName(table.name)} ANY LEFT JOIN ${classTable} AS ${classTable} ON ${joined} = ${classTable}.${ownName('name')}`
}

const selected = (dimensions: Dimensions): string =>
  dimensions.map(({ name, value }) => `  ${clickhouse.expression(value)} AS ${columnName(name)}`).join(',\n')
const names = (dimensions: Dimensions): string => dimensions.map(({ name }) => columnName(name)).join(', ')

const counts: readonly (readonly [column: string, value: string])[] = [
  ['signIns', 'count()'],
  ['people', `uniqExact(${ownName('person')})`],
  ['first', `min(${ownName('ms')})`],
  ['last', `max(${ownName('ms')})`],
  ['witness', `substring(min(${ownName('stamped')}), 16)`],
  ['application', `min(${start(given('application'), 100)})`],
  ['resource', `min(${start(given('resource'), 100)})`],
]

/** The columns of a row of `shapesQuery` after its dimensions. */
export const countColumns: readonly string[] = counts.map(([column]) => column)

/** Copies that say the same count once, whichever shard they are on; a sign-in without an id has none. */
const countedOnce = `uniqExactIf(${ownName('copy')}, ${ownName('hasId')}) + countIf(NOT ${ownName('hasId')})`

/** Whether a table has copies of sign-ins, by a part of their ids: all of them where `rate` is 1. */
export function anyCopiesQuery(table: SignInTable, rate: number): string {
  const compared = [`${ownName('timed')}`, `${ownName('hasId')}`, `${ownName('copy')} % ${rate} = 0`].join(' AND ')
  return `WITH ${aliases(table)}
SELECT countIf(${compared}) > uniqExactIf(${ownName('copy')}, ${compared}) FROM ${tableName(table.name)}`
}

/** The shapes in a deterministic order, with the number of records or of sign-ins; what follows the columns is added to each row. */
export function shapesQuery(
  table: SignInTable,
  dimensions: Dimensions,
  { once }: { readonly once: boolean },
  ...more: readonly string[]
): string {
  const aggregates = counts.map(([column, value]) => {
    const aggregate = once && column === 'signIns' ? countedOnce : value
    return `${aggregate} AS ${ownName(`n_${column}`)}`
  })
  const outer = [
    ...dimensions.map(({ name }) => columnName(name)),
    ...counts.map(([column]) => `${ownName(`n_${column}`)} AS ${clickhouseName(column)}`),
    ...more,
  ]
  return `SELECT ${outer.join(', ')} FROM (
WITH ${aliases(table)}
SELECT
${selected(dimensions)},
  ${aggregates.join(',\n  ')}
${fromTable(table)}
WHERE ${ownName('timed')}
GROUP BY ${names(dimensions)})
ORDER BY ${names(dimensions)}`
}

/** How many people each part of the chosen shapes has: shards count those of a shape, the server those of a part. */
export function peopleQuery(table: SignInTable, dimensions: Dimensions): string {
  return `SELECT ${ownName('part')}, uniqExactMerge(${ownName('personState')}) FROM (
WITH ${aliases(table)}
SELECT
${selected(dimensions)},
  uniqExactState(${ownName('person')}) AS ${ownName('personState')}
${fromTable(table)}
WHERE ${ownName('timed')}
GROUP BY ${names(dimensions)}) ALL INNER JOIN ${chosenTable} USING (${names(dimensions)})
GROUP BY ${ownName('part')} ORDER BY ${ownName('part')}`
}

/** The people of the chosen shapes by name. */
export function namesQuery(table: SignInTable, dimensions: Dimensions): string {
  return `SELECT min(${ownName('names')}) AS ${ownName('oneName')} FROM (
WITH ${aliases(table)}
SELECT
${selected(dimensions)},
  concat(${ownName('person')}, '') AS ${ownName('who')}, min(${ownName('shownName')}) AS ${ownName('names')}
${fromTable(table)}
WHERE ${ownName('timed')}
GROUP BY ${names(dimensions)}, ${ownName('who')}) ALL INNER JOIN ${chosenTable} USING (${names(dimensions)})
GROUP BY ${ownName('who')} ORDER BY ${ownName('oneName')}`
}

/** How many rows have no time. */
export function timelessQuery(table: SignInTable): string {
  return `WITH ${table.fields.time ?? 'CAST(NULL AS Nullable(String))'} AS ${own('time')}, ${timeColumns().join(', ')}
SELECT count() FROM ${tableName(table.name)} WHERE NOT ${ownName('timed')}`
}

/** A column of text as the expression of a field; several are combined as those of a file are. */
export function columnsAsField(name: RecordField, columns: readonly string[]): string {
  const [first = `''`] = columns
  if (columns.length === 1) return first
  return name === 'mfaDetail'
    ? `arrayStringConcat([${columns.map((column) => `ifNull(${column}, '')`).join(', ')}], ' ')`
    : `coalesce(${columns.map((column) => `nullIf(${column}, '')`).join(', ')})`
}

const heading = [
  '-- The sign-ins of a table as shapes: no person is in the answer. Run it in one session, as `clickhouse-client --multiquery` does,',
  '-- and save the answer for `authplan replay --shapes`. Every column is text: a time is ISO 8601 in UTC, policies are `id=result` separated by `|`.',
]

/** The reduction as a script; `made` is stored in the result, so that it is only accepted for the same tenants. */
export function clickhouseScript(
  settings: ReductionSettings,
  classes: ClassRows,
  table: SignInTable,
  made: string,
): string {
  const rows = [...classes].map(([name, label]) => `(${clickhouseText(name)}, ${clickhouseText(label)})`)
  const insert = rows.length === 0 ? [] : [`INSERT INTO ${classTable} VALUES ${rows.join(', ')};`]
  const query = shapesQuery(table, dimensionsFor(settings), { once: true }, `${clickhouseText(made)} AS made`)
  return [...heading, `${createClasses};`, ...insert, `${query}\nFORMAT CSVWithNames;`, ''].join('\n')
}
