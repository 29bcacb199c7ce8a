import { breakInstants, changesBetween } from '../../analysis/compare/time-differences.ts'
import type { Client } from '../../catalog/client.ts'
import { clients } from '../../catalog/clients.ts'
import type { Network, Tenant } from '../../tenant/tenant.ts'
import type { ClientFile } from '../../tenant/tenant-file.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import type { CountedPeople, Shape, ShapeSource } from '../engine/shape-source.ts'
import type { StagedShapes } from '../play/play-shapes.ts'
import { predict } from '../play/predict.ts'
import { recordedOf } from '../play/recorded.ts'
import { clientOfShape, isMapped, isOfServer } from '../play/request-of-shape.ts'

/**
 * How a client in a log authenticates: with a password that it sends itself, or through the vendor's sign-in page; and
 * as the log of a server says it.
 */
export const authentications = [
  'basic',
  'password grant',
  'device code',
  'digest',
  'ntlm',
  'negotiate',
  'kerberos',
  'forms',
  'password',
  'certificate',
  'modern',
  'unknown',
] as const

/** One of them; policies and the vendor block the first three first. */
export type Authentication = (typeof authentications)[number]

/** When the vendor will block sign-ins that work today, and the rule for it. */
export interface VendorEnd {
  readonly at: Instant
  readonly rule: string
}

/** A client that occurs in a log, as precisely as the log identifies it. */
export interface ClientInUse {
  /** The server whose log it is; absent for the log of the vendor. */
  readonly server?: string
  readonly application: string
  readonly applicationId: string
  /** The protocol, in our terms; an unknown word of the log starts with `?`. */
  readonly spoke: string
  readonly platform: string
  readonly authentication: Authentication
  /**
   * The clients of the catalog with this application id on this platform; the client is identified if there is exactly
   * one.
   */
  readonly catalog: readonly string[]
  readonly signIns: number
  /** Number of successful sign-ins. */
  readonly succeeded: number
  readonly people: CountedPeople
  readonly first: Instant
  readonly last: Instant
  readonly ends?: VendorEnd
  /** The client by its capabilities; absent if the log does not record the protocol. */
  readonly file?: ClientFile
  readonly shapes: readonly number[]
}

/** The clients of a log, sorted by oldest authentication, then by most use. */
export interface Inventory {
  readonly clients: readonly ClientInUse[]
  /** Networks of the tenant file that people signed in from, and whether others signed in from elsewhere. */
  readonly networks: readonly Network[]
  readonly elsewhere: boolean
}

const catalog: readonly Pick<Client, 'id' | 'appId' | 'platform'>[] = clients
const endOfTime = Date.UTC(9999, 0)

function authenticationOf({ values }: Shape): Authentication {
  if (isOfServer({ values })) return authentications.find((one) => one === values.authentication) ?? 'unknown'
  if (values.protocol === 'device-code' || values.transfer === 'deviceCodeFlow') return 'device code'
  const flow = clientOfShape(values)?.flows?.[0]
  if (flow === undefined) return 'unknown'
  return flow === 'password-grant' ? 'password grant' : flow === 'basic' ? 'basic' : 'modern'
}

/** Clients of the catalog with an application id; those of other platforms only if the log records no platform. */
function candidates({ applicationId, platform, client, server }: Shape['values']): readonly string[] {
  if (applicationId === '' || client === 'browser' || server !== '') return []
  const same = catalog.filter(({ appId }) => appId?.toLowerCase() === applicationId)
  const here = same.filter((one) => !isMapped(platform) || one.platform === platform || one.platform === 'any')
  return here.map(({ id }) => id)
}

interface Playable {
  readonly shape: Shape
  readonly request: ClientRequest | undefined
}

const keyOf = (shape: Shape): string => {
  const { applicationId, client, platform, server } = shape.values
  return JSON.stringify([applicationId, client, platform, server, authenticationOf(shape)])
}

/** The first instant at which a vendor change blocks one of the sign-ins that worked until then. */
function endOf(tenant: Tenant, playable: readonly Playable[], instants: readonly Instant[]): VendorEnd | undefined {
  const requests = new Map<string, ClientRequest>()
  for (const { request } of playable) {
    if (request === undefined) continue
    const { at: _, ...rest } = request
    requests.set(JSON.stringify(rest), request)
  }
  const working = [...requests.values()].filter((request) => predict(tenant, request).end !== 'blocked')
  for (const at of instants)
    for (const request of working) {
      const { end, verdict } = predict(tenant, { ...request, at })
      if (end === 'blocked' && 'rule' in verdict) return { at, rule: verdict.rule }
    }
  return undefined
}

function rowOf(
  tenant: Tenant,
  playable: readonly Playable[],
  instants: readonly Instant[],
): Omit<ClientInUse, 'people'> {
  const shapes = playable.map(({ shape }) => shape)
  const [most] = shapes.toSorted((one, other) => other.signIns - one.signIns)
  if (most === undefined) throw new Error('a client without sign-ins')
  const through = playable.filter(({ shape }) => ['success', 'asked'].includes(recordedOf(shape).end))
  const sum = (all: readonly Playable[]): number => all.reduce((total, { shape }) => total + shape.signIns, 0)
  const ends = endOf(tenant, through, instants)
  const file = clientOfShape(most.values)
  const { server } = most.values
  return {
    ...(server !== '' && { server }),
    application: most.application,
    applicationId: server === '' ? most.values.applicationId : '',
    spoke: most.values.client,
    platform: most.values.platform,
    authentication: authenticationOf(most),
    catalog: candidates(most.values),
    signIns: sum(playable),
    succeeded: sum(through),
    first: Math.min(...shapes.map(({ first }) => first)),
    last: Math.max(...shapes.map(({ last }) => last)),
    ...(ends && { ends }),
    ...(file && { file }),
    shapes: shapes.map(({ index }) => index),
  }
}

const rank = ({ authentication }: Pick<ClientInUse, 'authentication'>): number =>
  authentications.indexOf(authentication)

/** Which clients, protocols and authentications occur in a log, and how later dates of the vendor affect them. */
export async function inventoryOf({ tenant, shapes }: StagedShapes, source: ShapeSource): Promise<Inventory> {
  const groups = new Map<string, Playable[]>()
  const networks = new Set<string>()
  for (const { shape, request } of shapes) {
    const network = request.ok ? request.request.network : request.network
    if (network !== undefined) networks.add(network)
    const one = { shape, request: request.ok ? request.request : undefined }
    const known = groups.get(keyOf(shape))
    if (known === undefined) groups.set(keyOf(shape), [one])
    else known.push(one)
  }
  const last = shapes.reduce((latest, { shape }) => Math.max(latest, shape.last), 0)
  const instants = breakInstants(tenant, last, endOfTime).filter((at) => changesBetween(tenant, at - 1, at).length > 0)
  const rows = [...groups.values()].map((playable) => rowOf(tenant, playable, instants))
  const counts = await source.countPeople(rows.map((row) => row.shapes))
  const inUse = rows.map((row, index): ClientInUse => ({ ...row, people: counts[index] ?? { people: 0 } }))
  inUse.sort((one, other) => rank(one) - rank(other) || other.signIns - one.signIns)
  const declared = [...networks].flatMap((name) => {
    const network = tenant.networks.get(name)
    return network !== undefined && network.ranges.length > 0 ? [network] : []
  })
  return { clients: inUse, networks: declared, elsewhere: declared.length < networks.size }
}
