import type { Command } from 'commander'
import {
  type ClickHouse,
  type ClickHouseProblem,
  clickHouse,
  clickHouseProblem,
  isClickHouseProblem,
} from '../replay/engine/clickhouse.ts'
import { isKnownVersion, oldestVersion, reduceWithClickHouse } from '../replay/engine/clickhouse-source.ts'
import {
  assumedTable,
  type ColumnMap,
  describeTable,
  isNested,
  type TableProblem,
  tableOf,
} from '../replay/engine/clickhouse-table.ts'
import type { ShapeSource } from '../replay/engine/shape-source.ts'
import { type ClassifiedPeople, labelsOf } from '../replay/people-of.ts'
import type { SignInTable } from '../replay/reduction/clickhouse-query.ts'
import { dimensionsFor } from '../replay/reduction/dimensions.ts'
import { type RecordField, recordFields } from '../replay/reduction/record-field.ts'
import { settingsOf } from '../replay/settings-of.ts'
import { suggest } from '../source/diagnostics/suggest.ts'
import type { Environment } from './environment.ts'
import { collect } from './formats.ts'
import { oneOf, usageProblem } from './usage.ts'

/** The options that name a table of an engine elsewhere. */
export interface RemoteOptions {
  readonly engine?: string
  readonly url?: string
  readonly table?: string
  readonly columns?: readonly string[]
}

/** The options of a table elsewhere. */
export function addRemoteOptions(command: Command): Command {
  return command
    .option('--engine <ENGINE>', 'instead of logs: a table that an engine holds: clickhouse')
    .option('--url <URL>', 'with --engine: the address of its HTTP interface')
    .option('--table <TABLE>', 'with --engine or --query clickhouse: the table, as `database.table`')
    .option('--columns <MAP>', 'with --table: its columns, as `time=at,userName=upn`; repeatable', collect)
}

const engines = ['clickhouse'] as const
const credentials = 'credentials come from the variables CLICKHOUSE_USER and CLICKHOUSE_PASSWORD'
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Which column is which field, as written in `field=column,field=column`. */
export function readColumns(maps: readonly string[] | undefined): ColumnMap | undefined {
  if (maps === undefined) return undefined
  const columns: Partial<Record<RecordField, readonly string[]>> = {}
  for (const pair of maps.flatMap((map) => map.split(','))) {
    const [, word = '', column = ''] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(pair) ?? []
    if (column === '')
      throw usageProblem(`\`--columns ${pair}\` names no column`, 'write `field=column`, as `time=at,userName=upn`')
    const field = oneOf('field', word, recordFields)
    columns[field] = [...(columns[field] ?? []), column]
  }
  return columns
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !['https:', 'http:'].includes(url.protocol))
    throw usageProblem(`\`--url\` is no address of a server: \`${text}\``, 'write it as `https://host:8443`')
  if (url.username !== '' || url.password !== '') throw usageProblem('`--url` names a user', credentials)
  if (url.protocol === 'http:' && !loopback.test(url.hostname))
    throw usageProblem(
      `\`http\` would send names and credentials unencrypted to \`${url.hostname}\``,
      'use `https`; `http` is for this machine',
    )
  return url
}

const tablePattern = /^[^.]+(?:\.[^.]+)?$/

function readTable(table: string): string {
  if (tablePattern.test(table)) return table
  throw usageProblem(`\`--table ${table}\` is no name of a table`, 'write `table` or `database.table`')
}

/** The table that a printed query reads. */
export function printedTable({ table, columns }: RemoteOptions): SignInTable {
  return assumedTable(readTable(table ?? 'sign_ins'), readColumns(columns))
}

/** Refuses options of an engine without one, and an engine without what it needs. */
export function refuseHalfRemote(options: RemoteOptions & { readonly query?: string }): void {
  const { engine, url, table, columns, query } = options
  const printed = query?.toLowerCase() === 'clickhouse'
  const given = Object.entries({ url, ...(printed ? {} : { table, columns }) }).filter(
    ([, value]) => value !== undefined,
  )
  const [[name] = []] = given
  if (engine === undefined) {
    if (name !== undefined)
      throw usageProblem(`\`--${name}\` has no effect without \`--engine\``, 'add `--engine clickhouse`')
    return
  }
  oneOf('engine', engine, engines)
  if (query !== undefined)
    throw usageProblem('`--engine` has no effect with `--query`', 'a printed query is run by hand')
  if (url === undefined || table === undefined)
    throw usageProblem('`--engine` needs `--url` and `--table`', 'as `--url https://host:8443 --table logs.sign_ins`')
}

function problemOfTable(table: string, problem: TableProblem): Error {
  switch (problem.kind) {
    case 'no column': {
      const near = suggest(problem.column, problem.columns)
      const meant = near === undefined ? '' : `did you mean \`${near}\`? `
      return usageProblem(
        `the table \`${table}\` has no column \`${problem.column}\``,
        `${meant}it has \`${problem.columns.slice(0, 40).join('`, `')}\``,
      )
    }
    case 'no text':
      return usageProblem(
        `the column \`${problem.column}\` is of type ${problem.type}, not text`,
        'map a column of text, or a view that flattens it',
      )
    case 'no field':
      return usageProblem(
        `the table \`${table}\` has no column known as \`${problem.field}\``,
        `name it by \`--columns ${problem.field}=COLUMN\`; it has \`${problem.columns.slice(0, 40).join('`, `')}\``,
      )
  }
}

const wrongCredentials = [192, 193, 194, 516]
const unknownTables = [60, 81]
const readOnly = [164, 497]

/** What to do about a server that does not answer as it should. */
function problemOfServer(url: URL, table: string, { kind, answered, message }: ClickHouseProblem): Error {
  const place = `${url.protocol}//${url.host}`
  if (kind === 'unreachable')
    return usageProblem(`the engine at ${place} cannot be reached: ${message}`, 'check `--url`, and that it is running')
  if (kind === 'foreign')
    return usageProblem(`no ClickHouse answers at ${place}: ${message}`, '`--url` is the address of its HTTP interface')
  const isOne = (codes: readonly number[]): boolean => answered !== undefined && codes.includes(answered)
  if (isOne(wrongCredentials))
    return usageProblem(`the engine does not accept the credentials: ${message}`, credentials)
  if (isOne(unknownTables))
    return usageProblem(`the engine has no table \`${table}\`: ${message}`, 'write `--table database.table`')
  if (isOne(readOnly))
    return usageProblem(
      `the user may not do what the reduction needs: ${message}`,
      'it reads the table and makes temporary ones: allow that (`readonly` 2), or use `--query clickhouse`',
    )
  return usageProblem(
    `the engine refuses the reduction: ${message}`,
    'give it a smaller table or a view, or more memory',
  )
}

async function checkVersion(server: ClickHouse): Promise<void> {
  const [[answer] = []] = await server.rows('SELECT version()')
  const version = String(answer)
  const known = isKnownVersion(version)
  if (known === undefined) throw clickHouseProblem('foreign', 'it has no version')
  if (!known)
    throw usageProblem(
      `the engine is ClickHouse ${version}, older than ${oldestVersion.join('.')}`,
      'update it, or load the logs elsewhere',
    )
}

async function reduced(
  server: ClickHouse,
  name: string,
  map: ColumnMap,
  people: readonly ClassifiedPeople[],
): Promise<ShapeSource> {
  await checkVersion(server)
  const table = tableOf(name, await describeTable(server, name), map)
  if ('kind' in table) throw problemOfTable(name, table)
  const dimensions = dimensionsFor(settingsOf(people.map(({ population }) => population.tenant)))
  const source = await reduceWithClickHouse(server, table, dimensions, labelsOf(people))
  if (source.shapes.some(({ values: { policies } }) => isNested(policies)))
    throw usageProblem(
      'the column of policies holds JSON',
      'flatten it: the id and the result of each policy as `id=result`, separated by `|`',
    )
  return source
}

/** Uses the shapes of a table on the engine that the options name, which is all that is contacted. */
export async function withRemoteShapes<T>(
  { variables }: Environment,
  { url = '', table = '', columns }: RemoteOptions,
  people: readonly ClassifiedPeople[],
  use: (source: ShapeSource) => Promise<T>,
): Promise<T> {
  const [address, name, map] = [readUrl(url), readTable(table), readColumns(columns) ?? {}]
  const [user, password] = [variables['CLICKHOUSE_USER'], variables['CLICKHOUSE_PASSWORD']]
  const server = clickHouse({
    url: address,
    session: crypto.randomUUID(),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  })
  try {
    return await use(await reduced(server, name, map, people))
  } catch (problem) {
    throw isClickHouseProblem(problem) ? problemOfServer(address, name, problem) : problem
  }
}
