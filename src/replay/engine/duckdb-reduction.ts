import type { LogFile } from '../logs/log-file.ts'
import { selected, sqlName } from '../reduction/dialect.ts'
import type { DimensionName } from '../reduction/dimensions.ts'
import { duckdb } from '../reduction/duckdb.ts'
import type { Dimension } from '../reduction/expression.ts'
import { recordFields } from '../reduction/record-field.ts'
import { recordsOf } from './duckdb-records.ts'

/** Time formats of logs and downloads; the first applies to everything except localized tables. */
const timeFormats = [
  '%m/%d/%Y, %I:%M:%S.%g %p',
  '%m/%d/%Y, %I:%M:%S %p',
  '%m/%d/%Y %I:%M:%S %p',
  '%m/%d/%Y %H:%M:%S',
  '%d.%m.%Y %H:%M:%S',
  '%d.%m.%Y, %H:%M:%S',
]

const universal = `epoch_ms(coalesce(try_cast("time" AS TIMESTAMP), try_strptime("time", [${timeFormats
  .map((format) => `'${format}'`)
  .join(', ')}])))`
/** A cast to `TIMESTAMP` ignores an offset, and one to `TIMESTAMPTZ` without an offset means the zone of this machine. */
const hasOffset = `NOT ends_with("time", 'Z') AND regexp_matches("time", ':[0-9.]+[+-][0-9]{2}:?[0-9]{2}$')`
const milliseconds = `CASE WHEN ${hasOffset} THEN epoch_ms(try_cast("time" AS TIMESTAMPTZ)) ELSE ${universal} END`

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

const person = `coalesce(nullif(nullif(lower(trim("userId")), ''), '00000000-0000-0000-0000-000000000000'), nullif(lower(trim("userName")), ''), lower(trim("programId")), '')`

/** An id that no two sign-ins of any tenant have. */
const isUnique = `regexp_full_match(trim("id"), '[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}')`
const inItsLog = ['userName', 'address', 'resource', 'application', 'errorCode'].map((name) => `"${name}"`).join(', ')
/** The same for copies of one sign-in, which formats write with different precision; of other ids, more has to be equal. */
const copy = `CASE WHEN trim("id") <> '' AND milliseconds IS NOT NULL THEN
  CASE WHEN ${isUnique} THEN hash(lower(trim("id")), milliseconds // 1000)
  ELSE hash(trim("id"), milliseconds, ${inItsLog}) END END`

/** The number of sign-ins of which a copy is certain to be noticed; of larger logs a part of all ids is compared. */
const compared = 1_000_000
const bytesOfRecord = { json: 1000, csv: 300, server: 200, parquet: 50 } as const

/** Of how many copies one is compared. */
function rateOf(files: readonly LogFile[]): number {
  const records = files.reduce((sum, { bytes, shape }) => sum + bytes / bytesOfRecord[shape.kind], 0)
  return Math.max(1, Math.ceil(records / compared))
}

const names = (dimensions: readonly Dimension[]): string => dimensions.map(({ name }) => sqlName(name)).join(', ')

const timedRecords = (files: readonly LogFile[]): string => `records AS (${files.map(recordsOf).join('\nUNION ALL\n')}),
timed AS (SELECT *, ${milliseconds} AS milliseconds, ${v4} AS v4, CASE WHEN ${isV6} THEN ${expanded} END AS v6 FROM records)`

/** The copies of sign-ins that occur more than once, with their number. */
export const copiesQuery = (files: readonly LogFile[]): string =>
  `CREATE TEMP TABLE copies AS WITH ${timedRecords(files)}
SELECT ${copy} AS copy, count(*) AS count FROM timed WHERE copy IS NOT NULL GROUP BY copy HAVING count(*) > 1`

/** Whether a log has copies of sign-ins, as far as the pairs were compared. */
export const anyCopiesQuery =
  'SELECT count(*) > count(DISTINCT copy) AS "any" FROM (SELECT unnest(copies) AS copy FROM pairs WHERE file IS NULL)'

/** Whether the pairs have every copy, so that nothing has to be read again to know all of them. */
export const areAllCompared = (files: readonly LogFile[]): boolean => rateOf(files) === 1

const comparedCopies = 'SELECT rowid AS pair, unnest(copies) AS copy FROM pairs WHERE file IS NULL'

/** The same as `copiesQuery`, of a log of which all copies are compared. */
export const copiesOfPairsQuery = `CREATE TEMP TABLE copies AS
  SELECT copy, count(*) AS count, count(DISTINCT pair) AS pairs FROM (${comparedCopies}) GROUP BY copy HAVING count(*) > 1`

/** Counts each sign-in once, where all copies of each one are of the same person and shape. */
export const countOnceQuery = `UPDATE pairs SET "signIns" = "signIns" - (len(copies) - len(list_distinct(copies)))
  WHERE file IS NULL AND len(copies) > 1`

/** Of the copies of a sign-in the one with the most text. */
const first = `row_number() OVER (PARTITION BY copy ORDER BY length(concat_ws('', ${recordFields.map(sqlName).join(', ')})) DESC, file)`

const nameInLog = `lower(trim("userName"))`

/** Sign-ins by shape and person. A record without a time is not a sign-in: its row names the file that contains it. */
export function pairsQuery(
  files: readonly LogFile[],
  dimensions: readonly Dimension<DimensionName>[],
  { once }: { readonly once: boolean },
): string {
  const columns = names(dimensions)
  const rate = rateOf(files)
  const all = `SELECT *, ${copy} AS copy FROM timed`
  const single = `SELECT * FROM (${all}) ANTI JOIN copies USING (copy) UNION ALL SELECT * FROM (${all}) SEMI JOIN copies USING (copy) QUALIFY ${first} = 1`
  return `CREATE OR REPLACE TEMP TABLE pairs AS
WITH ${timedRecords(files)},
identified AS (${once ? single : all}),
derived AS (SELECT *, ${v6Columns.join(', ')}, ${person} AS person FROM identified),
reduced AS (SELECT CASE WHEN person = ${nameInLog} THEN "byName"."is" END AS account,
${selected(duckdb, dimensions)},
  CASE WHEN milliseconds IS NULL THEN file END AS file,
  coalesce(lower(account), person) AS person, coalesce(account, left(coalesce("userName", person), 200)) AS "name", milliseconds,
  lpad(milliseconds::VARCHAR, 14, '0') || '|' || left(coalesce("id", ''), 100) AS witness,
  left(coalesce("application", ''), 100) AS application, left(coalesce("resource", ''), 100) AS resource, copy
  FROM derived
  LEFT JOIN classes AS "byId" ON "byId".name = lower(trim("userId"))
  LEFT JOIN classes AS "byName" ON "byName".name = ${nameInLog})
SELECT file, ${columns}, person, min("name") AS "name", count(*) AS "signIns", min(milliseconds) AS "first",
  max(milliseconds) AS "last", min(witness) AS witness, min(application) AS application, min(resource) AS resource,
  list(copy) FILTER (WHERE copy % ${rate} = 0) AS copies
  FROM reduced GROUP BY file, ${columns}, person`
}

/** Names that occur with one id only: the person whom some logs name by that id and others by the name. */
export const namesakesQuery = `CREATE TEMP TABLE namesakes AS SELECT lower(trim("name")) AS alias, min(person) AS id FROM pairs
  WHERE contains("name", '@') AND person <> lower(trim("name")) GROUP BY alias HAVING count(DISTINCT person) = 1`

/** From then on such a person is one, whichever log it is in. */
export const unifyQuery = 'UPDATE pairs SET person = namesakes.id FROM namesakes WHERE pairs.person = namesakes.alias'

/** How many people have the name of an account in a Windows domain, where others have a user principal name. */
export const accountNamesQuery = `SELECT count(DISTINCT person) FILTER (contains(person, '\\')) AS count,
  bool_or(contains("name", '@')) AS others FROM pairs WHERE file IS NULL`

/** The shapes, numbered in a deterministic order. */
export function shapesQuery(dimensions: readonly Dimension<DimensionName>[]): string {
  const columns = names(dimensions)
  return `CREATE TEMP TABLE shapes AS SELECT (row_number() OVER (ORDER BY ${columns}) - 1)::INTEGER AS "index", * FROM (
  SELECT ${columns}, sum("signIns")::BIGINT AS "signIns", count(DISTINCT person) AS people, min("first") AS "first", max("last") AS "last",
  substr(min(witness), 16) AS witness, min(application) AS application, min(resource) AS resource
  FROM pairs WHERE file IS NULL GROUP BY ${columns})`
}

/** The people of each shape: the second pass. */
export function membersQuery(dimensions: readonly Dimension<DimensionName>[]): string {
  return `CREATE TEMP TABLE members AS SELECT shapes."index", pairs.person, pairs."name" FROM pairs JOIN shapes USING (${names(dimensions)}) WHERE file IS NULL`
}
