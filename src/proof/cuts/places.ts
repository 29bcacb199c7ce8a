import { compliantNetworkId } from '../../simulate/conditional-access/judge-location.ts'
import type { PolicyLocation } from '../../simulate/conditional-access/sign-in.ts'
import type { NamedLocation } from '../../tenant/conditional-access/model.ts'
import type { Side } from '../side.ts'
import { addressAtoms } from './address-atoms.ts'
import { type Candidate, everywhere } from './candidate.ts'

const locationsOf = ({ tenant }: Side): readonly NamedLocation[] => tenant.conditionalAccess.namedLocations ?? []
const trustedOf = ({ tenant }: Side): readonly string[] => tenant.multifactorAuthentication.trustedIps

const networksOf = ({ tenant }: Side): readonly (readonly [range: string, name: string])[] =>
  [...tenant.networks.values()].flatMap(({ name, ranges }) => ranges.map((range) => [range, name] as const))

/** A country that no policy names; `XX` is user-assigned in ISO 3166. */
const otherCountry = 'XX'

/** One country for each distinct set of named locations that contain a country; undefined for a country in none. */
function countries(sides: readonly Side[]): readonly (string | undefined)[] {
  const locations = sides.flatMap(locationsOf).filter(({ kind }) => kind === 'country')
  if (locations.length === 0) return [undefined]
  const bySet = new Map<string, string>()
  for (const country of [otherCountry, ...locations.flatMap((location) => [...location.countries]), 'unknown']) {
    const key = locations
      .map((location) => (country === 'unknown' ? location.includeUnknown : location.countries.has(country)))
      .join()
    if (!bySet.has(key)) bySet.set(key, country)
  }
  return [...bySet.values()]
}

/** Whether any policy reads the compliant network condition. */
function readsCompliantNetwork({ compiled, ...side }: Side): boolean {
  if (locationsOf({ compiled, ...side }).some(({ kind }) => kind === 'compliantNetwork')) return true
  return compiled.policies.some(({ conditions: { locations } }) =>
    [locations?.include, locations?.exclude].some((part) => part?.ids.includes(compliantNetworkId)),
  )
}

type NamedRanges = readonly (readonly [range: string, name: string])[]

/** The named address ranges of one side. */
const rangesOf = (side: Side, networks: boolean): NamedRanges => [
  ...locationsOf(side).flatMap(({ name, ranges }) => ranges.map((range) => [range, name] as const)),
  ...(networks ? networksOf(side) : []),
  ...trustedOf(side).map((range) => [range, 'trusted addresses'] as const),
]

/** The names of each range, with their places in the order in which a side states them. */
type NamesOfRanges = ReadonlyMap<string, readonly (readonly [place: number, name: string])[]>

function namesOfRanges(named: NamedRanges): NamesOfRanges {
  const found = new Map<string, (readonly [number, string])[]>()
  for (const [place, [range, name]] of named.entries()) {
    const known = found.get(range)
    if (known === undefined) found.set(range, [[place, name]])
    else known.push([place, name])
  }
  return found
}

function namesIn(named: NamesOfRanges, ranges: readonly string[]): string {
  const all = [...new Set(ranges)].flatMap((range) => named.get(range) ?? [])
  const names = new Set(all.sort(([one], [other]) => one - other).map(([, name]) => name))
  return names.size === 0 ? 'no named address range' : [...names].join(' and ')
}

/** What both sides call an address; one that they call differently is named as it is after the change, and before. */
function addressWords(sides: readonly NamesOfRanges[], ranges: readonly string[]): string {
  const [before = '', after = before] = sides.map((named) => namesIn(named, ranges))
  return before === after ? after : `${after} (before: ${before})`
}

function wordsOf(at: string, country: string | undefined, compliant: boolean): string {
  const inCountry =
    country === undefined
      ? ''
      : country === 'unknown'
        ? ', in no known country'
        : country === otherCountry
          ? ', in any other country'
          : `, in ${country}`
  return `${at}${inCountry}${compliant ? ', on the compliant network' : ''}`
}

/**
 * Every combination of address, country and network service that a policy can distinguish; countries are independent of
 * addresses.
 */
export function places(sides: readonly Side[], networks = false): readonly Candidate[] {
  const named = sides.map((side) => rangesOf(side, networks))
  const names = named.map(namesOfRanges)
  const nets = sides.some(readsCompliantNetwork) ? [false, true] : [false]
  return addressAtoms(named.flat().map(([range]) => range)).flatMap(({ address, ranges }) => {
    const words = addressWords(names, ranges)
    return countries(sides).flatMap((country) =>
      nets.map((compliantNetwork) => {
        const location: PolicyLocation = {
          addresses: [address],
          insideByClaim: false,
          compliantNetwork,
          ...(country === undefined ? {} : { country }),
        }
        return everywhere(wordsOf(words, country, compliantNetwork), { location }, sides.length)
      }),
    )
  })
}
