import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import type { DescribedLogs } from './engine/duckdb-parquet.ts'
import { problemInLogs } from './engine/engine-problem.ts'
import type { LogFile } from './logs/log-file.ts'
import { type LogsProblem, noLogs, noSignIns, problemOfLogs } from './logs/log-problem.ts'
import { openLogs } from './logs/open-logs.ts'

/** The logs that some paths name, or why there are none. */
export type LogsToRead =
  | {
      readonly ok: true
      readonly files: readonly LogFile[]
      /** How many files below the named folders are no logs. */
      readonly leftAlone: number
    }
  | { readonly ok: false; readonly unreadable: readonly Diagnostic[] }
  | { readonly ok: false; readonly unreadable?: undefined; readonly problem: LogsProblem }

/** Asks an engine for the columns of files in Parquet. */
export type Describe = (files: readonly LogFile[]) => Promise<DescribedLogs>

async function described(files: readonly LogFile[], describe: Describe): Promise<DescribedLogs | LogsProblem> {
  if (!files.some(({ shape }) => shape.kind === 'parquet')) return { files, notLogs: [] }
  try {
    return await describe(files)
  } catch (thrown) {
    const problem = problemInLogs(thrown, files)
    if (problem === undefined) throw thrown
    return problem
  }
}

/**
 * Opens logs: files, folders or patterns. A path that cannot be read, or that is named and no log, is refused; below a
 * folder such a file is left alone.
 */
export async function logsToRead(
  paths: readonly string[],
  reader: SourceReader,
  describe: Describe,
): Promise<LogsToRead> {
  if (reader.inPlace === undefined) return { ok: false, problem: { message: 'logs are read from a disk' } }
  const opened = openLogs(paths, reader)
  if (opened.unreadable.length > 0) return { ok: false, unreadable: opened.unreadable }
  const problem = problemOfLogs(opened)
  if (problem !== undefined) return { ok: false, problem }
  const found = await described(opened.files, describe)
  if ('message' in found) return { ok: false, problem: found }
  const named = found.notLogs.find(({ name }) => paths.includes(name))
  if (named !== undefined) return { ok: false, problem: noSignIns(named.name) }
  if (found.files.length === 0) return { ok: false, problem: noLogs(paths) }
  return { ok: true, files: found.files, leftAlone: opened.passedOver.length + found.notLogs.length }
}
