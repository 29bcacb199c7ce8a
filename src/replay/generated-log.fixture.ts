import { createHash } from 'node:crypto'
import { populationOf } from '../analysis/population/population.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { ClientRequest, Signals } from '../vocabulary/requests.ts'
import type { Shape } from './engine/shape-source.ts'
import { requestOfShape } from './play/request-of-shape.ts'
import { stageOf } from './play/stage.ts'
import { everyDimension } from './reduction/dimensions.ts'

/** One record as Graph writes it; a test changes what it likes. */
export type LogRecord = Record<string, unknown> & { id: string; createdDateTime: string; userPrincipalName: string }

/** What a generated sign-in is made of, in the log's words. */
interface Draw {
  readonly user: string
  readonly clientAppUsed: string
  readonly operatingSystem: string
  readonly ipAddress: string
  readonly country: string
  readonly device: 'compliant' | 'joined' | 'none'
  readonly resource: readonly [id: string, name: string]
  readonly at: number
}

/** Numbers from 0 to 1 that follow from the seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const resources = [
  ['00000003-0000-0ff1-ce00-000000000000', 'Office 365 SharePoint Online'],
  ['00000003-0000-0000-c000-000000000000', 'Microsoft Graph'],
  ['cc15fd57-2c6c-4117-a88c-83b1d56b4bbe', 'Microsoft Teams Services'],
] as const
const exchange = ['00000002-0000-0ff1-ce00-000000000000', 'Office 365 Exchange Online'] as const
const clients = [
  'Browser',
  'Mobile Apps and Desktop clients',
  'Browser',
  'Mobile Apps and Desktop clients',
  'IMAP4',
  'Exchange ActiveSync',
]
const systems = ['Windows 10', 'Windows10', 'Ios 17.4', 'MacOs', 'Android']
const addresses = ['198.51.100.20', '2001:db8:1::7', '192.0.2.55']

const guid = (text: string): string => {
  const digits = createHash('sha256').update(text).digest('hex')
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-')
}

function firstAddress(range: string): string {
  return range.split('/')[0]?.replace(/\.0$/, '.9') ?? range
}

function draws(tenant: Tenant, seed: number, count: number): readonly Draw[] {
  const next = seeded(seed)
  const pick = <T>(all: readonly T[]): T => {
    const found = all[Math.floor(next() * all.length)]
    if (found === undefined) throw new Error('nothing to draw from')
    return found
  }
  const people = [...tenant.users.values()].filter(({ kind }) => kind === 'user').map((user) => user.userPrincipalName)
  const own = [...tenant.networks.values()].flatMap(({ ranges }) => ranges.map(firstAddress))
  return Array.from({ length: count }, (_, index) => {
    const clientAppUsed = pick(clients)
    const legacy = clientAppUsed === 'IMAP4' || clientAppUsed === 'Exchange ActiveSync'
    return {
      user: pick(people),
      clientAppUsed,
      operatingSystem: pick(systems),
      ipAddress: pick([...addresses, ...own]),
      country: pick(['DE', 'US', 'FR']),
      device: legacy ? 'none' : pick(['compliant', 'joined', 'none'] as const),
      resource: legacy ? exchange : pick(resources),
      at: tenant.asOf + index * 3_600_000,
    }
  })
}

const devices = {
  compliant: { deviceId: 'd1', isCompliant: true, trustType: 'Azure AD joined' },
  joined: { deviceId: 'd2', isCompliant: false, trustType: 'Hybrid Azure AD joined' },
  none: { deviceId: '', isCompliant: false, trustType: '' },
} as const

/** The record before anything is known of its end. */
function openRecord(tenant: Tenant, draw: Draw, index: number): LogRecord {
  const user = tenant.users.get(draw.user)
  return {
    id: guid(`record ${index}`),
    createdDateTime: new Date(draw.at).toISOString().replace('.000Z', 'Z'),
    userDisplayName: user?.displayName ?? draw.user,
    userPrincipalName: draw.user,
    userId: user?.id ?? guid(draw.user),
    userType: 'member',
    appId: guid(draw.clientAppUsed),
    appDisplayName: `App ${draw.clientAppUsed}`,
    resourceId: draw.resource[0],
    resourceDisplayName: draw.resource[1],
    ipAddress: draw.ipAddress,
    clientAppUsed: draw.clientAppUsed,
    authenticationProtocol: 'none',
    originalTransferMethod: 'none',
    tokenIssuerType: 'AzureAD',
    riskLevelDuringSignIn: 'none',
    riskLevelAggregated: 'none',
    deviceDetail: { ...devices[draw.device], operatingSystem: draw.operatingSystem, browser: '' },
    location: { countryOrRegion: draw.country },
  }
}

/** What the reduction makes of one draw, written by hand: the end of the record is left open. */
function openShape(draw: Draw): Shape {
  const device = devices[draw.device]
  const platform = ({ W: 'windows', I: 'iOS', M: 'macOS', A: 'android' } as const)[draw.operatingSystem.charAt(0)] ?? ''
  const client =
    { Browser: 'browser', IMAP4: 'imap4', 'Exchange ActiveSync': 'exchange-activesync' }[draw.clientAppUsed] ?? 'modern'
  const known: Partial<Shape['values']> = {
    client,
    platform,
    resourceId: draw.resource[0],
    range: draw.ipAddress,
    country: draw.country,
    device: device.deviceId === '' ? 'none' : 'known',
    compliant: device.isCompliant ? 'True' : 'False',
    trustType: { compliant: 'AzureAD', joined: 'ServerAD', none: '' }[draw.device],
    signInRisk: 'none',
    userRisk: 'none',
    requirement: 'single',
    transfer: 'none',
  }
  // Every dimension has a value.
  const values = everyDimension((name) => known[name] ?? '')
  return {
    index: 0,
    values,
    signIns: 1,
    people: 1,
    first: draw.at,
    last: draw.at,
    witness: '',
    application: '',
    resource: '',
  }
}

/** What the log says of a sign-in that ended so: the person gives the second factor that is asked for. */
function endOf(trace: Trace): Record<string, unknown> {
  const verdict = verdictOf(trace)
  const inside = verdict.kind === 'signs-in'
  const asked = inside && (verdict.secondFactor === 'asked' || verdict.secondFactor === 'registration-required')
  const code = 'error' in verdict ? Number(verdict.error?.replace('AADSTS', '')) : 53003
  const policies = (trace.policyOutcomes ?? []).map(({ id, policy, result }) => ({
    id: id ?? policy,
    displayName: policy,
    enforcedGrantControls: [],
    result: inside && result === 'failure' ? 'success' : result === 'unknown' ? 'notApplied' : result,
  }))
  return {
    status: { errorCode: inside ? 0 : Number.isNaN(code) ? 53003 : code, additionalDetails: null },
    authenticationRequirement: asked ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    authenticationDetails: asked
      ? [{ authenticationStepResultDetail: 'MFA completed in Azure AD', succeeded: true }]
      : [],
    appliedConditionalAccessPolicies: policies,
    conditionalAccessStatus: 'success',
  }
}

/** Sign-ins of a tenant's people as the simulator ends them, in the log's words; what is undetermined is left out. */
export function generatedLog(tenant: Tenant, seed: number, count: number, more: Signals = {}): readonly LogRecord[] {
  const read = populationOf(tenant, undefined, { people: [...tenant.users.keys()] })
  if (!read.ok) throw new Error('no people')
  const stage = stageOf(read.value)
  const label = new Map(read.value.classes.map(({ index, representative }) => [representative, `${index}`]))
  const drawn = draws(tenant, seed, count).flatMap((draw, index) => {
    const shape = openShape(draw)
    const found = requestOfShape(
      stage,
      { ...shape, values: { ...shape.values, class: label.get(draw.user) ?? '' } },
      '198.51.100.77',
    )
    const request: ClientRequest | undefined = found.ok
      ? { ...found.request, signals: { ...found.request.signals, ipAddress: draw.ipAddress, ...more } }
      : undefined
    return request === undefined ? [] : [{ draw, index, request }]
  })
  const staged = stage.tenant()
  return drawn.flatMap(({ draw, index, request }) => {
    const trace = simulateSession(staged, request).find(({ request: { leg } }) => leg === 'token' || leg === 'mailbox')
    if (trace === undefined || verdictOf(trace).kind === 'undetermined') return []
    return [{ ...openRecord(tenant, draw, index), ...endOf(trace) }]
  })
}

/** The log of the library's feature: two sign-ins in it were not ended by the policies of the tenant file. */
export function libraryLog(tenant: Tenant): readonly LogRecord[] {
  return generatedLog(tenant, 7, 40).map((one, index) =>
    index === 11 || index === 23
      ? { ...one, status: { errorCode: 53001, additionalDetails: null }, conditionalAccessStatus: 'failure' }
      : one,
  )
}

/** A page of Graph. */
export const graphPage = (records: readonly LogRecord[]): string =>
  JSON.stringify({ '@odata.context': 'https://graph.microsoft.com/beta/$metadata#auditLogs/signIns', value: records })
/** One record a line. */
export const jsonLines = (records: readonly LogRecord[]): string =>
  records.map((one) => `${JSON.stringify(one)}\n`).join('')
/** Lines of diagnostic settings. */
export const diagnosticLines = (records: readonly LogRecord[]): string =>
  records
    .map(
      (properties) => `${JSON.stringify({ time: properties.createdDateTime, category: 'SignInLogs', properties })}\n`,
    )
    .join('')
