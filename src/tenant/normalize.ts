import { rolloutNames } from '../catalog/rollout-states.ts'
import { vendorTimeline } from '../catalog/vendor-timeline.ts'
import type { LocatedDocument } from '../source/document/located-document.ts'
import { parseDuration, parseInstant } from '../source/text/parse-values.ts'
import { minuteOfDay } from '../vocabulary/days.ts'
import type { FactName } from '../vocabulary/facts.ts'
import type { Instant } from '../vocabulary/requests.ts'
import { type Assumed, defaultOf } from './assume.ts'
import { certificateModeOf, normalizeAuthenticationMethods } from './authentication-methods-policy.ts'
import { applicationIdsOf } from './conditional-access/application-suites.ts'
import type { AwaitedName } from './conditional-access/awaited-name.ts'
import type { ConditionalAccess } from './conditional-access/model.ts'
import { normalizeCrossTenantAccess } from './cross-tenant-access.ts'
import type { Domain } from './domain.ts'
import { filesBeside } from './files-beside.ts'
import { deepFreeze, present } from './freeze.ts'
import { indexGroups } from './group-membership.ts'
import { applications, assignedIn } from './normalize-applications.ts'
import { normalizeAutodiscover } from './normalize-autodiscover.ts'
import { normalizeClients, normalizeDevices } from './normalize-clients.ts'
import { normalizeDomains, normalizeIdentityProviders, normalizeMfa } from './normalize-identity.ts'
import { normalizeNetworks } from './normalize-networks.ts'
import { normalizeUsers } from './normalize-users.ts'
import { declaredName, normalizeWorkloads } from './normalize-workloads.ts'
import { below, factPaths, originAt, type Place, placed, valueOriginAt } from './place.ts'
import { readingsOfFile } from './readings-of-file.ts'
import { differences } from './same-parts.ts'
import { openSettings } from './settings/disputes.ts'
import { factKeysOf, type PlainValues, plainCopier } from './settings/setting.ts'
import { tenantSettings } from './settings/tenant.ts'
import type { Rollout, Tenant, TenantEvent, Workload } from './tenant.ts'
import type { EventFile, RolloutFile, TenantFile } from './tenant-file.ts'
import type { UserSurroundings } from './user-surroundings.ts'
import { withUsersNamed } from './users-of-clients.ts'

const tenantFacts = factPaths(factKeysOf(tenantSettings))
const copyPlain = plainCopier(tenantSettings)

function rollout(file: RolloutFile): Rollout {
  return present({
    change: file.change,
    state: file.state,
    from: parseInstant(file.from ?? ''),
    until: parseInstant(file.until ?? ''),
  })
}

function homeRealmDiscoveryPolicies(file: TenantFile): Tenant['homeRealmDiscoveryPolicies'] {
  const declared = new Map((file.applications ?? []).map((one) => [one.displayName.toLowerCase(), one.appId]))
  return (file.homeRealmDiscoveryPolicies ?? []).map((one) => ({
    allowCloudPasswordValidation: one.allowCloudPasswordValidation,
    isOrganizationDefault: one.isOrganizationDefault ?? false,
    applications: new Set(
      (one.applications ?? []).flatMap((name) => {
        const appId = declared.get(name.toLowerCase())
        return appId === undefined ? (applicationIdsOf(name) ?? [name.toLowerCase()]) : [appId.toLowerCase()]
      }),
    ),
  }))
}

/** Roll-outs by the name that the vendor timeline has for them. */
function rollouts(file: TenantFile): Tenant['rollouts'] {
  const known = rolloutNames(vendorTimeline)
  const all = (file.rollouts ?? []).map((one) => {
    const change = declaredName(known.keys(), one.change) ?? one.change
    return rollout({ ...one, change, state: known.get(change)?.[one.state]?.stands ?? one.state })
  })
  const byChange = new Map<string, Rollout[]>()
  for (const one of all) byChange.set(one.change, [...(byChange.get(one.change) ?? []), one])
  return byChange
}

function day(file: TenantFile): Tenant['day'] {
  return (file.day ?? [])
    .map(({ at, do: does, client, network }) => ({ minute: minuteOfDay(at) ?? 0, does, client, network }))
    .sort((one, other) => one.minute - other.minute)
}

function event(place: Place, file: EventFile): TenantEvent {
  const { at, type, ...details } = file
  return { at: parseInstant(at) ?? 0, type, origin: originAt(place), details }
}

/** Events in the order of time; those of one instant stay in the order of the file. */
function events(place: Place, file: TenantFile): readonly TenantEvent[] {
  const all = (file.events ?? []).map((one, index) => event(below(place, 'events', index), one))
  return all.sort((one, other) => one.at - other.at)
}

/** Security defaults: as stated; off where policies are enabled, which exclude them; else by the age of the tenant. */
function securityDefaults(
  file: TenantFile,
  { createdAt, asOf }: { readonly createdAt: Instant | undefined; readonly asOf: Instant },
  { policies }: ConditionalAccess,
  assumed: Assumed,
): boolean | undefined {
  const stated = typeof file.securityDefaults === 'object' ? file.securityDefaults.isEnabled : file.securityDefaults
  if (stated !== undefined) return stated
  const areExcluded = policies.some((policy) => policy.state === 'enabled')
  if (openSettings(file).has('securityDefaults') && !areExcluded) return undefined
  const found = defaultOf('securityDefaults', createdAt)
  const first = parseInstant(found?.tenantsCreatedFrom ?? defaultOf('securityDefaults', asOf)?.tenantsCreatedFrom ?? '')
  assumed.securityDefaults = 'default-security-defaults'
  if (areExcluded) return false
  if (found !== undefined) return true
  const before = first === undefined || (createdAt !== undefined && createdAt < first)
  if (before) return false
  assumed.securityDefaults = 'default-security-defaults-of-unknown-age'
  return undefined
}

const lowerNames = (workloads: ReadonlyMap<string, Workload>): ReadonlyMap<string, string> =>
  new Map(
    [...workloads.values()].flatMap((one) =>
      [...one.authenticationPolicies.keys()].map((name) => [name.toLowerCase(), name] as const),
    ),
  )

/** What users of the tenant have in common, for users of the file and of a population next to it. */
export function surroundingsOf(
  file: TenantFile,
  domains: ReadonlyMap<string, Domain>,
  workloads: ReadonlyMap<string, Workload>,
): UserSurroundings {
  const certificateMode = certificateModeOf(file.authenticationMethodsPolicy)
  return {
    domains,
    groups: indexGroups(file.groups ?? []),
    groupsDeclared: file.groups !== undefined,
    syncDeclared: file.directorySync !== undefined,
    assigned: assignedIn(file),
    authenticationPolicies: lowerNames(workloads),
    ...(certificateMode === undefined ? {} : { certificateMode }),
  }
}

function population(place: Place, file: TenantFile, awaited: readonly AwaitedName[]): Tenant['population'] {
  if (file.users === undefined || !('from' in file.users)) return undefined
  const files = filesBeside(file.users).map(({ name, path }) => ({
    name,
    origin: valueOriginAt(below(place, 'users', ...path)),
  }))
  const users = files.slice(0, file.users.memberships === undefined ? undefined : -1)
  const from = users.map(({ name }) => name).join(', ')
  return present({ from, files: users, memberships: files[users.length], awaited })
}

/** What the file says about the tenant itself. */
function ownFacts(file: TenantFile, createdAt: Instant | undefined) {
  const plain: PlainValues<typeof tenantSettings> = {}
  copyPlain(plain, file)
  return {
    ...plain,
    name: file.name,
    asOf: parseInstant(file.asOf) ?? 0,
    cloud: file.cloud ?? ('worldwide' as const),
    createdAt,
    licences: file.licences === undefined ? undefined : new Set(file.licences),
    authenticationMethods: normalizeAuthenticationMethods(file.authenticationMethodsPolicy),
    crossTenantAccess: normalizeCrossTenantAccess(file.crossTenantAccess),
    activeSyncWithOAuthCountsAs: file.conditionalAccess?.activeSyncWithOAuthCountsAs,
    homeRealmDiscoveryPolicies: homeRealmDiscoveryPolicies(file),
    rollouts: rollouts(file),
    day: day(file),
    blockMsolPowerShell: file.authorizationPolicy?.blockMsolPowerShell ?? false,
    entraKerberos: file.directorySync?.entraKerberosServer,
    entraKerberosForPrivileged: file.directorySync?.entraKerberosForPrivileged,
    syncDelay: parseDuration(file.directorySync?.delay ?? ''),
    clientsDeclared: file.clients !== undefined,
    securityDefaultsInDispute: openSettings(file).has('securityDefaults') || undefined,
  }
}

/** The tenant that a checked file declares: names resolved, documented defaults filled in, frozen. */
export function normalize(file: TenantFile, ...read: Read): Tenant {
  const readings = readingsOfFile(file)
  const statedInDispute = (file.exportsDisagreeOn ?? []).map(({ setting }) => setting.join(' · '))
  if (readings === 'too many') return deepFreeze({ ...tenantOf(file, [], ...read), readings: [], statedInDispute })
  const others = readings.map((one) => tenantOf(one, [], ...read))
  const around = others.map(({ surroundings }) => surroundings)
  const tenant = tenantOf(file, around, ...read)
  if (others.length === 0) return deepFreeze(tenant)
  return deepFreeze({
    ...tenant,
    statedInDispute,
    readings: others.map((one) => differences(tenant, one, ['users', 'surroundings'])),
  })
}

/** What was read besides the file itself. */
type Read = readonly [document: LocatedDocument, conditionalAccess: ConditionalAccess, awaited: readonly AwaitedName[]]

/** The tenant that a file states; around its users is what else may be meant. */
function tenantOf(
  file: TenantFile,
  readings: readonly UserSurroundings[],
  ...[document, conditionalAccess, awaited]: Read
): Tenant {
  const place: Place = { document, path: [] }
  const own = ownFacts(file, parseInstant(file.createdDateTime ?? ''))
  const identityProviders = normalizeIdentityProviders(place, file)
  const domains = normalizeDomains(place, file, identityProviders)
  const workloads = normalizeWorkloads(place, file, own.createdAt, own.asOf)
  const stated = surroundingsOf(file, domains, workloads)
  const surroundings = readings.length === 0 ? stated : { ...stated, readings }
  const users = normalizeUsers(place, file, surroundings)
  const devices = normalizeDevices(place, file)
  const clients = withUsersNamed(normalizeClients(place, file, devices), users)
  const assumed: Partial<Record<FactName, string>> = {}
  return present({
    ...placed(place, file, tenantFacts),
    assumed,
    ...own,
    file: document.source.name,
    domains,
    identityProviders,
    multifactorAuthentication: normalizeMfa(place, file.multifactorAuthentication),
    securityDefaults: securityDefaults(file, own, conditionalAccess, assumed),
    conditionalAccess,
    workloads,
    autodiscover: file.autodiscover && normalizeAutodiscover(below(place, 'autodiscover'), file.autodiscover),
    networks: normalizeNetworks(place, file, conditionalAccess),
    devices,
    clients,
    users,
    population: population(place, file, awaited),
    surroundings,
    applications: applications(place, file),
    events: events(place, file),
  })
}
