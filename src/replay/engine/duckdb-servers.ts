import type { DuckDBConnection } from '@duckdb/node-api'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { mostLocated } from '../logs/locate-broken.ts'
import type { LogFile } from '../logs/log-file.ts'
import { sqlName, sqlText } from '../reduction/dialect.ts'
import { type RecordField, recordFields } from '../reduction/record-field.ts'
import { itemsOfServerLog } from '../servers/read-server-log.ts'
import { type LeftOutReason, leftOutReasons, serverFields } from '../servers/server-row.ts'
import type { BrokenFile, LeftOut } from './shape-source.ts'

/** What the logs of servers contain besides requests of people. */
export interface ServerReading {
  readonly broken: readonly BrokenFile[]
  readonly leftOut: readonly LeftOut[]
}

const table = 'server_rows'
/** Rows that are held before the engine takes them. */
const batchRows = 2048

const held: ReadonlySet<RecordField> = new Set(serverFields)

/** The rows of a server's log that `loadServerRows` gave to the engine. */
export function serverRecords(path: string, more: string): string {
  const columns = recordFields.map((field) => (held.has(field) ? sqlName(field) : `NULL AS ${sqlName(field)}`))
  return `SELECT file, ${more}, ${columns.join(', ')} FROM ${table} WHERE file = ${sqlText(path)}`
}

/** Reads the logs of servers and gives their rows to the engine, in batches of bounded size. */
export async function loadServerRows(
  connection: DuckDBConnection,
  files: readonly LogFile[],
  reader: SourceReader,
): Promise<ServerReading> {
  if (!files.some(({ shape }) => shape.kind === 'server')) return { broken: [], leftOut: [] }
  await connection.run(
    `CREATE TEMP TABLE ${table} (file VARCHAR, ${serverFields.map((field) => `${sqlName(field)} VARCHAR`).join(', ')})`,
  )
  const appender = await connection.createAppender(table)
  const broken: BrokenFile[] = []
  const counts = new Map<LeftOutReason, number>()
  let waiting = 0
  for (const file of files) {
    if (file.shape.kind !== 'server') continue
    const found = { file: file.name, count: 0, lines: [] as number[] }
    const items = itemsOfServerLog(file, file.shape.format, reader)
    if (items === undefined) broken.push({ ...found, count: 1 })
    for (const item of items ?? []) {
      if (item.kind === 'left out') counts.set(item.reason, (counts.get(item.reason) ?? 0) + 1)
      else if (item.kind === 'broken') {
        found.count += 1
        if (found.lines.length < mostLocated) found.lines.push(item.line)
      } else {
        appender.appendVarchar(file.path)
        for (const field of serverFields) appender.appendVarchar(item.row[field] ?? '')
        appender.endRow()
        waiting += 1
        if (waiting % batchRows === 0) appender.flushSync()
      }
    }
    if (found.count > 0) broken.push(found)
  }
  appender.closeSync()
  return { broken, leftOut: leftOutReasons.flatMap((reason) => countOf(reason, counts.get(reason))) }
}

const countOf = (reason: LeftOutReason, count: number | undefined): readonly LeftOut[] =>
  count === undefined ? [] : [{ reason, count }]
