import { inSuite } from '../catalog/applications.ts'
import type { FactValue } from '../vocabulary/facts.ts'
import { isDirectoryId } from './conditional-access/documented-words.ts'
import type { CrossTenantEntry } from './cross-tenant-access.ts'
import type { AccessFile, PartnerFile, TargetsFile } from './settings/cross-tenant-access.ts'
import type { Tenant, User } from './tenant.ts'

type Entry = FactValue<'crossTenant'>

const endpointOf = {
  worldwide: 'microsoftonline.com',
  'us-government': 'microsoftonline.us',
  '21Vianet': 'partner.microsoftonline.cn',
} as const

/**
 * Whether targets are let through; undefined where they name users or groups of a directory that is not declared, and
 * where either the targets or the access type is not stated.
 */
function lets(rule: TargetsFile | null | undefined, hit: (target: string) => boolean | undefined): boolean | undefined {
  if (rule?.accessType === undefined && rule?.targets === undefined) return true
  if (rule.accessType === undefined || rule.targets === undefined) return undefined
  const hits = rule.targets.map(({ target }) => hit(target))
  const named = hits.includes(true) ? true : hits.includes(undefined) ? undefined : false
  return named === undefined ? undefined : named === (rule.accessType === 'allowed')
}

const everyone = (target: string): boolean | undefined => (target === 'AllUsers' ? true : undefined)

function application(resource: string | undefined): (target: string) => boolean | undefined {
  return (target) => {
    if (target === 'AllApplications') return true
    if (resource === undefined) return undefined
    return target === 'Office365' ? inSuite(resource, target) : target.toLowerCase() === resource.toLowerCase()
  }
}

/** Whether a setting lets the sign-in through: neither users nor applications may be blocked. */
function admits(access: AccessFile | null | undefined, resource: string | undefined): boolean | undefined {
  const parts = [lets(access?.usersAndGroups, everyone), lets(access?.applications, application(resource))]
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
}

type Kind = 'Collaboration' | 'DirectConnect'

/** What one partner, or no partner, makes of the sign-in. */
function entryBy(
  { default: standard }: CrossTenantEntry,
  partner: PartnerFile | undefined,
  kind: Kind,
  resource: string | undefined,
): Entry | undefined {
  const inward = partner?.[`b2b${kind}Inbound`] ?? standard[`b2b${kind}Inbound`]
  const into = admits(inward, resource)
  const out = admits(partner?.homeTenant?.[`b2b${kind}Outbound`], resource)
  if (out === false) return 'outbound-closed'
  if (into === false) return 'inbound-closed'
  return into === undefined || out === undefined ? undefined : 'open'
}

/** The partners that the home tenant of a guest can be: itself; where it cannot be told, each that may be it, or none. */
function perhaps({ partners }: CrossTenantEntry, home: string | undefined): readonly (PartnerFile | undefined)[] {
  const named = home === undefined ? undefined : partners.get(home.toLowerCase())
  if (named !== undefined) return [named]
  const others = [...partners].filter(([id]) => home === undefined || isDirectoryId(id) !== isDirectoryId(home))
  return [undefined, ...others.map(([, partner]) => partner)]
}

/** Across clouds, both sides turn the other cloud on and name the other tenant; direct connect does not cross them. */
function otherCloud({ cloud, crossTenantAccess: { entry } }: Tenant, user: User): Entry | undefined {
  const { homeCloud, homeTenant, accountHome } = user
  if (homeCloud === undefined || homeCloud === cloud) return 'open'
  if (accountHome === 'direct-connect' || !entry.clouds.has(endpointOf[homeCloud])) return 'other-cloud'
  if (homeTenant === undefined) return undefined
  return entry.partners.has(homeTenant.toLowerCase()) ? 'open' : 'other-cloud'
}

/**
 * Whether cross-tenant access lets a user in; undefined if the file does not say, and where no page says whether the
 * settings reach a user: a service provider, and a guest whose home is no tenant.
 */
export function crossTenantEntryOf(tenant: Tenant, user: User, resource: string | undefined): Entry | undefined {
  const { accountHome, guestType, homeTenant } = user
  if (accountHome === 'here') return 'open'
  if (user.blockedForRiskAtHome === true && (accountHome === 'entra-tenant' || accountHome === 'direct-connect'))
    return guestType === 'serviceProvider' ? 'administrator-at-risk' : 'guest-at-risk'
  const cloud = otherCloud(tenant, user)
  if (cloud !== 'open') return cloud
  const kind = accountHome === 'direct-connect' ? 'DirectConnect' : 'Collaboration'
  const { entry } = tenant.crossTenantAccess
  const ofTenant = accountHome === 'entra-tenant' || accountHome === 'direct-connect'
  const partners = ofTenant ? perhaps(entry, homeTenant) : [undefined]
  const all = new Set(partners.map((partner) => entryBy(entry, partner, kind, resource)))
  const [only] = all
  if (all.size > 1 || only === undefined) return undefined
  return only !== 'open' && (!ofTenant || guestType === 'serviceProvider') ? undefined : only
}
