import type { LogFile } from '../replay/logs/log-file.ts'
import { openLogs } from '../replay/logs/open-logs.ts'
import { counted } from '../vocabulary/counted.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { usageProblem } from './usage.ts'

const formats =
  'a log is JSON of Graph `signIns`, lines of diagnostic settings, or a table of the portal or of Log Analytics, packed by gzip or not'

/** The logs that some paths name; a path that cannot be read, or is no log, ends the command with 2. */
export async function readLogs(environment: Environment, paths: readonly string[]): Promise<readonly LogFile[]> {
  if (environment.reader.inPlace === undefined) throw usageProblem('logs are read from a disk')
  const { files, unreadable, notLogs, passedOver, wide } = openLogs(paths, environment.reader)
  if (unreadable.length > 0) await accepted(environment, { ok: false, diagnostics: unreadable })
  const [other] = notLogs
  if (other !== undefined) throw usageProblem(`no sign-ins that authplan can read in \`${other}\``, formats)
  const [page] = wide
  if (page !== undefined)
    throw usageProblem(`\`${page}\` is a page of JSON in UTF-16`, 'save it as UTF-8, or one record a line')
  if (files.length === 0) throw usageProblem(`no log of sign-ins in \`${paths.join('`, `')}\``, formats)
  if (passedOver.length > 0)
    environment.stderr(`${counted(passedOver.length, 'file')} left alone, no log of sign-ins\n`)
  return files
}
