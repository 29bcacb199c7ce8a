import { proxyHeading } from '../servers/http-proxy.ts'
import { iisHeading } from '../servers/iis.ts'
import { isEventTable } from '../servers/security-log.ts'
import type { FileHead, LogShape } from './log-file.ts'
import { columnsOf, isSignInTable } from './portal-columns.ts'

const graphFields = /"(?:createdDateTime|clientAppUsed|appliedConditionalAccessPolicies|signInEventTypes)"\s*:/
const powerShellFields = /"(?:CreatedDateTime|ClientAppUsed|AppliedConditionalAccessPolicies)"\s*:/
const logAnalyticsFields = /"(?:TimeGenerated|ConditionalAccessPolicies|ResourceIdentity)"\s*:/
const aboutSignIns = /"(?:appDisplayName|AppDisplayName|clientAppUsed|ClientAppUsed|appId|AppId)"\s*:/

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether there is one object per line; a file with a single line is read as one object. */
function isLines({ text, whole }: FileHead): boolean {
  const end = text.indexOf('\n')
  if (end === -1) return false
  const [first = '', second = ''] = [text.slice(0, end), text.slice(end + 1).trimStart()]
  if (isJson(first)) return second !== '' || !whole
  if (!second.startsWith('{') || !first.trim().startsWith('{') || first.length <= 1) return false
  // A broken first line is not conclusive; the second one is, if it is complete: a list of objects has commas there.
  const next = second.indexOf('\n')
  return next === -1 ? !/\[\s*$/.test(first) : isJson(second.slice(0, next))
}

function jsonShape(head: FileHead): LogShape | undefined {
  const { text } = head
  if (!aboutSignIns.test(text)) return undefined
  const names = logAnalyticsFields.test(text)
    ? 'log-analytics'
    : graphFields.test(text)
      ? 'graph'
      : powerShellFields.test(text)
        ? 'powershell'
        : undefined
  if (names === undefined) return undefined
  const enveloped = names === 'graph' && /"properties"\s*:\s*\{/.test(text) && /"category"\s*:/.test(text)
  const list = /^[^[\]]*"(value|records)"\s*:\s*\[/.exec(text)?.[1]
  const lines = text.trimStart().startsWith('{') && isLines(head)
  return {
    kind: 'json',
    lines,
    enveloped,
    names,
    ...(list === 'value' || list === 'records' ? { list } : {}),
  }
}

/** The cells of a header line; a quoted cell may contain the delimiter. */
function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells =
    line.match(new RegExp(`"(?:[^"]|"")*"|[^${delimiter}]+|(?<=${delimiter}|^)(?=${delimiter}|$)`, 'g')) ?? []
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}

function csvShape({ text }: FileHead): LogShape | undefined {
  const [line = ''] = text.split(/\r?\n/, 1)
  const delimiter = [',', ';', '\t'].find((one) => line.includes(one))
  if (delimiter === undefined || line.length > 20_000) return undefined
  const columns = columnsOf(cellsOf(line, delimiter).map((name) => ({ name })))
  return isSignInTable(columns) ? { kind: 'csv', delimiter, columns } : undefined
}

/** The log of a server: it names its columns in one of the first lines, or consists of events. */
function serverShape({ text }: FileHead): LogShape | undefined {
  if (text.trimStart().startsWith('<'))
    return /<Event\s+xmlns=["']http:\/\/schemas\.microsoft\.com\/win\/2004\/08\/events\/event["']/.test(text)
      ? { kind: 'server', format: 'event-xml' }
      : undefined
  const lines = text.split(/\r?\n/, 20)
  if (lines.some((line) => proxyHeading.test(line))) return { kind: 'server', format: 'http-proxy' }
  if (lines.some((line) => iisHeading.test(line))) return { kind: 'server', format: 'iis' }
  return isEventTable(cellsOf(lines[0] ?? '', ',')) ? { kind: 'server', format: 'event-csv' } : undefined
}

/** Whether a file is Parquet, by its first bytes; see https://parquet.apache.org/docs/file-format/. */
export const isParquet = (start: Uint8Array): boolean => new TextDecoder().decode(start.subarray(0, 4)) === 'PAR1'

/** The format of a sign-in file, recognized by its start; undefined if it is not a known one. */
export function recognizeLog(head: FileHead): LogShape | undefined {
  const text = head.text.replace(/^\uFEFF/, '')
  const trimmed = text.trimStart()
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return jsonShape({ ...head, text })
  return csvShape({ ...head, text }) ?? serverShape({ ...head, text })
}
