import type { ConditionalAccess } from './conditional-access/model.ts'
import { present } from './freeze.ts'
import { impliedNetwork } from './implied-network.ts'
import { below, factPaths, type Place, placed } from './place.ts'
import { networkSettings } from './settings/networks.ts'
import { factKeysOf } from './settings/setting.ts'
import type { Network, Tenant } from './tenant.ts'
import type { NetworkFile, TenantFile } from './tenant-file.ts'

const networkFacts = factPaths(factKeysOf(networkSettings))

/** Where addresses decide something, a network that states none is assumed to be elsewhere. */
function network(place: Place, file: NetworkFile, addressesMatter: boolean): Network {
  const unstated = addressesMatter && file.insideCorporateNetwork !== true && (file.ranges ?? []).length === 0
  return present({
    ...placed(place, file, networkFacts),
    assumed: unstated ? { trustedNetwork: 'default-network-without-ranges' } : {},
    name: file.name,
    inside: file.insideCorporateNetwork ?? false,
    ranges: file.ranges ?? [],
    country: file.country,
    tenantRestrictions: file.tenantRestrictions,
    compliantNetwork: file.compliantNetwork,
  })
}

/** The networks by name; the implied one where none is declared. */
export function normalizeNetworks(
  place: Place,
  file: TenantFile,
  { namedLocations = [] }: ConditionalAccess,
): Tenant['networks'] {
  const matter =
    (file.multifactorAuthentication?.trustedIps ?? []).length > 0 ||
    namedLocations.some(({ ranges }) => ranges.length > 0)
  if (file.networks === undefined) return new Map([[impliedNetwork, network(place, { name: impliedNetwork }, matter)]])
  const all = file.networks.map((one, index) => network(below(place, 'networks', index), one, matter))
  return new Map(all.map((one) => [one.name, one]))
}
