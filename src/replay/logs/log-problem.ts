import type { OpenedLogs } from './open-logs.ts'

/** Why logs could not be read, in words for their owner. */
export interface LogsProblem {
  readonly message: string
  readonly help?: string
}

const formats =
  'a log is JSON of Graph `signIns`, lines of diagnostic settings, or a table of the portal or of Log Analytics, packed by gzip or not, or in Parquet; or a log of a server: HttpProxy of Exchange, W3C of IIS, or security events of AD FS'

/** A file without sign-ins. */
export const noSignIns = (name: string): LogsProblem => ({
  message: `no sign-ins that authplan can read in \`${name}\``,
  help: formats,
})

/** Paths without a log. */
export const noLogs = (paths: readonly string[]): LogsProblem => ({
  message: `no log of sign-ins in \`${paths.join('`, `')}\``,
  help: formats,
})

/** Why the named files cannot be read as logs, if one of them cannot; unreadable ones have diagnostics of their own. */
export function problemOfLogs({ notLogs, wide, bigEndian }: OpenedLogs): LogsProblem | undefined {
  const [[other], [page], [reversed]] = [notLogs, wide, bigEndian]
  if (other !== undefined) return noSignIns(other)
  if (page !== undefined)
    return { message: `\`${page}\` is a page of JSON in UTF-16`, help: 'save it as UTF-8, or one record a line' }
  return reversed === undefined
    ? undefined
    : { message: `\`${reversed}\` is in UTF-16 with the higher byte first`, help: 'save it as UTF-8' }
}
