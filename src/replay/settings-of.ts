import { breakInstants } from '../analysis/compare/time-differences.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { addressCells } from './reduction/address-ranges.ts'
import type { ReductionSettings } from './reduction/dimensions.ts'

/** Every address range that a tenant distinguishes: its networks, its named locations, its trusted addresses. */
export function rangesOf({ networks, conditionalAccess, multifactorAuthentication }: Tenant): readonly string[] {
  return [
    ...[...networks.values()].flatMap(({ ranges }) => ranges),
    ...(conditionalAccess.namedLocations ?? []).flatMap(({ ranges }) => ranges),
    ...multifactorAuthentication.trustedIps,
  ]
}

function countriesOf({ conditionalAccess }: Tenant): readonly string[] {
  return (conditionalAccess.namedLocations ?? []).flatMap(({ countries }) =>
    [...countries].map((country) => country.toUpperCase()),
  )
}

/** The start of the vendor's cloud and the last instant with a four-digit year bound the dates of logs. */
const beginning = 0
const end = Date.UTC(9999, 0)

const sorted = <T>(values: Iterable<T>): readonly T[] =>
  [...new Set(values)].sort((one, other) => (one < other ? -1 : 1))

/** Everything that the reduction must distinguish for some tenants. */
export function settingsOf(tenants: readonly Tenant[]): ReductionSettings {
  return {
    ranges: addressCells(sorted(tenants.flatMap(rangesOf))).ranges,
    countries: sorted(tenants.flatMap(countriesOf)),
    instants: sorted(tenants.flatMap((tenant) => breakInstants(tenant, beginning, end))),
    domains: sorted(tenants.flatMap(({ domains }) => [...domains.keys()].map((name) => name.toLowerCase()))),
  }
}
