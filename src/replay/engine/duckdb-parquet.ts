import type { DuckDBConnection } from '@duckdb/node-api'
import type { LogFile } from '../logs/log-file.ts'
import { columnsOf, isSignInTable } from '../logs/portal-columns.ts'
import { sqlText } from '../reduction/dialect.ts'
import type { OpenEngine } from './duckdb.ts'

/** The logs with the columns of those in Parquet, and the files that hold no sign-ins. */
export interface DescribedLogs {
  readonly files: readonly LogFile[]
  readonly notLogs: readonly LogFile[]
}

const isStructured = (type: string): boolean => /^(?:STRUCT|MAP|JSON)|\[\d*\]$/.test(type)

async function headerOf(connection: DuckDBConnection, path: string) {
  const found = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${sqlText(path)})`)
  return found.getRowObjectsJS().map((row) => {
    const name = String(row['column_name'])
    return isStructured(String(row['column_type'])) ? { name, structured: true as const } : { name }
  })
}

/** Reads the schemas of Parquet files, which are at their ends; other logs are left as they are. */
export async function describeParquet({ connection }: OpenEngine, files: readonly LogFile[]): Promise<DescribedLogs> {
  const described: LogFile[] = []
  const notLogs: LogFile[] = []
  for (const file of files) {
    if (file.shape.kind !== 'parquet') {
      described.push(file)
      continue
    }
    const columns = columnsOf(await headerOf(connection, file.path))
    if (isSignInTable(columns)) described.push({ ...file, shape: { kind: 'parquet', columns } })
    else notLogs.push(file)
  }
  return { files: described, notLogs }
}
