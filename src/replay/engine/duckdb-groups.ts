import type { LogFile } from '../logs/log-file.ts'
import { selected, sqlName } from '../reduction/dialect.ts'
import type { DimensionName } from '../reduction/dimensions.ts'
import { duckdb, numberOf, searchedText } from '../reduction/duckdb.ts'
import { type Dimension, type Expression, noUser } from '../reduction/expression.ts'
import { policiesIn, policyNames } from './duckdb-records.ts'
import { identifiedRecords } from './duckdb-reduction.ts'

/**
 * Most sign-ins are like others in what is costly to decode: words, results of policies, addresses, names. So records
 * are grouped as they are, by keys of those texts, while each distinct text is kept once and decoded afterwards.
 */
export interface Grouping {
  readonly files: readonly LogFile[]
  readonly dimensions: readonly Dimension<DimensionName>[]
  /** Whether copies of a sign-in are known and count once. */
  readonly once: boolean
  /** Whether two texts had one key before. */
  readonly careful: boolean
}

type Dimensions = readonly Dimension<DimensionName>[]

/** Where a dimension is computed: in each record, where its texts are all different, or of a text that many share. */
const places: Readonly<Record<Expression['kind'], 'record' | 'time' | 'person' | 'address' | 'habit'>> = {
  given: 'record',
  inside: 'record',
  week: 'time',
  era: 'time',
  class: 'person',
  range: 'address',
  lower: 'habit',
  word: 'habit',
  prefix: 'habit',
  listed: 'habit',
  policies: 'habit',
}

const at = (dimensions: Dimensions, ...wanted: readonly (typeof places)[Expression['kind']][]): Dimensions =>
  dimensions.filter(({ value }) => wanted.includes(places[value.kind]))

/** What a habit consists of, in order: texts to decode, and dimensions that are computed in each record. */
function habitParts(dimensions: Dimensions): readonly string[] {
  const fields = at(dimensions, 'habit').flatMap(({ value }) =>
    value.kind === 'policies' ? ['policies'] : 'field' in value ? [value.field] : [],
  )
  return [
    ...fields,
    'application',
    'resource',
    policyNames,
    'broken',
    ...at(dimensions, 'record').map(({ name }) => name),
  ]
}

const personParts: readonly string[] = ['userId', 'userName', 'programId']

const searchedIn = (dimensions: Dimensions): readonly string[] =>
  dimensions.flatMap(({ value }) => (value.kind === 'inside' ? [searchedText(value)] : []))

const listOf = (parts: readonly string[]): string => parts.map(sqlName).join(', ')

/** The parts of a combination as columns again. */
const columnsOf = (parts: readonly string[]): string =>
  parts.map((name, index) => `texts[${index + 1}] AS ${sqlName(name)}`).join(', ')

/** Sorts as the number does, whatever date it is: all have 17 digits. */
const stamped = `(20000000000000000 + milliseconds)::VARCHAR || left(coalesce("id", ''), 100)`

const [habitKey, personKey, addressKey] = ['"habitKey"', '"personKey"', '"addressKey"'] as const
const keys = [habitKey, personKey, addressKey].join(', ')

/** Rows of `grouped` that are texts with the key of one kind and no other. */
const areOf = (key: string): string =>
  [habitKey, personKey, addressKey].map((one) => `${one} IS ${one === key ? 'NOT NULL' : 'NULL'}`).join(' AND ')

/**
 * Records by the keys of their texts and by time, and each text with its key, in one reading of the log. Columns of a
 * log are not touched before they are grouped: the engine keeps each of their texts once, and compares and hashes that.
 */
export function groupedQuery({ files, dimensions, once, careful }: Grouping): string {
  const { sql, rate } = identifiedRecords(files, once)
  const times = at(dimensions, 'time').flatMap(({ name, value }) =>
    value.kind === 'week' || value.kind === 'era' ? [{ name: sqlName(name), number: numberOf(value) }] : [],
  )
  const timeNames = times.map(({ name }) => name).join(', ')
  const [habit, who] = [listOf(habitParts(dimensions)), listOf(personParts)]
  const key = (texts: string): string => (careful ? `hash(${texts}, 1)` : `hash(${texts})`)
  return `CREATE OR REPLACE TEMP TABLE grouped AS
WITH ${sql},
searched AS (SELECT ${['*', ...searchedIn(dimensions)].join(', ')} FROM identified),
computed AS (SELECT *, CASE WHEN milliseconds IS NULL THEN file END AS "broken", ${times.map(({ name, number }) => `${number} AS ${name}`).join(', ')},
${selected(duckdb, at(dimensions, 'record'))} FROM searched),
keyed AS (SELECT milliseconds, ${timeNames}, copy, ${habit}, ${who}, "address",
  ${stamped} AS witness,
  ${key(habit)} AS ${habitKey}, ${key(who)} AS ${personKey}, ${key('"address"')} AS ${addressKey} FROM computed),
counted AS (SELECT ${keys}, ${timeNames}, ${habit}, ${who}, "address", count(*) AS "signIns", min(milliseconds) AS "first", max(milliseconds) AS "last",
  min(witness) AS witness, list(copy) FILTER (WHERE copy % ${rate} = 0) AS copies
FROM keyed GROUP BY GROUPING SETS ((${keys}, ${timeNames}), (${habitKey}, ${habit}), (${personKey}, ${who}), (${addressKey}, "address")))
SELECT ${keys}, ${timeNames}, "signIns", "first", "last", witness, copies, CASE WHEN ${areOf(habitKey)} THEN [${habit}] WHEN ${areOf(personKey)} THEN [${who}]
  WHEN ${areOf(addressKey)} THEN ["address"] END AS texts FROM counted`
}

/** The texts of one kind, each with its key, as columns. */
const textsOf = (key: string, parts: readonly string[]): string =>
  `fields AS (SELECT ${key}, ${columnsOf(parts)} FROM grouped WHERE ${areOf(key)})`

/** Whether two texts have one key: then other keys have to be tried. */
export const clashesQuery = `SELECT ${[habitKey, personKey, addressKey]
  .map((key) => `count(*) FILTER (${areOf(key)}) > count(DISTINCT ${key}) FILTER (${areOf(key)})`)
  .join(' OR ')} AS clash FROM grouped WHERE texts IS NOT NULL`

/** Each distinct habit decoded, with the number of the combination of its dimensions. */
export function habitsQuery(dimensions: Dimensions): string {
  const decoded = at(dimensions, 'habit').filter(({ value }) => value.kind !== 'policies')
  const policies = at(dimensions, 'habit').filter(({ value }) => value.kind === 'policies')
  const kept = at(dimensions, 'record').map(({ name }) => sqlName(name))
  return `CREATE OR REPLACE TEMP TABLE habits AS
WITH ${textsOf(habitKey, habitParts(dimensions))},
read AS (SELECT * REPLACE (${policiesIn} AS policies) FROM fields),
decoded AS (SELECT "habitKey", nullif("broken", '') AS file, ${[...kept, ...['application', 'resource'].map((name) => `coalesce(left(${sqlName(name)}, 100), '') AS ${name}`)].join(', ')},
${selected(duckdb, [...decoded, ...policies])} FROM read)
SELECT dense_rank() OVER (ORDER BY ${listOf(kindNames(dimensions))})::INTEGER AS kind, * FROM decoded`
}

/** The dimensions of a habit, in order; of some only those before the range of addresses. */
export function kindNames(dimensions: Dimensions, { beforeRange = false } = {}): readonly DimensionName[] {
  const end = beforeRange ? dimensions.findIndex(({ value }) => value.kind === 'range') : dimensions.length
  return at(dimensions.slice(0, end), 'habit', 'record').map(({ name }) => name)
}

/** The combinations of dimensions that habits have. */
export const kindsQuery = (dimensions: Dimensions): string =>
  `CREATE OR REPLACE TEMP TABLE kinds AS SELECT *, dense_rank() OVER (ORDER BY ${listOf(kindNames(dimensions, { beforeRange: true }))}) AS "before"
FROM (SELECT DISTINCT kind, ${listOf(kindNames(dimensions))} FROM habits)`

const person = `coalesce(nullif(nullif(lower(trim("userId")), ''), '${noUser}'), nullif(lower(trim("userName")), ''), lower(trim("programId")), '')`
const nameInLog = `lower(trim("userName"))`

/** Each distinct person, with the class. */
export const peopleQuery = (dimensions: Dimensions): string => `CREATE OR REPLACE TEMP TABLE people AS
WITH ${textsOf(personKey, personParts)},
identified AS (SELECT *, ${person} AS person FROM fields),
classed AS (SELECT identified.*, CASE WHEN person = ${nameInLog} THEN "byName"."is" END AS account,
${selected(duckdb, at(dimensions, 'person'))}
  FROM identified
  LEFT JOIN classes AS "byId" ON "byId".name = lower(trim("userId"))
  LEFT JOIN classes AS "byName" ON "byName".name = ${nameInLog})
SELECT "personKey", coalesce(lower(account), person) AS person, coalesce(account, left(coalesce("userName", person), 200)) AS "name", "class" FROM classed`

const octets = [1, 2, 3, 4]
const v4 = `CASE WHEN regexp_full_match("address", '[0-9]{1,3}([.][0-9]{1,3}){3}') THEN ${octets
  .map((octet) => `split_part("address", '.', ${octet})::BIGINT * ${256 ** (4 - octet)}`)
  .join(' + ')} END`

/** The eight groups of an IPv6 address, with `::` expanded. */
const expanded = `replace("address", '::', ':' || repeat('0:', 8 - (length("address") - length(replace("address", ':', '')))))`
const isV6 = `regexp_full_match("address", '([0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}')`
const group = (index: number): string =>
  `coalesce(try_cast('0x' || nullif(split_part(v6, ':', ${index}), '') AS BIGINT), 0)`
const v6Columns = ['a', 'b', 'c', 'd'].map(
  (name, index) =>
    `CASE WHEN v6 IS NOT NULL THEN ${group(index * 2 + 1)} * 65536 + ${group(index * 2 + 2)} END AS v6${name}`,
)

/** Each distinct address, with its range. */
export const addressesQuery = (dimensions: Dimensions): string => `CREATE OR REPLACE TEMP TABLE addresses AS
WITH ${textsOf(addressKey, ['address'])},
numbered AS (SELECT "addressKey", ${v4} AS v4, CASE WHEN ${isV6} THEN ${expanded} END AS v6 FROM fields),
derived AS (SELECT *, ${v6Columns.join(', ')} FROM numbered)
SELECT "addressKey",
${selected(duckdb, at(dimensions, 'address'))} FROM derived`

/** Groups of sign-ins with what is known of them. A record without a time is not a sign-in: its row names the file. */
export function pairsQuery(dimensions: Dimensions): string {
  const names = at(dimensions, 'person', 'address').map(({ name }) => sqlName(name))
  const times = at(dimensions, 'time').map(({ name }) => sqlName(name))
  return `CREATE TEMP VIEW pairs AS
SELECT file, kind, ${[...times, ...names].join(', ')}, "number", person, "name", "signIns", "first", "last", witness, application, resource
FROM grouped JOIN habits USING ("habitKey") JOIN numbered USING ("personKey") JOIN addresses USING ("addressKey")`
}
