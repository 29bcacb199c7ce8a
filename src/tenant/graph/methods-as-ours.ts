import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'

const externalType = '#microsoft.graph.externalAuthenticationMethodConfiguration'

/** Without null, which says nothing in this policy. */
function stated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stated)
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === null ? [] : [[key, stated(part)]])),
  )
}

const isExternal = (one: unknown): boolean => isMapping(one) && one['@odata.type'] === externalType

/** The types of a profile in the order that we know. */
function profile(one: unknown): unknown {
  if (!isMapping(one) || typeof one['passkeyTypes'] !== 'string') return one
  const types = one['passkeyTypes'].split(',').map((type) => type.trim())
  return { ...one, passkeyTypes: types.toSorted().join(',') }
}

/** A configuration by the id that we know: external methods have ids of their own, and share a type. */
function configuration(one: unknown): unknown {
  if (!isMapping(one)) return one
  if (isExternal(one)) return { ...one, id: 'ExternalAuthenticationMethod' }
  const profiles = one['passkeyProfiles']
  return Array.isArray(profiles) ? { ...one, passkeyProfiles: profiles.map(profile) } : one
}

/** The authentication methods policy as Graph returns it, in our form. */
export function policyAsOurs(policy: Mapping): Mapping {
  const own = stated(policy)
  if (!isMapping(own)) return policy
  const all = own['authenticationMethodConfigurations']
  return Array.isArray(all) ? { ...own, authenticationMethodConfigurations: all.map(configuration) } : own
}
