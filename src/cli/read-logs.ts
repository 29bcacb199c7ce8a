import { describeParquet } from '../replay/engine/duckdb-parquet.ts'
import type { LogFile } from '../replay/logs/log-file.ts'
import { openLogs } from '../replay/logs/open-logs.ts'
import { counted } from '../vocabulary/counted.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { engineForLogs, problemOfEngine } from './replay-engine.ts'
import { usageProblem } from './usage.ts'

const formats =
  'a log is JSON of Graph `signIns`, lines of diagnostic settings, or a table of the portal or of Log Analytics, packed by gzip or not, or in Parquet'

const noSignIns = (name: string): Error => usageProblem(`no sign-ins that authplan can read in \`${name}\``, formats)

/** Files in Parquet with their columns; one without sign-ins is refused if it was named, and left alone below a folder. */
async function described(files: readonly LogFile[], paths: readonly string[]) {
  if (!files.some(({ shape }) => shape.kind === 'parquet')) return { files, leftAlone: 0 }
  const engine = await engineForLogs()
  try {
    const found = await describeParquet(engine, files)
    const named = found.notLogs.find(({ name }) => paths.includes(name))
    if (named !== undefined) throw noSignIns(named.name)
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
  const { files, unreadable, notLogs, passedOver, wide } = openLogs(paths, environment.reader)
  if (unreadable.length > 0) await accepted(environment, { ok: false, diagnostics: unreadable })
  const [other] = notLogs
  if (other !== undefined) throw noSignIns(other)
  const [page] = wide
  if (page !== undefined)
    throw usageProblem(`\`${page}\` is a page of JSON in UTF-16`, 'save it as UTF-8, or one record a line')
  const logs = await described(files, paths)
  if (logs.files.length === 0) throw usageProblem(`no log of sign-ins in \`${paths.join('`, `')}\``, formats)
  const leftAlone = passedOver.length + logs.leftAlone
  if (leftAlone > 0) environment.stderr(`${counted(leftAlone, 'file')} left alone, no log of sign-ins\n`)
  return logs.files
}
