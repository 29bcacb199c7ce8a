import type { Network, Tenant } from '../tenant/tenant.ts'
import { leavesFromTrustedAddress } from '../tenant/trusted-addresses.ts'
import type { NetworkName } from '../vocabulary/requests.ts'
import type { CompiledPolicies } from './conditional-access/compile.ts'
import { locationBook, placeOnMap } from './conditional-access/judge-location.ts'

/** Whether a setting of a service, or a rule of an identity provider, may compare addresses in ways of its own. */
function comparesAddresses({ workloads, domains }: Tenant): boolean {
  const hasLists = [...workloads.values()].some(({ settings }) =>
    Object.values(settings).some((value) => typeof value === 'object' && value !== null),
  )
  return (
    hasLists ||
    [...domains.values()].some(({ identityProvider: provider }) => {
      return provider !== undefined && provider.accessRules.length + provider.notUnderstood.length > 0
    })
  )
}

/** The site of an Autodiscover record is the network of its name. */
const isSite = ({ autodiscover }: Tenant, { name }: Network): boolean =>
  autodiscover?.serviceConnectionPoints.some(({ site }) => site?.toLowerCase() === name.toLowerCase()) === true

/**
 * Equal for networks from which every sign-in goes alike, but for the network's name and where it is declared. Invariant:
 * of its addresses nobody reads more than how they lie to the trusted ones and to the named locations, unless a setting
 * or a rule compares them by itself.
 */
function likenessOf(tenant: Tenant, book: CompiledPolicies['locations'], literal: boolean, network: Network): string {
  const { name, inside, ranges, country, compliantNetwork, tenantRestrictions, origins, assumed } = network
  const place = { addresses: ranges, ...(country === undefined ? {} : { country }) }
  return JSON.stringify([
    inside,
    ranges.length === 0,
    literal ? ranges : [],
    compliantNetwork,
    country === undefined,
    tenantRestrictions,
    Object.keys(origins).sort(),
    assumed,
    leavesFromTrustedAddress(tenant, network) ?? 'partly',
    placeOnMap(book, place),
    isSite(tenant, network) ? name : '',
  ])
}

/** The networks of a tenant by name, those from which sign-ins go alike with the same word, at every one of its states. */
export function alikeNetworks(states: readonly Tenant[]): ReadonlyMap<NetworkName, string> {
  const words = new Map<NetworkName, string>()
  for (const tenant of states) {
    const { conditionalAccess, multifactorAuthentication } = tenant
    const book = locationBook(conditionalAccess.namedLocations, multifactorAuthentication.trustedIps)
    const literal = comparesAddresses(tenant)
    for (const network of tenant.networks.values())
      words.set(network.name, `${words.get(network.name) ?? ''}${likenessOf(tenant, book, literal, network)}`)
  }
  return words
}
