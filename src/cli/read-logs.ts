import { describeParquet } from '../replay/engine/duckdb-parquet.ts'
import type { LogFile } from '../replay/logs/log-file.ts'
import { noLogs, noSignIns, problemOfLogs } from '../replay/logs/log-problem.ts'
import { openLogs } from '../replay/logs/open-logs.ts'
import { counted } from '../vocabulary/counted.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { engineForLogs, problemOfEngine, usageOf } from './replay-engine.ts'
import { usageProblem } from './usage.ts'

/** Files in Parquet with their columns; one without sign-ins is refused if it was named, and left alone below a folder. */
async function described(files: readonly LogFile[], paths: readonly string[]) {
  if (!files.some(({ shape }) => shape.kind === 'parquet')) return { files, leftAlone: 0 }
  const engine = await engineForLogs()
  try {
    const found = await describeParquet(engine, files)
    const named = found.notLogs.find(({ name }) => paths.includes(name))
    if (named !== undefined) throw usageOf(noSignIns(named.name))
    return { files: found.files, leftAlone: found.notLogs.length }
  } catch (problem) {
    throw problemOfEngine(problem, files)
  } finally {
    engine.close()
  }
}

/** The logs that some paths name; a path that cannot be read, or is no log, ends the command with 2. */
export async function readLogs(environment: Environment, paths: readonly string[]): Promise<readonly LogFile[]> {
  if (environment.reader.inPlace === undefined) throw usageProblem('logs are read from a disk')
  const opened = openLogs(paths, environment.reader)
  if (opened.unreadable.length > 0) await accepted(environment, { ok: false, diagnostics: opened.unreadable })
  const problem = problemOfLogs(opened)
  if (problem !== undefined) throw usageOf(problem)
  const logs = await described(opened.files, paths)
  if (logs.files.length === 0) throw usageOf(noLogs(paths))
  const leftAlone = opened.passedOver.length + logs.leftAlone
  if (leftAlone > 0) environment.stderr(`${counted(leftAlone, 'file')} left alone, no log of sign-ins\n`)
  return logs.files
}
