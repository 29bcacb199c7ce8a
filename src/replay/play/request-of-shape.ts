import type { ClientFile } from '../../tenant/tenant-file.ts'
import type { Flow, Protocol } from '../../vocabulary/protocols.ts'
import type { ClientRequest, Purpose, Signals } from '../../vocabulary/requests.ts'
import type { Shape } from '../engine/shape-source.ts'
import { outsideLabel } from '../reduction/address-ranges.ts'
import { otherCountry } from '../reduction/dimensions.ts'
import { programLabel } from '../reduction/expression.ts'
import type { Stage } from './stage.ts'

/** The sign-in that represents a shape, or the data that the log lacks for one. */
export type ShapeRequest =
  | { readonly ok: true; readonly request: ClientRequest }
  /** `network` is where the request came from, if the log of a server says so. */
  | { readonly ok: false; readonly missing: readonly string[]; readonly network?: string }

interface Spoken {
  readonly purpose: Purpose
  readonly protocol: Protocol
  readonly flow: 'modern' | 'basic' | 'password-grant'
  readonly clientAppType: string
}

const basic = (purpose: Purpose, protocol: Protocol, clientAppType = 'other'): Spoken => ({
  purpose,
  protocol,
  flow: 'basic',
  clientAppType,
})
const token = (clientAppType: string, flow: Spoken['flow'] = 'modern'): Spoken => ({
  purpose: 'get-token',
  protocol: 'oauth',
  flow,
  clientAppType,
})

/** The protocol of a client in the log, in our terms. Autodiscover is not a conversation by itself. */
const spoken: Readonly<Partial<Record<string, Spoken>>> = {
  browser: token('browser'),
  modern: token('mobileAppsAndDesktopClients'),
  other: token('other', 'password-grant'),
  'exchange-activesync': basic('read-mail', 'exchange-activesync', 'exchangeActiveSync'),
  'smtp-auth': basic('send-mail', 'smtp-auth'),
  imap4: basic('read-mail', 'imap4'),
  pop3: basic('read-mail', 'pop3'),
  'mapi-http': basic('read-mail', 'mapi-http'),
  'rpc-http': basic('read-mail', 'rpc-http'),
  ews: basic('read-mail', 'ews'),
  oab: basic('open-address-book', 'oab'),
  'outlook-service': basic('read-mail', 'outlook-service'),
  'remote-powershell': basic('administer', 'remote-powershell'),
  'reporting-web-services': basic('administer', 'reporting-web-services'),
}

function spokenBy({ client, protocol }: Shape['values']): Spoken | undefined {
  const found = spoken[client]
  return found?.flow === 'modern' && protocol === 'ropc' ? { ...found, flow: 'password-grant' } : found
}

/** A client by its capabilities: the log records the protocol, but not the program. */
function clientFile({ client, platform }: Shape['values'], { purpose, protocol, flow }: Spoken): ClientFile {
  const known = isMapped(platform) ? platform : 'any'
  // Clients of one name are one client.
  const byGrant = client === 'modern' && flow === 'password-grant' ? ' by password grant' : ''
  return {
    name: `${client}${byGrant} on ${known}`,
    kind: client === 'browser' ? 'browser' : 'script',
    // The words of the platform table are platforms of clients.
    platform: known as NonNullable<ClientFile['platform']>,
    flows: [flow],
    protocols: { [purpose]: [protocol] },
  }
}

/** Whether a shape comes from the log of a server, which records requests and no sign-ins. */
export const isOfServer = ({ values }: Pick<Shape, 'values'>): boolean => values.server !== ''

/** How a client of a server authenticates, in the terms of a tenant file; a browser has a page for it. */
const serverFlows: Readonly<Partial<Record<string, Flow>>> = {
  basic: 'basic',
  digest: 'digest',
  ntlm: 'windows-integrated',
  negotiate: 'windows-integrated',
  kerberos: 'windows-integrated',
  certificate: 'certificate',
  modern: 'modern',
}

function clientOfServer(values: Shape['values'], found: Spoken): ClientFile | undefined {
  const flow = Object.hasOwn(serverFlows, values.authentication) ? serverFlows[values.authentication] : undefined
  return flow === undefined || values.client === 'browser' ? undefined : { ...clientFile(values, found), flows: [flow] }
}

/** The client of a shape by its capabilities; undefined if the log does not record the protocol. */
export function clientOfShape(values: Shape['values']): ClientFile | undefined {
  const found = spokenBy(values)
  if (found === undefined) return undefined
  return isOfServer({ values }) ? clientOfServer(values, found) : clientFile(values, found)
}

/** Whether a table contains the word of the log. */
export const isMapped = (word: string): boolean => word !== '' && !word.startsWith('?')

const optional = (key: keyof Signals, value: string, also = ''): Partial<Signals> =>
  isMapped(value) && value !== also ? { [key]: value } : {}

function countryOf(country: string): Partial<Signals> {
  if (country === '') return {}
  // No named location lists this country, and `ZZ` is not assigned to a country.
  return { country: country === otherCountry ? 'ZZ' : country }
}

/** A second factor carried by the session; one presented in this very sign-in does not count. */
function claimOf({ secondFactor, requirement, issuer }: Shape['values']): Partial<Signals> {
  if (secondFactor === 'provider-claim') return { mfaClaim: 'federated-idp' }
  if (secondFactor === 'claim') return { mfaClaim: issuer === 'federated-idp' ? 'federated-idp' : 'entra-id' }
  return secondFactor !== '' || requirement === 'single' ? { mfaClaim: 'none' } : {}
}

function deviceOf({ device, compliant, trustType }: Shape['values']): Partial<Signals> {
  if (device !== 'known') return {}
  return {
    deviceInfo: {
      ...(isMapped(compliant) ? { isCompliant: compliant } : {}),
      ...(isMapped(trustType) ? { trustType } : {}),
    },
  }
}

/** How the session was transferred from another device; unknown if the log has no such field. */
function transferOf({ transfer, protocol }: Shape['values']): Partial<Signals> {
  if (protocol === 'device-code') return { authenticationFlow: 'deviceCodeFlow' }
  if (protocol === 'transfer') return { authenticationFlow: 'authenticationTransfer' }
  return { authenticationFlow: isMapped(transfer) ? transfer : 'unknown' }
}

function signalsOf(values: Shape['values'], address: string, { clientAppType }: Spoken): Signals {
  return {
    clientAppType,
    ipAddress: address,
    ...optional('devicePlatform', values.platform),
    ...optional('signInRiskLevel', values.signInRisk, 'hidden'),
    ...optional('userRiskLevel', values.userRisk, 'hidden'),
    ...countryOf(values.country),
    ...claimOf(values),
    ...deviceOf(values),
    ...transferOf(values),
  }
}

/** What is not known of a sign-in that therefore cannot be played. */
function missingOf({ class: label, client, range }: Shape['values'], found: Spoken | undefined): readonly string[] {
  return [
    // It is not told as what kind of client the program signs in, and no person's rules apply to it.
    ...(label === programLabel ? ['sign-in of a program'] : []),
    ...(found === undefined ? [client === '' ? 'clientAppUsed' : `clientAppUsed:${client}`] : []),
    ...(range === '' ? ['ipAddress'] : []),
  ]
}

/** A request to a server is not played: it says neither what the client was offered nor what else the person used. */
function requestOfServer(stage: Stage, { range, server }: Shape['values'], outsideAddress: string): ShapeRequest {
  const network = range === '' ? {} : { network: stage.networkAt(addressOf(range, outsideAddress)).name }
  return { ok: false, missing: [`log of ${server}`], ...network }
}

const addressOf = (range: string, outsideAddress: string): string => (range === outsideLabel ? outsideAddress : range)

/** The sign-in that represents a shape, in the staged tenant; by default at the instant at which it was first seen. */
export function requestOfShape(
  stage: Stage,
  { values, first }: Shape,
  outsideAddress: string,
  at = first,
): ShapeRequest {
  const found = spokenBy(values)
  if (isOfServer({ values })) return requestOfServer(stage, values, outsideAddress)
  const missing = missingOf(values, found)
  if (found === undefined || missing.length > 0) return { ok: false, missing }
  const address = addressOf(values.range, outsideAddress)
  const registered = values.device === 'none' ? false : values.device === 'known' ? true : undefined
  const application = values.resourceId === '' ? values.applicationId : values.resourceId
  const request: ClientRequest = {
    user: stage.userOf(values.class, values.userType === 'guest').userPrincipalName,
    client: stage.clientOf(clientFile(values, found), registered).name,
    purpose: found.purpose,
    network: stage.networkAt(address).name,
    at,
    signals: signalsOf(values, address, found),
    ...(found.purpose === 'get-token' && application !== '' ? { application } : {}),
  }
  return { ok: true, request }
}
