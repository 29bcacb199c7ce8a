import { type DescribedLogs, describeParquet } from '../replay/engine/duckdb-parquet.ts'
import type { LogFile } from '../replay/logs/log-file.ts'
import { logsToRead } from '../replay/logs-to-read.ts'
import { counted } from '../vocabulary/counted.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { engineForLogs, usageOf } from './replay-engine.ts'

async function describe(files: readonly LogFile[]): Promise<DescribedLogs> {
  const engine = await engineForLogs()
  try {
    return await describeParquet(engine, files)
  } finally {
    engine.close()
  }
}

/** The logs that some paths name; a path that cannot be read, or is no log, ends the command with 2. */
export async function readLogs(environment: Environment, paths: readonly string[]): Promise<readonly LogFile[]> {
  const read = await logsToRead(paths, environment.reader, describe)
  if (read.ok) {
    if (read.leftAlone > 0) environment.stderr(`${counted(read.leftAlone, 'file')} left alone, no log of sign-ins\n`)
    return read.files
  }
  if (read.unreadable !== undefined) return accepted(environment, { ok: false, diagnostics: read.unreadable })
  throw usageOf(read.problem)
}
