import type { LogFile } from '../logs/log-file.ts'
import { selected, sqlName } from '../reduction/dialect.ts'
import type { DimensionName } from '../reduction/dimensions.ts'
import { duckdb, numberOf } from '../reduction/duckdb.ts'
import type { Dimension, Expression } from '../reduction/expression.ts'
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
  /** Whether texts can contain the characters that separate them here, or share a key. */
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

const [separator, missing] = ['chr(31)', 'chr(30)']

/** A text of a combination; that it is missing is kept where that differs from an empty one. */
function part(name: string, { careful }: Grouping, keepsMissing: boolean): string {
  const text = careful ? `replace(replace(${name}, ${separator}, ' '), ${missing}, ' ')` : name
  return keepsMissing ? `coalesce(${text}, ${missing})` : text
}

interface Part {
  readonly name: string
  readonly keepsMissing: boolean
}

/** What a habit consists of, in order: texts to decode, and dimensions that are computed in each record. */
function habitParts(dimensions: Dimensions): readonly Part[] {
  const fields = at(dimensions, 'habit').flatMap(({ value }): readonly Part[] => {
    if (value.kind === 'policies') return [{ name: 'policies', keepsMissing: false }]
    return 'field' in value ? [{ name: value.field, keepsMissing: value.kind === 'listed' }] : []
  })
  const more = ['application', 'resource', policyNames, 'broken', ...at(dimensions, 'record').map(({ name }) => name)]
  return [...fields, ...more.map((name) => ({ name, keepsMissing: false }))]
}

const personParts: readonly Part[] = [
  { name: 'userId', keepsMissing: false },
  { name: 'userName', keepsMissing: true },
  { name: 'programId', keepsMissing: false },
]

const combined = (parts: readonly Part[], grouping: Grouping): string =>
  `concat(${parts.map(({ name, keepsMissing }) => part(sqlName(name), grouping, keepsMissing)).join(`, ${separator}, `)})`

/** The parts of a combination as columns again. */
const columnsOf = (parts: readonly Part[]): string =>
  parts
    .map(({ name, keepsMissing }, index) => {
      const value = `parts[${index + 1}]`
      return `${keepsMissing ? `nullif(${value}, ${missing})` : value} AS ${sqlName(name)}`
    })
    .join(', ')

const keys = ['habitKey', 'personKey', 'addressKey'].map(sqlName).join(', ')

/** Records by the keys of their texts and by time, and each text with its key, in one reading of the log. */
export function groupedQuery(grouping: Grouping): string {
  const { files, dimensions, once, careful } = grouping
  const { sql, rate } = identifiedRecords(files, once)
  const times = at(dimensions, 'time').flatMap(({ name, value }) =>
    value.kind === 'week' || value.kind === 'era' ? [{ name: sqlName(name), number: numberOf(value) }] : [],
  )
  const timeNames = times.map(({ name }) => name).join(', ')
  const key = (text: string): string => (careful ? `hash(${text}, 1)` : `hash(${text})`)
  return `CREATE OR REPLACE TEMP TABLE grouped AS
WITH ${sql},
computed AS (SELECT *, CASE WHEN milliseconds IS NULL THEN file END AS "broken", ${times.map(({ name, number }) => `${number} AS ${name}`).join(', ')},
${selected(duckdb, at(dimensions, 'record'))} FROM identified),
combined AS (SELECT milliseconds, ${timeNames}, copy,
  lpad(milliseconds::VARCHAR, 14, '0') || '|' || left(coalesce("id", ''), 100) AS witness,
  ${combined(habitParts(dimensions), grouping)} AS habit, ${combined(personParts, grouping)} AS who, coalesce("address", '') AS address FROM computed),
keyed AS (SELECT *, ${key('habit')} AS "habitKey", ${key('who')} AS "personKey", ${key('address')} AS "addressKey" FROM combined)
SELECT ${keys}, ${timeNames}, habit, who, address, count(*) AS "signIns", min(milliseconds) AS "first", max(milliseconds) AS "last",
  min(witness) AS witness, list(copy) FILTER (WHERE copy % ${rate} = 0) AS copies
FROM keyed GROUP BY GROUPING SETS ((${keys}, ${timeNames}), ("habitKey", habit), ("personKey", who), ("addressKey", address))`
}

/** Whether two texts have one key, or a text contains a character that separates texts: then care has to be taken. */
export function clashesQuery(dimensions: Dimensions): string {
  const split = (text: string, parts: number): string =>
    `coalesce(bool_or(len(string_split(${text}, ${separator})) <> ${parts}), false)`
  const shared = (text: string, key: string): string =>
    `count(${text}) > count(DISTINCT CASE WHEN ${text} IS NOT NULL THEN "${key}" END)`
  return `SELECT ${[
    split('habit', habitParts(dimensions).length),
    split('who', personParts.length),
    shared('habit', 'habitKey'),
    shared('who', 'personKey'),
    shared('address', 'addressKey'),
  ].join(' OR ')} AS clash FROM grouped`
}

/** Each distinct habit decoded, with the number of the combination of its dimensions. */
export function habitsQuery(dimensions: Dimensions): string {
  const parts = habitParts(dimensions)
  const decoded = at(dimensions, 'habit').filter(({ value }) => value.kind !== 'policies')
  const policies = at(dimensions, 'habit').filter(({ value }) => value.kind === 'policies')
  const names = at(dimensions, 'habit', 'record').map(({ name }) => sqlName(name))
  const kept = at(dimensions, 'record').map(({ name }) => sqlName(name))
  return `CREATE OR REPLACE TEMP TABLE habits AS
WITH fields AS (SELECT "habitKey", ${columnsOf(parts)} FROM (SELECT "habitKey", string_split(habit, ${separator}) AS parts FROM grouped WHERE habit IS NOT NULL)),
read AS (SELECT * REPLACE (${policiesIn} AS policies) FROM fields),
decoded AS (SELECT "habitKey", nullif("broken", '') AS file, ${[...kept, `left("application", 100) AS application`, `left("resource", 100) AS resource`].join(', ')},
${selected(duckdb, [...decoded, ...policies])} FROM read)
SELECT dense_rank() OVER (ORDER BY ${names.join(', ')}) AS kind, * FROM decoded`
}

/** The combinations of dimensions that habits have. */
export const kindsQuery = (dimensions: Dimensions): string =>
  `CREATE OR REPLACE TEMP TABLE kinds AS SELECT DISTINCT kind, ${at(dimensions, 'habit', 'record')
    .map(({ name }) => sqlName(name))
    .join(', ')} FROM habits`

const person = `coalesce(nullif(nullif(lower(trim("userId")), ''), '00000000-0000-0000-0000-000000000000'), nullif(lower(trim("userName")), ''), lower(trim("programId")), '')`
const nameInLog = `lower(trim("userName"))`

/** Each distinct person, with the class. */
export const peopleQuery = (dimensions: Dimensions): string => `CREATE OR REPLACE TEMP TABLE people AS
WITH fields AS (SELECT "personKey", ${columnsOf(personParts)} FROM (SELECT "personKey", string_split(who, ${separator}) AS parts FROM grouped WHERE who IS NOT NULL)),
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
WITH numbered AS (SELECT "addressKey", ${v4} AS v4, CASE WHEN ${isV6} THEN ${expanded} END AS v6 FROM grouped WHERE address IS NOT NULL),
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
