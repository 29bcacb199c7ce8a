import { listAt, objectAt, type Placed, plainAt } from '../placed.ts'

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** One provider uses `included_users` where Graph and the others use `includeUsers`. */
export const graphName = (name: string): string => camel(name.replace(/^(in|ex)cluded_/, '$1clude_'))

/** Flags that Graph writes as one text with commas and providers as a list. */
const joined: ReadonlySet<string> = new Set(['guestOrExternalUserTypes', 'transferMethods', 'insiderRiskLevels'])

/** Filters by the part that contains them. */
const filters: Readonly<Record<string, string>> = {
  applications: 'applicationFilter',
  devices: 'deviceFilter',
  client_applications: 'servicePrincipalFilter',
}

/** Parts that a provider writes as a block: a list of one object, empty if there is none. */
const blocks: ReadonlySet<string> = new Set([
  ...['conditions', 'applications', 'users', 'locations', 'platforms', 'devices', 'filter', 'client_applications'],
  ...['included_guests_or_external_users', 'excluded_guests_or_external_users', 'external_tenants', 'grant_controls'],
  ...['session_controls', 'application_enforced_restrictions', 'cloud_app_security', 'persistent_browser'],
  ...['ip', 'country', 'timeouts'],
])

/** Ids are paths in later versions of a provider. */
const withoutPath = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/^\/(?:[\w-]+\/)+(?=[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$)/i, '')
    : value

/** The block of a part: its only item. */
export function blockOf(key: string, part: Placed): Placed | undefined {
  if (part.items === undefined || !(blocks.has(key) || (key === 'sign_in_frequency' && part.items.length > 0)))
    return part
  return part.items[0]
}

function joinedText(part: Placed): Placed {
  return part.items === undefined ? part : plainAt(part.items.map(({ value }) => String(value)).join(','), part)
}

/** A part of a policy with the names that Graph has for its fields. */
export function withGraphNames(part: Placed, within = ''): Placed {
  if (part.items !== undefined)
    return listAt(
      part.items.map((item) => withGraphNames(item, within)),
      part,
    )
  if (part.fields === undefined) return plainAt(withoutPath(part.value), part)
  return objectAt(
    [...part.fields].map(([key, below]) => {
      const name = key === 'filter' ? (filters[within] ?? 'filter') : key === 'enabled' ? 'isEnabled' : graphName(key)
      const block = blockOf(key, below)
      if (block === undefined) return [name, undefined]
      return [name, joined.has(name) ? joinedText(block) : withGraphNames(block, key)]
    }),
    part,
  )
}
