import { type AuditItem, activityOf, itemOfDetail } from './ad-fs-detail.ts'
import { type SecurityEvent, withoutReferences } from './security-event.ts'
import { agentFields, broken, firstAddress, leftOut, notAPerson } from './server-row.ts'

/** The source of the audits of AD FS. */
const auditing = /^AD FS(?: 2\.0)? Auditing$/i
/**
 * 1200 issued a token, 1201 did not, 1203 refused a credential; 1202 accepted a credential for a request that has a
 * 1200 of its own. The page is the citation of `serverWords`.
 */
const requests: ReadonlySet<string> = new Set(['1200', '1201', '1203'])

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

/** An audit that has everything about a request in one event. */
function itemOfRequest({ id, event, time, message, data }: SecurityEvent, line: number): AuditItem {
  const start = message.indexOf('<AuditBase')
  if (start === -1 || time === '') return broken(line)
  const audit = message.slice(start)
  const userName = textIn(audit, 'UserId')
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
  const activity = activityOf(data[0] ?? message.slice(0, start))
  return { kind: 'request', activity, item: notAPerson(userName) ?? { kind: 'row', row } }
}

/** What an event says of a request for a token, by itself or together with others. */
export function itemOfEvent(event: SecurityEvent, line: number): AuditItem {
  if (!auditing.test(event.source)) return leftOut('event of another source')
  if (requests.has(event.event)) return itemOfRequest(event, line)
  if (event.event === '1202') return leftOut('event that another one records as well')
  return itemOfDetail(event, line)
}
