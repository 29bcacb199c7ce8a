import type { DomainFile } from '../tenant/settings/domains.ts'
import type { NetworkFile, TenantFile } from '../tenant/tenant-file.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { CoverageEntry } from './coverage.ts'
import { assumed } from './coverage.ts'

/** Assumed values for parts that every sign-in needs and no export contains. */
export interface Placeholders {
  readonly parts: Pick<TenantFile, 'domains' | 'networks' | 'workloads' | 'users'>
  readonly coverage: readonly CoverageEntry[]
}

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(isMapping(value) ? Object.entries(value).map(([key, part]) => [key.toLowerCase(), part]) : [])

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function rangesOf(location: ReadonlyMap<string, unknown>): readonly string[] {
  return listOf(location.get('ipranges')).flatMap((range) => {
    const address = typeof range === 'string' ? range : fieldsOf(range).get('cidraddress')
    return typeof address === 'string' && address.trim() !== '' ? [address.trim()] : []
  })
}

/** Trusted locations as networks of the tenant, except those that an export states already. */
function trustedNetworks({ conditionalAccess, networks }: Partial<TenantFile>): readonly NetworkFile[] {
  const known = new Set((networks ?? []).map(({ name }) => name.toLowerCase()))
  return (conditionalAccess?.namedLocations ?? []).flatMap((location): readonly NetworkFile[] => {
    const fields = fieldsOf(location)
    const [name, ranges] = [`${fields.get('displayname') ?? ''}`.trim(), rangesOf(fields)]
    if (`${fields.get('istrusted')}`.toLowerCase() !== 'true' || name === '' || ranges.length === 0) return []
    if (name.toLowerCase() === 'internet' || known.has(name.toLowerCase())) return []
    known.add(name.toLowerCase())
    return [{ name, ranges }]
  })
}

/** Besides networks with addresses there is a place of which neither address nor country is known. */
function networksOf(stated: readonly NetworkFile[], trusted: readonly NetworkFile[]): readonly NetworkFile[] {
  const hasInternet = stated.some(({ name }) => name.toLowerCase() === 'internet')
  return [...stated, ...trusted, ...(hasInternet ? [] : [{ name: 'internet' }])]
}

const outside =
  'a trusted location, assumed to be outside of the corporate network: set `insideCorporateNetwork: true` if domain controllers are reachable from it'

const stranger = 'someone'

/** A user without groups or roles, for exports that contain no user. */
function anyUser(domains: readonly DomainFile[]): Pick<Placeholders['parts'], 'domains' | 'users'> {
  const home = domains.find(({ isDefault }) => isDefault === true) ?? domains[0]
  const name = home?.name ?? 'example.com'
  return {
    ...(home === undefined
      ? { domains: [{ name, authenticationType: 'managed', managedSignIn: 'cloud-only' } as const] }
      : {}),
    users: [{ userPrincipalName: `${stranger}@${name}`, displayName: 'Someone', groups: [], roles: [] }],
  }
}

const services = ['exchange-online', 'sharepoint-online', 'teams'] as const

/** Placeholders that make it possible to evaluate policies for sign-ins. */
export function placeholders(file: Partial<TenantFile>): Placeholders {
  const hasUsers = Array.isArray(file.users) ? file.users.length > 0 : file.users !== undefined
  const hasServices = Object.keys(file.workloads ?? {}).length > 0
  const trusted = trustedNetworks(file)
  return {
    parts: {
      networks: networksOf(file.networks ?? [], trusted),
      ...(hasServices ? {} : { workloads: Object.fromEntries(services.map((service) => [service, {}])) }),
      ...(hasUsers ? {} : anyUser(file.domains ?? [])),
    },
    coverage: [
      assumed('network', 'internet', 'a place with no known address or country'),
      ...trusted.map(({ name }) => assumed('network', name, outside)),
      ...(hasServices
        ? []
        : [assumed('workloads', services.join(', '), 'the exports do not state which services are in use, or how')]),
      ...(hasUsers ? [] : [assumed('user', stranger, 'represents all users without groups and roles: Get-MgUser')]),
    ],
  }
}
