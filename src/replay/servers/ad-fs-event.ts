import { agentFields, broken, firstAddress, leftOut, notAPerson, type ServerItem } from './server-row.ts'

/** An event of the security log, as far as it is read. */
export interface SecurityEvent {
  readonly id: string
  readonly event: string
  readonly source: string
  readonly time: string
  /** The text that contains the audit in XML. */
  readonly message: string
}

/** The source of the audits of AD FS. */
const auditing = /^AD FS(?: 2\.0)? Auditing$/i

/**
 * 1200 issued a token, 1201 did not, 1203 refused a credential; 1202 accepted a credential for a request that has a
 * 1200 of its own. The page is the citation of `serverWords`.
 */
const requests: ReadonlySet<string> = new Set(['1200', '1201', '1203'])

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Decodes the predefined references of XML and numeric ones; leaves everything else as it is. */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:([a-z]{2,4})|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (all, name, decimal, hex) => {
    if (name !== undefined) return Object.hasOwn(characters, name) ? (characters[name] ?? all) : all
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

const tags = [
  'ErrorCode',
  'RelyingParty',
  'UserId',
  'PrimaryAuth',
  'AuthProtocol',
  'IpAddress',
  'UserAgentString',
] as const
const patterns = Object.fromEntries(tags.map((tag) => [tag, new RegExp(`<${tag}>([^<]*)</${tag}>`)])) as Readonly<
  Record<(typeof tags)[number], RegExp>
>

function textIn(audit: string, tag: (typeof tags)[number]): string {
  const value = withoutReferences(patterns[tag].exec(audit)?.[1] ?? '').trim()
  return value === 'N/A' ? '' : value
}

/** The request for a token that an event records. */
export function itemOfEvent({ id, event, source, time, message }: SecurityEvent, line: number): ServerItem {
  if (!auditing.test(source)) return leftOut('event of another source')
  if (!requests.has(event)) return leftOut('event other than 1200, 1201 and 1203')
  const start = message.indexOf('<AuditBase')
  if (start === -1 || time === '') return broken(line)
  const audit = message.slice(start)
  const userName = textIn(audit, 'UserId')
  const other = notAPerson(userName)
  if (other !== undefined) return other
  const row = {
    id,
    time,
    userName,
    ...agentFields(textIn(audit, 'UserAgentString')),
    resource: textIn(audit, 'RelyingParty'),
    client: textIn(audit, 'AuthProtocol'),
    address: firstAddress(textIn(audit, 'IpAddress')),
    errorCode: event === '1200' ? '0' : textIn(audit, 'ErrorCode') || event,
    server: 'ad-fs',
    authentication: textIn(audit, 'PrimaryAuth'),
  }
  return { kind: 'row', row }
}
