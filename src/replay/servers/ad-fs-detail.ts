import type { SecurityEvent } from './security-event.ts'
import {
  agentFields,
  broken,
  firstAddress,
  leftOut,
  notAPerson,
  type ServerItem,
  type ServerRow,
} from './server-row.ts'

/** Who asked for a token, and how, as far as an event says it. */
export interface Caller {
  readonly userName?: string
  readonly address?: string
  readonly agent?: string
  readonly client?: string
  readonly authentication?: string
}

/** What one audit of AD FS says: all about a request, or a part that others complete. */
export type AuditItem =
  | ServerItem
  /** 1200, 1201 and 1203, which have everything. */
  | { readonly kind: 'request'; readonly activity: string; readonly item: ServerItem }
  /** A token that was issued or was not, without the person. */
  | { readonly kind: 'token'; readonly instance: string; readonly activity: string; readonly row: ServerRow }
  /** The person of a token, and what is known of the request; the claims of the caller come before those issued. */
  | { readonly kind: 'claims'; readonly instance: string; readonly caller: Caller; readonly issued: boolean }
  /** A request over HTTP, without a person. */
  | { readonly kind: 'page'; readonly activity: string; readonly caller: Caller }
  /** A refused credential, without what it was for. */
  | { readonly kind: 'refused'; readonly activity: string; readonly row: ServerRow }

/**
 * Which events there are: https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-health-agent-install.
 * The order of their values: https://github.com/microsoft/adfsToolbox, in `eventsModule`.
 */
const describing: ReadonlySet<string> = new Set(['404', '410', '412', '413', '502', '503', '510'])

const guids = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

/** The first id in a text; empty if there is none, or one of zeros, which is the id of no request. */
export function activityOf(text: string): string {
  const [found = ''] = text.match(guids) ?? []
  return /[1-9a-f]/i.test(found) ? found.toLowerCase() : ''
}

/** The ids of an event: that of its own group of events, and that of the request. */
function idsOf({ data, message }: SecurityEvent): readonly [instance: string, activity: string] {
  const [instance = '', activity = ''] = data.length > 0 ? data : (message.match(guids) ?? [])
  return [activityOf(instance), activityOf(activity)]
}

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).map((line) => line.trim())

/** What follows a label in a message, on its line or on the next one that is not empty. */
const labeled = (message: string, label: string): string | undefined =>
  new RegExp(`${label}:\\s*(\\S[^\\r\\n]*)`).exec(message)?.[1]?.trim()

const plain = (value: string | undefined): string => (value === undefined || value === '-' ? '' : value)

/** The last line of the message of a token names the relying party after a label. */
function relyingPartyOf({ event, data, message }: SecurityEvent): string {
  const value = data[event === '299' ? 2 : 3]
  return plain(
    value ??
      linesOf(message)
        .findLast((line) => line !== '')
        ?.replace(/^[^:]*:\s*/, ''),
  )
}

/** The default identifier of the service itself, for which the first of two tokens of a passive request is issued. */
const itself = /^https?:\/\/[^/]+\/adfs\/services\/trust\/?$/i

function tokenOf(event: SecurityEvent, line: number): AuditItem {
  const [instance, activity] = idsOf(event)
  const resource = relyingPartyOf(event)
  if (instance === '' || event.time === '' || resource === '') return broken(line)
  if (itself.test(resource)) return leftOut('token for AD FS itself')
  const row = { id: instance, time: event.time, resource, errorCode: event.event === '299' ? '0' : event.event }
  return { kind: 'token', instance, activity, row: { ...row, server: 'ad-fs' } }
}

const microsoft = 'schemas.microsoft.com/2012/01/requestcontext/claims/'
/**
 * Types of claims, the better ones first. Those of the request:
 * https://learn.microsoft.com/windows-server/identity/ad-fs/operations/ad-fs-claims-types.
 */
const claimTypes: Readonly<Record<keyof Caller, readonly string[]>> = {
  userName: [
    'schemas.xmlsoap.org/ws/2005/05/identity/claims/upn',
    'schemas.xmlsoap.org/claims/UPN',
    'schemas.xmlsoap.org/ws/2005/05/identity/claims/implicitupn',
    'schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname',
    'schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  ],
  address: [`${microsoft}x-ms-forwarded-client-ip`, `${microsoft}x-ms-client-ip`],
  agent: [`${microsoft}x-ms-client-user-agent`],
  client: [`${microsoft}x-ms-endpoint-absolute-path`],
  authentication: ['schemas.microsoft.com/ws/2008/06/identity/claims/authenticationmethod'],
}

/** A path of the service that only one protocol has; the page for browsers is that of two. */
function protocolOf(path: string): string {
  const lower = path.toLowerCase()
  if (lower.startsWith('/adfs/services/trust/')) return 'wstrust'
  return lower.startsWith('/adfs/oauth2') ? 'oauth' : ''
}

/** Types and values of claims: values of the event, or lines of its message, alternate. */
function callerOf({ data, message }: SecurityEvent): Caller {
  const texts = data.length > 0 ? data.slice(1) : linesOf(message).filter((line) => line !== '')
  const claim = (name: keyof Caller): string => {
    for (const type of claimTypes[name]) {
      const at = texts.findIndex((text) => text.replace(/^https?:\/\//i, '') === type)
      const value = plain(at === -1 ? undefined : texts[at + 1])
      if (value !== '') return value
    }
    return ''
  }
  return {
    userName: claim('userName'),
    address: firstAddress(claim('address')),
    agent: claim('agent'),
    client: protocolOf(claim('client')),
    authentication: claim('authentication'),
  }
}

function claimsOf(event: SecurityEvent, line: number): AuditItem {
  const [instance] = idsOf(event)
  if (instance === '') return broken(line)
  return { kind: 'claims', instance, caller: callerOf(event), issued: event.event === '500' }
}

function pageOf(event: SecurityEvent): AuditItem {
  const { data, message } = event
  const address = plain(data[3] ?? labeled(message, 'Client IP'))
  const agent = plain(data[9] ?? labeled(message, 'User Agent'))
  return { kind: 'page', activity: idsOf(event)[1], caller: { address: firstAddress(address), agent } }
}

/**
 * A password that was refused: the error is the name, a hyphen and a sentence. See
 * https://learn.microsoft.com/troubleshoot/azure/active-directory/account-lockout-adfs-window-server.
 */
function refusedOf({ id, time, data, message }: SecurityEvent, line: number): AuditItem {
  const type = data[1] ?? labeled(message, 'Token Type')
  if (time === '' || type === undefined) return broken(line)
  if (!type.endsWith('/tokens/UserName')) return leftOut('request without a person')
  const error = data[2] ?? labeled(message, 'Error message') ?? ''
  const [first = '', ...more] = error.split(/\s+/)
  const userName = plain(more.length === 0 ? first : first.replace(/-[^-]*$/, ''))
  const other = notAPerson(userName)
  if (other !== undefined) return other
  const activity = activityOf(data[0] ?? message)
  const address = firstAddress(plain(data[4] ?? labeled(message, 'Client IP')))
  const row = { id, time, userName, ...agentFields(''), address, errorCode: '411', server: 'ad-fs' }
  return { kind: 'refused', activity, row }
}

/** What an audit of the more detailed level says, of which several make one request. */
export function itemOfDetail(event: SecurityEvent, line: number): AuditItem {
  switch (event.event) {
    case '299':
    case '324':
      return tokenOf(event, line)
    case '500':
    case '501':
      return claimsOf(event, line)
    case '403':
      return pageOf(event)
    case '411':
      return refusedOf(event, line)
    default:
      return leftOut(
        describing.has(event.event)
          ? 'event that describes another one'
          : 'event of AD FS that records no request for a token',
      )
  }
}
