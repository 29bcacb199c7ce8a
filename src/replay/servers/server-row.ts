import type { RecordField } from '../reduction/record-field.ts'

/** The formats of logs that servers in an own data center write. */
export type ServerFormat = 'http-proxy' | 'iis' | 'event-xml' | 'event-csv'

/** The fields that such a log has. */
export const serverFields = [
  'id',
  'time',
  'userName',
  'applicationId',
  'application',
  'resource',
  'client',
  'operatingSystem',
  'address',
  'errorCode',
  'server',
  'authentication',
] as const satisfies readonly RecordField[]

/** One request to a server, by field. */
export type ServerRow = Readonly<Partial<Record<(typeof serverFields)[number], string>>>

/** Why a readable record is no request of a person. */
export const leftOutReasons = [
  'request without a person',
  'request of a health mailbox',
  'request that opens no mailbox',
  'event of another source',
  'event that describes another one',
  'event that another one records as well',
  'token for AD FS itself',
  'event of AD FS that records no request for a token',
] as const

/** One of them. */
export type LeftOutReason = (typeof leftOutReasons)[number]

/** What a reader finds in a log, one at a time. */
export type ServerItem =
  | { readonly kind: 'row'; readonly row: ServerRow }
  | { readonly kind: 'broken'; readonly line: number }
  | { readonly kind: 'left out'; readonly reason: LeftOutReason }

/** A record that cannot be read. */
export const broken = (line: number): ServerItem => ({ kind: 'broken', line })
/** A record that is no request of a person. */
export const leftOut = (reason: LeftOutReason): ServerItem => ({ kind: 'left out', reason })

/** The account that Exchange uses to test itself has a name that begins so. */
const healthMailbox = /^(?:[^\\]*\\)?HealthMailbox/i

/** Why requests of a user are none of a person; undefined if they are. */
export function notAPerson(userName: string): ServerItem | undefined {
  if (userName === '' || userName === '-') return leftOut('request without a person')
  return healthMailbox.test(userName) ? leftOut('request of a health mailbox') : undefined
}

const longestProgram = 60
const systems: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Windows Phone|MSFT-WP/, 'Windows Phone'],
  [/Windows|Microsoft Office/, 'Windows'],
  [/iPhone|iPad|iPod|Outlook-iOS\//, 'iOS'],
  [/Android/, 'Android'],
  [/Macintosh|Mac OS|MacOutlook/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** The program and the operating system that a user agent names. */
export function agentFields(agent: string): Pick<ServerRow, 'application' | 'applicationId' | 'operatingSystem'> {
  const outlook = /\bMicrosoft Outlook \d+\.\d+/.exec(agent)?.[0]
  const device = /^Apple-(?:iPhone|iPad|iPod)/.exec(agent)?.[0]
  const first = /^Mozilla\//.test(agent) ? 'browser' : (agent.split('/', 1)[0] ?? '')
  const program = (outlook ?? device ?? first).trim().slice(0, longestProgram)
  // one client of Outlook names two systems in its user agent
  const system = agent.startsWith('Outlook-iOS-Android') ? undefined : systems.find(([pattern]) => pattern.test(agent))
  return { application: program, applicationId: program, operatingSystem: system?.[1] ?? '' }
}

/** The first address of a list, without a zone. */
export const firstAddress = (addresses: string): string => (addresses.split(',', 1)[0] ?? '').trim().replace(/%.*$/, '')

/** The result of a request in the terms of sign-ins: 0 if it got through. */
export const resultOf = (status: string): string => (/^[123]\d\d$/.test(status) ? '0' : status)

/** A line of a log; undefined as its text if it is too long to be one. */
export interface NumberedLine {
  readonly line: number
  readonly text: string | undefined
}

/** The longest line that is read. */
const longestLine = 1024 * 1024

/** The lines of a log by number; of a line that is too long, only its number is kept. */
export function* numberedLines(pieces: Iterable<string>): Generator<NumberedLine> {
  let [rest, line, skipping] = ['', 1, false]
  for (const piece of pieces) {
    const parts = piece.split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      const text = (rest + part).replace(/\r$/, '')
      yield { line, text: skipping || text.length > longestLine ? undefined : text }
      rest = ''
      skipping = false
      line += 1
    }
    if (skipping) continue
    rest += last
    skipping = rest.length > longestLine
    if (skipping) rest = ''
  }
  if (skipping) yield { line, text: undefined }
  else if (rest !== '') yield { line, text: rest.replace(/\r$/, '') }
}
