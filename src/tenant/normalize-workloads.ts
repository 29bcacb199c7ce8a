import type { DocumentPath } from '../source/document/located-document.ts'
import { type WorkloadName, workloadNames } from '../vocabulary/actors.ts'
import type { FactName, FactValue } from '../vocabulary/facts.ts'
import type { Origin } from '../vocabulary/origin.ts'
import { own } from '../vocabulary/own.ts'
import type { Flow, Protocol } from '../vocabulary/protocols.ts'
import type { Instant } from '../vocabulary/requests.ts'
import { type Assumed, statedOr } from './assume.ts'
import { present } from './freeze.ts'
import { below, factPaths, type Place, placed } from './place.ts'
import { openSettings } from './settings/disputes.ts'
import { isSwitchOpen } from './settings/exchange-online.ts'
import { readingsOfWorkload } from './settings/readings-of-workload.ts'
import { factKeysOf, factsOf } from './settings/setting.ts'
import { anyWorkloadSettings } from './settings/workloads.ts'
import type { AuthenticationPolicy, Workload } from './tenant.ts'
import type { AuthenticationPolicyFile, TenantFile, WorkloadFile } from './tenant-file.ts'

const { modernAuthentication: _switch, ...factKeys } = factKeysOf(anyWorkloadSettings)
const workloadFacts = factPaths(factKeys)

/** The switches for modern authentication, the products' own before ours. */
const modernKeys = switchesFor('modernAuthentication')

/** The switch in force for the place of the fact: the product's own comes before ours. */
const modernFacts = new Map(modernKeys.map((key) => [key, factPaths({ modernAuthentication: key })]))

/** The settings of workloads that state a fact, the plain one that is named like the fact last. */
function switchesFor(fact: FactName): readonly (keyof typeof anyWorkloadSettings)[] {
  // The keys of the table are exactly the union.
  const keys = Object.keys(anyWorkloadSettings) as (keyof typeof anyWorkloadSettings)[]
  const stating = keys.filter((key) => factsOf(anyWorkloadSettings[key]).includes(fact))
  return [...stating.filter((key) => key !== fact), ...stating.filter((key) => key === fact)]
}

const structural = new Set([
  'exportsDisagree',
  'servers',
  'authenticationPolicies',
  'authenticationMethods',
  'modernAuthentication',
  'modernAuthority',
])

const flowsOfMethods: Readonly<Record<string, Flow>> = {
  Basic: 'basic',
  Digest: 'digest',
  Negotiate: 'windows-integrated',
  Kerberos: 'windows-integrated',
  NTLM: 'windows-integrated',
  Ntlm: 'windows-integrated',
  OAuth: 'modern',
  Certificate: 'certificate',
}

/** Tenants made from here on have modern authentication on from the start. */
const onFromTheStart = Date.UTC(2017, 7, 1)

/** A tenant that is looked at before the defaults changed is older than the change, whenever it was made. */
function bornBefore(asOf: Instant): Instant | undefined {
  return asOf < onFromTheStart ? asOf : undefined
}

type Stated = (
  file: WorkloadFile,
  assumed: Assumed,
  createdAt: Instant | undefined,
  asOf?: Instant,
) => boolean | undefined

/** From here on Outlook has nothing but modern authentication, and the default of the cmdlet is that of any tenant. */
const basicGone = Date.UTC(2023, 0, 1)

const stated: { readonly [Name in WorkloadName]?: Stated } = {
  'exchange-online': (file, assumed, createdAt, asOf) => {
    if (isSwitchOpen(file)) return undefined
    const said = file.OAuth2ClientProfileEnabled ?? file.modernAuthentication
    const ofAge = 'exchangeOnline.OAuth2ClientProfileEnabled'
    const old = createdAt === undefined || createdAt < onFromTheStart
    const setting = old && asOf !== undefined && asOf >= basicGone ? 'OAuth2ClientProfileEnabled' : ofAge
    return statedOr(said, setting, 'modernAuthentication', assumed, createdAt)
  },
  'exchange-server': (file, assumed) => {
    if (isSwitchOpen(file)) return undefined
    const said = file.OAuth2ClientProfileEnabled ?? file.modernAuthentication
    const named = file.modernAuthority !== undefined && file.modernAuthority !== 'none'
    if (said === undefined && named) return undefined
    return statedOr(said, 'exchangeServer.hybridModernAuthentication', 'modernAuthentication', assumed)
  },
  'skype-for-business-online': (file, assumed, createdAt) => {
    const override = file['ClientAdalAuthOverride']
    if (override === 'Allowed' || override === 'Disallowed') return override === 'Allowed'
    if (file.modernAuthentication !== undefined) return file.modernAuthentication
    const setting = 'skypeForBusinessOnline.ClientAdalAuthOverride'
    const value = statedOr<string>(undefined, setting, 'modernAuthentication', assumed, createdAt)
    return value === undefined ? undefined : value === 'Allowed'
  },
  'skype-for-business-server': (file, assumed) => {
    const server = file['ClientAuthorizationOAuthServerIdentity'] !== undefined
    const named = file.modernAuthority !== undefined && file.modernAuthority !== 'none'
    const said = file.modernAuthentication ?? (server || named ? true : undefined)
    if (said !== undefined) return said
    const setting = 'skypeForBusinessServer.ClientAuthorizationOAuthServerIdentity'
    statedOr<string>(undefined, setting, 'modernAuthentication', assumed)
    return false
  },
  vpn: () => false,
  'remote-desktop-gateway': () => false,
  'azure-files': () => false,
  'file-server': () => false,
  'sql-server': () => false,
  'sharepoint-server': () => false,
  'remote-computer': () => false,
  'joined-computer': () => true,
  'domain-services': () => false,
  'sharepoint-online': (file, assumed) =>
    statedOr(file.modernAuthentication, 'sharePointOnline.modernAuthentication', 'modernAuthentication', assumed),
}

/** The issuer of tokens that the settings of a server name. */
export function authorityOf(file: WorkloadFile): FactValue<'modernAuthority'> | undefined {
  if (file.modernAuthority !== undefined) return file.modernAuthority
  const server = file['ClientAuthorizationOAuthServerIdentity']
  if (typeof server !== 'string') return undefined
  if (/evosts/i.test(server)) return 'entra-id'
  return /adfs|ad fs|ad-fs/i.test(server) ? 'ad-fs' : undefined
}

function policyOf(file: AuthenticationPolicyFile): AuthenticationPolicy {
  const switches: Record<string, boolean> = {}
  for (const [name, value] of Object.entries(file)) if (typeof value === 'boolean') switches[name] = value
  return { origins: {}, assumed: {}, name: file.name, switches }
}

/** The declared name that a text means, case ignored. */
export function declaredName(names: Iterable<string>, text: string): string | undefined {
  const wanted = text.toLowerCase()
  for (const name of names) if (name.toLowerCase() === wanted) return name
  return undefined
}

function offeredFlows(file: WorkloadFile): Workload['offeredFlows'] {
  if (file.authenticationMethods === undefined) return undefined
  const offered: Partial<Record<Protocol | 'default', readonly Flow[]>> = {}
  for (const [protocol, methods] of Object.entries(file.authenticationMethods)) {
    const flows = methods.flatMap((method) => own(flowsOfMethods, method) ?? [])
    // A key is a protocol or `default`: the check of names has seen to it.
    offered[protocol as Protocol | 'default'] = [...new Set(flows)]
  }
  return offered
}

function workload(
  place: Place,
  name: WorkloadName,
  file: WorkloadFile,
  createdAt: Instant | undefined,
  asOf: Instant,
): Workload {
  const assumed: Assumed = {}
  const find = stated[name]
  const modern = find === undefined ? true : find(file, assumed, createdAt ?? bornBefore(asOf), asOf)
  const modernKey = modernKeys.find((key) => file[key] !== undefined)
  const policies = (file.authenticationPolicies ?? []).map((one, index) => ({
    ...policyOf(one),
    ...placed(below(place, 'authenticationPolicies', index), one, []),
  }))
  const byName = new Map(policies.map((one) => [one.name, one]))
  const facts = [...workloadFacts, ...(modernKey === undefined ? [] : (modernFacts.get(modernKey) ?? []))]
  const settings = Object.entries(file).filter(([key]) => !structural.has(key))
  const readings = readingsOfWorkload(file)
  for (const fact of factsInDispute(file)) delete assumed[fact]
  return present({
    ...placed(place, file, facts),
    assumed,
    name,
    servers: file.servers ?? [],
    modernAuthentication: modern === undefined ? undefined : modern ? 'on' : 'off',
    modernAuthority: authorityOf(file) ?? (modern === false ? 'none' : undefined),
    authenticationPolicies: byName,
    defaultAuthenticationPolicy: declaredName(byName.keys(), file.DefaultAuthenticationPolicy ?? ''),
    settings: Object.fromEntries(settings),
    offeredFlows: offeredFlows(file),
    readings: readings.length === 0 ? undefined : readings.map((one) => workload(place, name, one, createdAt, asOf)),
  } as const)
}

/** The facts that settings in dispute state, about which no default says anything. */
const factsInDispute = (file: WorkloadFile): readonly FactName[] =>
  [...openSettings(file)].flatMap((key) => factsOf(own(anyWorkloadSettings, key) ?? {}))

/** The workloads that the tenant has. */
export function normalizeWorkloads(
  place: Place,
  file: TenantFile,
  createdAt: Instant | undefined,
  asOf: Instant,
): ReadonlyMap<WorkloadName, Workload> {
  const declared = file.workloads ?? {}
  return new Map(
    workloadNames.flatMap((name) => {
      const one = declared[name]
      return one === undefined
        ? []
        : [[name, workload(below(place, 'workloads', name), name, one, createdAt, asOf)] as const]
    }),
  )
}

/** Modern authentication of a workload as far as its own switches say. */
export function modernAuthenticationOf(name: WorkloadName, file: WorkloadFile): 'on' | 'off' | undefined {
  if (!modernKeys.some((key) => file[key] !== undefined)) return undefined
  const said = stated[name]?.(file, {}, undefined)
  return said === undefined ? undefined : said ? 'on' : 'off'
}

/** A workload after some of its switches were changed. */
export function restatedWorkload(before: Workload, settings: WorkloadFile, origin: Origin | undefined): Workload {
  const modern = modernAuthenticationOf(before.name, settings)
  const authority = authorityOf(settings)
  const named = settings.DefaultAuthenticationPolicy
  const policies = settings.authenticationPolicies?.map((one): [string, AuthenticationPolicy] => [
    one.name,
    { ...policyOf(one), ...(origin && { origin }) },
  ])
  const authenticationPolicies = policies === undefined ? before.authenticationPolicies : new Map(policies)
  // A policy that is declared no longer is nobody's default.
  const policy = declaredName(authenticationPolicies.keys(), named ?? before.defaultAuthenticationPolicy ?? '')
  const { defaultAuthenticationPolicy: _before, ...rest } = before
  const kept = Object.entries(settings).filter(([key]) => !structural.has(key))
  const origins: Partial<Record<FactName, Origin>> = { ...before.origins }
  const changed = [...workloadFacts, ...modernKeys.flatMap((key) => modernFacts.get(key) ?? [])]
  const stated = new Set<DocumentPath[number]>(Object.keys(settings))
  for (const [fact, [key]] of changed) if (origin && key !== undefined && stated.has(key)) origins[fact] = origin
  const assumed = { ...before.assumed }
  if (modern !== undefined) delete assumed.modernAuthentication
  return {
    ...rest,
    origins,
    assumed,
    ...(modern === undefined ? {} : { modernAuthentication: modern }),
    ...(authority === undefined ? {} : { modernAuthority: authority }),
    ...(policy === undefined ? {} : { defaultAuthenticationPolicy: policy }),
    ...(settings.servers === undefined ? {} : { servers: settings.servers }),
    ...(settings.authenticationMethods === undefined ? {} : { offeredFlows: offeredFlows(settings) ?? {} }),
    authenticationPolicies,
    settings: { ...before.settings, ...Object.fromEntries(kept) },
    ...(before.readings && { readings: before.readings.map((one) => restatedWorkload(one, settings, origin)) }),
  }
}
