import type { LogFile } from '../logs/log-file.ts'
import { selected, sqlName } from '../reduction/dialect.ts'
import type { DimensionName } from '../reduction/dimensions.ts'
import { duckdb } from '../reduction/duckdb.ts'
import type { Dimension } from '../reduction/expression.ts'
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

const names = (dimensions: readonly Dimension[]): string => dimensions.map(({ name }) => sqlName(name)).join(', ')

/** Sign-ins by shape and person. A record without a time is not a sign-in: its row names the file that contains it. */
export function pairsQuery(files: readonly LogFile[], dimensions: readonly Dimension<DimensionName>[]): string {
  const records = files.map(recordsOf).join('\nUNION ALL\n')
  const columns = names(dimensions)
  return `CREATE TEMP TABLE pairs AS
WITH records AS (${records}),
timed AS (SELECT *, ${milliseconds} AS milliseconds, ${v4} AS v4, CASE WHEN ${isV6} THEN ${expanded} END AS v6 FROM records),
derived AS (SELECT *, ${v6Columns.join(', ')}, ${person} AS person FROM timed),
reduced AS (SELECT
${selected(duckdb, dimensions)},
  CASE WHEN milliseconds IS NULL THEN file END AS file,
  person, left(coalesce("userName", person), 200) AS "name", milliseconds,
  lpad(milliseconds::VARCHAR, 14, '0') || '|' || left(coalesce("id", ''), 100) AS witness,
  left(coalesce("application", ''), 100) AS application, left(coalesce("resource", ''), 100) AS resource
  FROM derived
  LEFT JOIN classes AS "byId" ON "byId".name = lower(trim("userId"))
  LEFT JOIN classes AS "byName" ON "byName".name = lower(trim("userName")))
SELECT file, ${columns}, person, min("name") AS "name", count(*) AS "signIns", min(milliseconds) AS "first",
  max(milliseconds) AS "last", min(witness) AS witness, min(application) AS application, min(resource) AS resource
  FROM reduced GROUP BY file, ${columns}, person`
}

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
