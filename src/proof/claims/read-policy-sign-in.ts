import { deviceStates, type KnownDevice } from '../../analysis/claims/device-states.ts'
import type { ClaimKey } from '../../analysis/claims/keys.ts'
import { kindsOfClientType } from '../../analysis/claims/kinds-of-clients.ts'
import { kindsOfPeople, membershipOf } from '../../analysis/claims/kinds-of-people.ts'
import { nothing, only, type Reading } from '../../analysis/claims/reading.ts'
import { workloadOf } from '../../catalog/workloads.ts'
import { devicePropertyOf } from '../../simulate/conditional-access/judge-device.ts'
import type { PolicyPrincipal, PolicySignIn } from '../../simulate/conditional-access/sign-in.ts'
import { parseCidr } from '../../source/text/parse-cidr.ts'
import { parseRange, rangeContains } from '../../tenant/conditional-access/address-range.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import type { WorkloadName } from '../../vocabulary/actors.ts'
import { workloadNames } from '../../vocabulary/actors.ts'
import { type ClientAppType, clientAppTypes } from '../../vocabulary/policies.ts'
import type { DimensionName } from '../atom.ts'

type Read = (signIn: PolicySignIn, tenant: Tenant) => Reading

/** A user whom the file does not declare has none of the properties that only a file can set. */
function userOf(principal: PolicyPrincipal): User {
  // The predicates for kinds of people read only these properties and those of every principal.
  return { service: false, emergencyAccess: false, ...principal } as User
}

function people({ principal }: PolicySignIn): Reading {
  const user = userOf(principal)
  const judged = kindsOfPeople.map((kind) => ({ kind, is: kind.includes(user) }))
  const open = judged.filter(({ is }) => is === undefined)
  const values = judged.flatMap(({ kind, is }) => (is === true ? [kind.id] : []))
  if (open.length === 0) return { values }
  const missing = open.map(({ kind }) => `${kind.missing} of ${principal.userPrincipalName}`)
  return { values, maybe: { values: open.map(({ kind }) => kind.id), missing } }
}

const isClientAppType = (text: string | undefined): text is ClientAppType => clientAppTypes.some((one) => one === text)

function clientKind({ clientAppType, devicePlatform, principal }: PolicySignIn): Reading {
  if (principal.kind === 'service-principal' || !isClientAppType(clientAppType)) return nothing
  const known = kindsOfClientType(clientAppType, devicePlatform)
  // An unknown platform is neither a mobile nor a desktop platform.
  return devicePlatform === 'unknown' ? { values: known.values } : known
}

function knownDevice({ device }: PolicySignIn): KnownDevice | undefined {
  if (device === 'unregistered') return { compliant: 'no', trustType: 'none', outsideDomain: true }
  if (device === undefined) return undefined
  const compliance = devicePropertyOf(device, 'iscompliant')
  return {
    compliant: compliance === undefined ? 'open' : compliance === 'true' ? 'yes' : 'no',
    trustType: devicePropertyOf(device, 'trusttype'),
    outsideDomain: false,
  }
}

function device(signIn: PolicySignIn): Reading {
  const known = knownDevice(signIn)
  if (known === undefined) return nothing
  const of = (truth: string): readonly string[] =>
    deviceStates.filter(({ holds }) => holds(known) === truth).map(({ id }) => id)
  const open = of('open')
  return open.length === 0
    ? { values: of('yes') }
    : { values: of('yes'), maybe: { values: open, missing: ['deviceInfo'] } }
}

const isWithin = (address: string, ranges: readonly string[]): boolean => {
  const parsed = parseRange(address)
  return (
    parsed !== undefined &&
    ranges.some((range) => {
      const known = parseCidr(range) === undefined ? undefined : parseRange(range)
      return known !== undefined && rangeContains(known, parsed)
    })
  )
}

/** Whether an address represents all addresses outside of every named range, some of which belong to no network. */
const isElsewhere = (address: string, { networks, conditionalAccess }: Tenant): boolean =>
  ![...networks.values(), ...(conditionalAccess.namedLocations ?? [])].some(({ ranges }) => isWithin(address, ranges))

function network({ location }: PolicySignIn, tenant: Tenant): Reading {
  const address = location?.addresses?.[0]
  if (address === undefined) return nothing
  const all = [...tenant.networks.values()]
  const holding = all.filter(({ ranges }) => isWithin(address, ranges)).map(({ name }) => name)
  const unlisted = all.filter(({ ranges }) => ranges.length === 0)
  if (holding.length > 0 || unlisted.length === 0) return { values: holding }
  // Addresses outside of every range belong to the outside network without ranges; an inside network without ranges can
  // be anywhere.
  const outside = isElsewhere(address, tenant) ? unlisted.filter(({ inside }) => !inside).map(({ name }) => name) : []
  const missing = unlisted.map(({ name }) => `egress addresses of ${name}`)
  return { values: outside, maybe: { values: unlisted.map(({ name }) => name), missing } }
}

function place({ location }: PolicySignIn, tenant: Tenant): Reading {
  const address = location?.addresses?.[0]
  if (address === undefined) return nothing
  const inside = [...tenant.networks.values()].filter((one) => one.inside)
  if (inside.some(({ ranges }) => isWithin(address, ranges))) return only('inside')
  const unlisted = inside.filter(({ ranges }) => ranges.length === 0)
  if (unlisted.length === 0) return only('outside')
  const missing = unlisted.map(({ name }) => `egress addresses of ${name}`)
  if (isElsewhere(address, tenant)) return { values: ['outside'], maybe: { values: ['inside'], missing } }
  return { values: [], maybe: { values: ['inside', 'outside'], missing } }
}

const appIdOf = (name: WorkloadName): string | undefined => workloadOf(name).appId?.toLowerCase()

function relyingParty({ target }: PolicySignIn): Reading {
  if (!('applications' in target)) return nothing
  return {
    values: workloadNames.filter((name) => target.applications.some((id) => id.toLowerCase() === appIdOf(name))),
  }
}

const purposeOf = {
  registerSecurityInformation: 'register-for-mfa',
  registerOrJoinDevices: 'register-device',
} as const

/** The claim keys that policies alone can determine, with the dimension of each. */
const keys: { readonly [Key in ClaimKey]?: { readonly dimension: DimensionName; readonly read: Read } } = {
  people: { dimension: 'people', read: people },
  user: { dimension: 'people', read: ({ principal }) => only(principal.userPrincipalName) },
  group: { dimension: 'people', read: ({ principal }) => membershipOf(userOf(principal), 'groups') },
  role: { dimension: 'people', read: ({ principal }) => membershipOf(userOf(principal), 'roles') },
  'client-kind': { dimension: 'client', read: clientKind },
  platform: { dimension: 'platform', read: ({ devicePlatform }) => only(devicePlatform) },
  device: { dimension: 'device', read: device },
  network: { dimension: 'location', read: network },
  place: { dimension: 'location', read: place },
  'relying-party': { dimension: 'target', read: relyingParty },
  application: {
    dimension: 'target',
    read: ({ target }) => ('applications' in target ? { values: target.applications } : nothing),
  },
  purpose: {
    dimension: 'target',
    read: ({ target }) => ('userAction' in target ? only(purposeOf[target.userAction]) : nothing),
  },
}

/** The dimension of a key; undefined if policies alone cannot determine it. */
export const dimensionOf = (key: ClaimKey): DimensionName | undefined => keys[key]?.dimension

/** The values of such a key in a sign-in. */
export const readPolicySignIn = (key: ClaimKey, signIn: PolicySignIn, tenant: Tenant): Reading =>
  keys[key]?.read(signIn, tenant) ?? nothing

/**
 * Whether policies alone can determine a value of a key: an on-premises service has no app id, and most purposes have
 * no action.
 */
export function isDecidedByPolicies(key: ClaimKey, value: string): boolean {
  if (key === 'relying-party') return workloadNames.some((name) => name === value && appIdOf(name) !== undefined)
  if (key === 'purpose') return Object.values(purposeOf).some((one) => one === value)
  return dimensionOf(key) !== undefined
}
