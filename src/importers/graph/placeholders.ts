import type { DomainFile } from '../../tenant/settings/domains.ts'
import type { NetworkFile, TenantFile } from '../../tenant/tenant-file.ts'
import type { CoverageEntry } from '../coverage.ts'
import { flagIn, type GraphObject, listIn, nameOf, ofKind, sortedObjects, textIn } from './collect.ts'

/** Parts without which no sign-in can be played and which exports of Graph do not hold, each an assumption. */
export interface Placeholders {
  readonly parts: Pick<TenantFile, 'domains' | 'networks' | 'workloads' | 'users'>
  readonly coverage: readonly CoverageEntry[]
}

const assumed = (kind: string, name: string, note: string): CoverageEntry => ({
  source: '',
  kind,
  name,
  status: 'assumed',
  note,
})

/** Trusted locations are networks of the tenant; of any other place neither address nor country is known. */
function networksOf(objects: readonly GraphObject[]): readonly NetworkFile[] {
  const trusted = sortedObjects(ofKind(objects, 'named location')).flatMap((object): readonly NetworkFile[] => {
    if (flagIn(object.fields, 'istrusted') !== true) return []
    const ranges = listIn(object.fields, 'ipranges').flatMap((range) => textIn(range, 'cidraddress') ?? [])
    const name = nameOf(object)
    return ranges.length === 0 || name.toLowerCase() === 'internet' ? [] : [{ name, ranges }]
  })
  const known = new Set<string>()
  const distinct = trusted.filter(({ name }) => !known.has(name.toLowerCase()) && known.add(name.toLowerCase()))
  return [...distinct, { name: 'internet' }]
}

const stranger = 'somebody'

/** Somebody without groups and roles, where the exports hold no user at all. */
function somebody(domains: readonly DomainFile[]): Pick<Placeholders['parts'], 'domains' | 'users'> {
  const home = domains.find(({ isDefault }) => isDefault === true) ?? domains[0]
  const name = home?.name ?? 'example.com'
  return {
    ...(home === undefined
      ? { domains: [{ name, authenticationType: 'managed', managedSignIn: 'cloud-only' } as const] }
      : {}),
    users: [{ userPrincipalName: `${stranger}@${name}`, displayName: 'Somebody', groups: [], roles: [] }],
  }
}

/** What stands in so that policies can be tried on sign-ins. */
export function placeholders(
  objects: readonly GraphObject[],
  domains: readonly DomainFile[],
  hasUsers: boolean,
): Placeholders {
  const networks = networksOf(objects)
  const services = ['exchange-online', 'sharepoint-online', 'teams'] as const
  return {
    parts: {
      networks,
      workloads: Object.fromEntries(services.map((service) => [service, {}])),
      ...(hasUsers ? {} : somebody(domains)),
    },
    coverage: [
      assumed('network', 'internet', 'a place of which neither address nor country is known'),
      assumed('workloads', services.join(', '), 'exports of Graph do not tell which services are in use, and how'),
      ...(hasUsers ? [] : [assumed('user', stranger, 'stands in for everybody without groups and roles: Get-MgUser')]),
    ],
  }
}
