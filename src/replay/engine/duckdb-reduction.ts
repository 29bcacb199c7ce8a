import type { LogFile } from '../logs/log-file.ts'
import { sqlName } from '../reduction/dialect.ts'
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

/** An id that no two sign-ins of any tenant have, whatever the case of its letters; undefined for other ids. */
const unique = `CASE WHEN length("id") = 36 THEN try_cast("id" AS UUID) END`
const inItsLog = ['userName', 'address', 'resource', 'application', 'errorCode'].map((name) => `"${name}"`).join(', ')
/** The same for copies of one sign-in, which formats write with different precision; of other ids, more has to be equal. */
const copy = `CASE WHEN milliseconds IS NULL THEN NULL
  WHEN "unique" IS NOT NULL THEN hash("unique", milliseconds // 1000)
  WHEN trim("id") <> '' THEN hash(trim("id"), milliseconds, ${inItsLog}) END`

/** The number of sign-ins of which a copy is certain to be noticed; of larger logs a part of all ids is compared. */
const compared = 1_000_000
const bytesOfRecord = { json: 1000, csv: 300, server: 200, parquet: 50 } as const

/** Of how many copies one is compared. */
function rateOf(files: readonly LogFile[]): number {
  const records = files.reduce((sum, { bytes, shape }) => sum + bytes / bytesOfRecord[shape.kind], 0)
  return Math.max(1, Math.ceil(records / compared))
}

const timedRecords = (files: readonly LogFile[]): string => `records AS (${recordsOf(files)}),
timed AS (SELECT *, ${milliseconds} AS milliseconds, ${unique} AS "unique" FROM records)`

/** The copies of sign-ins that occur more than once, with their number. */
export const copiesQuery = (files: readonly LogFile[]): string =>
  `CREATE TEMP TABLE copies AS WITH ${timedRecords(files)}
SELECT ${copy} AS copy, count(*) AS count FROM timed WHERE copy IS NOT NULL GROUP BY copy HAVING count(*) > 1`

/** The rows of `grouped` that are groups of sign-ins; the others are texts with their keys. */
const areSignIns = '"first" IS NOT NULL AND "habitKey" IS NOT NULL AND "personKey" IS NOT NULL'

/** Whether a log has copies of sign-ins, as far as they were compared. */
export const anyCopiesQuery = `SELECT count(*) > count(DISTINCT copy) AS "any" FROM (SELECT unnest(copies) AS copy FROM grouped WHERE ${areSignIns})`

/** Whether the groups have every copy, so that nothing has to be read again to know all of them. */
export const areAllCompared = (files: readonly LogFile[]): boolean => rateOf(files) === 1

const comparedCopies = `SELECT rowid AS "group", unnest(copies) AS copy FROM grouped WHERE ${areSignIns}`

/** The same as `copiesQuery`, of a log of which all copies are compared. */
export const copiesOfGroupsQuery = `CREATE TEMP TABLE copies AS
  SELECT copy, count(*) AS count, count(DISTINCT "group") AS groups FROM (${comparedCopies}) GROUP BY copy HAVING count(*) > 1`

/** Counts each sign-in once, where all copies of each one are in one group. */
export const countOnceQuery = `UPDATE grouped SET "signIns" = "signIns" - (len(copies) - len(list_distinct(copies)))
  WHERE ${areSignIns} AND len(copies) > 1`

/** Of the copies of a sign-in the one with the most text. */
const first = `row_number() OVER (PARTITION BY copy ORDER BY length(concat_ws('', ${recordFields.map(sqlName).join(', ')})) DESC, file)`

/** The records of a log that count, as `identified`, each with its copy; of how many copies one is compared. */
export function identifiedRecords(
  files: readonly LogFile[],
  once: boolean,
): { readonly sql: string; readonly rate: number } {
  const all = `SELECT *, ${copy} AS copy FROM timed`
  const single = `SELECT * FROM (${all}) ANTI JOIN copies USING (copy) UNION ALL SELECT * FROM (${all}) SEMI JOIN copies USING (copy) QUALIFY ${first} = 1`
  return { sql: `${timedRecords(files)},\nidentified AS (${once ? single : all})`, rate: rateOf(files) }
}

/** Names that occur with one id only: the person whom some logs name by that id and others by the name. */
export const namesakesQuery = `CREATE TEMP TABLE namesakes AS SELECT lower(trim("name")) AS alias, min(person) AS id FROM people
  WHERE contains("name", '@') AND person <> lower(trim("name")) GROUP BY alias HAVING count(DISTINCT person) = 1`

/** From then on such a person is one, whichever log it is in. */
export const unifyQuery = 'UPDATE people SET person = namesakes.id FROM namesakes WHERE people.person = namesakes.alias'

/** How many people have the name of an account in a Windows domain, where others have a user principal name. */
export const accountNamesQuery = `SELECT count(DISTINCT person) FILTER (contains(person, '\\')) AS count,
  bool_or(contains("name", '@')) AS others FROM people SEMI JOIN (SELECT "personKey" FROM grouped WHERE ${areSignIns}) USING ("personKey")`

/** Numbers the people, which are counted faster than names. */
export const numberedQuery =
  'CREATE TEMP TABLE numbered AS SELECT *, dense_rank() OVER (ORDER BY person) AS "number" FROM people'

const distinguished = 'kind, "week", "era", "class", "range"'

/**
 * The shapes, numbered in the order of the texts of their dimensions: `before` stands for those of a kind that come before
 * the range, and `kind` for the others. Their texts are those of their kind, of which there are far fewer.
 */
export const shapesQuery = `CREATE TEMP TABLE shapes AS
  SELECT (row_number() OVER (ORDER BY "week"::VARCHAR, "era"::VARCHAR, "class", "before", "range", kind) - 1)::INTEGER AS "index", counted.*, len(numbers) AS people FROM (
    SELECT ${distinguished}, sum("signIns")::BIGINT AS "signIns", list(DISTINCT "number") AS numbers, min("first") AS "first",
    max("last") AS "last", substr(min(witness), 18) AS witness, min(application) AS application, min(resource) AS resource
    FROM pairs WHERE file IS NULL GROUP BY ${distinguished}) AS counted JOIN kinds USING (kind)`

/** How many people are in each of the chosen groups of shapes: the second pass. */
export const countedQuery =
  'SELECT part, count(DISTINCT "number") AS people FROM (SELECT part, unnest(numbers) AS "number" FROM chosen JOIN shapes USING ("index")) GROUP BY part'

/** The people of some shapes by name. */
export const memberNames = (shapes: readonly number[]): string =>
  `SELECT min("name") AS "name" FROM pairs JOIN shapes USING (${distinguished}) WHERE file IS NULL AND "index" IN (${shapes.join(', ')}) GROUP BY "number" ORDER BY 1`
