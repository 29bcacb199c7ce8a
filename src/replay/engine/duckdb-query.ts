import type { LogFile } from '../logs/log-file.ts'
import { type ClassRows, columnName, sqlName, sqlText } from '../reduction/dialect.ts'
import { dimensionsFor, type ReductionSettings } from '../reduction/dimensions.ts'
import {
  addressesQuery,
  clashesQuery,
  groupedQuery,
  habitsQuery,
  kindsQuery,
  pairsQuery,
  peopleQuery,
} from './duckdb-groups.ts'
import { copiesQuery, namesakesQuery, numberedQuery, shapesQuery, unifyQuery } from './duckdb-reduction.ts'

const counts = ['signIns', 'people', 'first', 'last', 'witness', 'application', 'resource']

/**
 * The reduction as a script for a DuckDB elsewhere; `made` is stored in the result, so that it is only accepted for the
 * same tenants.
 */
export function duckdbScript(
  settings: ReductionSettings,
  classes: ClassRows,
  files: readonly LogFile[],
  made: string,
): string {
  const dimensions = dimensionsFor(settings)
  const rows = [...classes].map(
    ([name, label, is]) => `(${sqlText(name)}, ${sqlText(label)}, ${is === undefined ? 'NULL' : sqlText(is)})`,
  )
  const columns = [
    ...dimensions.map(({ name }) => `${sqlName(name)}::VARCHAR AS ${sqlName(columnName(name))}`),
    ...counts.map(sqlName),
    `${sqlText(made)} AS made`,
  ]
  return [
    '-- The sign-ins of these files as shapes: no person is in the answer. Save it as CSV for `authplan replay --shapes`.',
    `CREATE TEMP TABLE classes AS SELECT * FROM (VALUES ('', '', NULL::VARCHAR), ${rows.join(', ')}) AS listed(name, class, "is") WHERE name <> '';`,
    `${copiesQuery(files)};`,
    `${groupedQuery({ files, dimensions, once: true, careful: true })};`,
    `CREATE TEMP TABLE checked AS SELECT CASE WHEN clash THEN error('two texts of the log have one key') END AS problem FROM (${clashesQuery});`,
    ...[habitsQuery, kindsQuery, peopleQuery, addressesQuery].map((query) => `${query(dimensions)};`),
    ...[namesakesQuery, unifyQuery, numberedQuery, pairsQuery(dimensions)].map((query) => `${query};`),
    `${shapesQuery};`,
    `SELECT ${columns.join(', ')} FROM shapes JOIN kinds USING (kind) ORDER BY "index";`,
    '',
  ].join('\n')
}
