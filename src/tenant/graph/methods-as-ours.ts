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

/** A configuration by the id that we know: external methods have ids of their own, and share a type. */
const configuration = (one: unknown): unknown =>
  isMapping(one) && isExternal(one) ? { ...one, id: 'ExternalAuthenticationMethod' } : one

/** The authentication methods policy as Graph returns it, in our form. */
export function policyAsOurs(policy: Mapping): Mapping {
  const own = stated(policy)
  if (!isMapping(own)) return policy
  const all = own['authenticationMethodConfigurations']
  return Array.isArray(all) ? { ...own, authenticationMethodConfigurations: all.map(configuration) } : own
}
