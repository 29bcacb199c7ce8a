import {
  type AddressRange,
  parseRange,
  type RangeIndex,
  rangeContains,
  rangeIndex,
} from '../../tenant/conditional-access/address-range.ts'
import { isDirectoryId } from '../../tenant/conditional-access/documented-words.ts'
import type { LocationSide, Locations } from '../../tenant/conditional-access/locations.ts'
import type { NamedLocation } from '../../tenant/conditional-access/model.ts'
import type { UnclearSides } from '../../tenant/conditional-access/unclear.ts'
import {
  both,
  decided,
  either,
  hit,
  type Judged,
  miss,
  not,
  notUnderstood,
  withoutFact,
  withoutSignal,
} from './judged.ts'
import type { MissingReading, PolicyLocation } from './sign-in.ts'

/** Ranges that were parsed. */
interface ParsedRanges {
  readonly list: readonly AddressRange[]
  readonly index: RangeIndex
}

/** A named location with its ranges parsed. */
export interface KnownLocation {
  readonly location: NamedLocation
  readonly ranges: ParsedRanges
}

/** All named locations by id and name, and what counts as trusted. */
export interface LocationBook {
  readonly byName: ReadonlyMap<string, KnownLocation>
  readonly trusted: readonly KnownLocation[]
  /** False when the tenant is silent on named locations. */
  readonly declared: boolean
  /** Addresses trusted by the settings of per-user MFA. */
  readonly trustedIps: ParsedRanges
}

/** The location that the vendor's network service vouches for. */
export const compliantNetworkId = '3d46dbda-8382-466a-856d-eb00cbc6b910'
/** The location that stands for the trusted addresses of per-user MFA. */
export const trustedIpsId = '00000000-0000-0000-0000-000000000000'

const parseAddresses = (ranges: readonly string[]): readonly AddressRange[] =>
  ranges.flatMap((range) => parseRange(range) ?? [])

function parseRanges(ranges: readonly string[]): ParsedRanges {
  const list = parseAddresses(ranges)
  return { list, index: rangeIndex(list) }
}

/** Parses what the tenant declares once. */
export function locationBook(
  locations: readonly NamedLocation[] | undefined,
  trustedIps: readonly string[],
): LocationBook {
  const known = (locations ?? []).map((location) => ({ location, ranges: parseRanges(location.ranges) }))
  const named = known.map((entry) => [entry.location.name.toLowerCase(), entry] as const)
  const withId = known.flatMap((entry) =>
    entry.location.id === undefined ? [] : [[entry.location.id, entry] as const],
  )
  return {
    byName: new Map([...named, ...withId]),
    trusted: known.filter(({ location }) => location.trusted || location.trustUnclear.length > 0),
    declared: locations !== undefined,
    trustedIps: parseRanges(trustedIps),
  }
}

/** A place with its addresses parsed; made once per place. */
export interface ParsedPlace {
  readonly place: PolicyLocation | undefined
  readonly addresses: readonly AddressRange[] | undefined
}

/** Parses the addresses of a place. */
export function parsePlace(place: PolicyLocation | undefined): ParsedPlace {
  return { place, addresses: place?.addresses === undefined ? undefined : parseAddresses(place.addresses) }
}

const isSingle = ({ family, bits }: AddressRange): boolean => bits === (family === 4 ? 32 : 128)

/** Within one of the ranges for sure, outside of all for sure, or partly. */
function judgeRanges({ list, index }: ParsedRanges, { addresses }: ParsedPlace, reading: MissingReading): Judged {
  if (list.length === 0) return miss
  if (addresses === undefined) return withoutSignal('ipAddress', reading)
  const inside = addresses.filter(index.contains).length
  if (inside > 0 && inside === addresses.length) return hit
  // A single address contains no other range.
  const wide = addresses.filter((address) => !isSingle(address))
  const touches = inside > 0 || wide.some((address) => list.some((range) => rangeContains(address, range)))
  return touches ? withoutSignal('ipAddress', reading) : miss
}

function judgeCountry({ location }: KnownLocation, { place }: ParsedPlace, reading: MissingReading): Judged {
  if (location.byPosition) return withoutSignal('authenticatorPosition', reading)
  const country = place?.country
  if (country === undefined) return withoutSignal('country', reading)
  return decided(country === 'unknown' ? location.includeUnknown : location.countries.has(country.toUpperCase()))
}

function judgeCompliantNetwork({ place }: ParsedPlace, reading: MissingReading): Judged {
  if (place?.compliantNetwork === undefined) return withoutSignal('compliantNetwork', reading)
  return decided(place.compliantNetwork)
}

function judgeKnown(known: KnownLocation, place: ParsedPlace, reading: MissingReading): Judged {
  if (known.location.unclear.length > 0) return notUnderstood(known.location.unclear)
  if (known.location.kind === 'compliantNetwork') return judgeCompliantNetwork(place, reading)
  return known.location.kind === 'country'
    ? judgeCountry(known, place, reading)
    : judgeRanges(known.ranges, place, reading)
}

/** How a place lies to every location that a policy can name: equal places are alike for all policies. */
export function placeOnMap(book: LocationBook, location: PolicyLocation): readonly Judged[] {
  const place = parsePlace(location)
  const named = [...new Set(book.byName.values())].map((known) => judgeKnown(known, place, 'undetermined'))
  return [judgeRanges(book.trustedIps, place, 'undetermined'), ...named]
}

const nowhere = ({ place }: ParsedPlace): boolean => place?.addresses === undefined && place?.country === undefined

function judgeNamed(id: string, book: LocationBook, place: ParsedPlace, reading: MissingReading): Judged {
  const known = book.byName.get(id)
  if (known !== undefined) return judgeKnown(known, place, reading)
  if (id === compliantNetworkId) return judgeCompliantNetwork(place, reading)
  if (id === trustedIpsId) return judgeTrustedIps(book, place, reading)
  // An undeclared id is a place, which a sign-in from nowhere is not in; any other word may mean all of them.
  return reading === 'none' && nowhere(place) && isDirectoryId(id) ? miss : withoutFact(`namedLocation:${id}`)
}

function judgeTrustedIps(book: LocationBook, place: ParsedPlace, reading: MissingReading): Judged {
  return place.place?.insideByClaim === true ? hit : judgeRanges(book.trustedIps, place, reading)
}

function judgeTrusted(book: LocationBook, place: ParsedPlace, reading: MissingReading): Judged {
  let judged = judgeTrustedIps(book, place, reading)
  for (const known of book.trusted) {
    const inside = judgeKnown(known, place, reading)
    const { trustUnclear } = known.location
    judged = either(judged, trustUnclear.length === 0 ? inside : both(inside, notUnderstood(trustUnclear)))
  }
  if (book.declared || (reading === 'none' && nowhere(place))) return judged
  return either(judged, withoutFact('namedLocation:AllTrusted'))
}

function judgeSide(side: LocationSide, book: LocationBook, place: ParsedPlace, reading: MissingReading): Judged {
  if (side.all) return hit
  let judged = side.trusted ? judgeTrusted(book, place, reading) : miss
  for (const id of side.ids) judged = either(judged, judgeNamed(id, book, place, reading))
  return judged
}

/** Whether the sign-in comes from where a policy applies. */
export function judgeLocations(
  locations: Locations,
  unclear: UnclearSides,
  book: LocationBook,
  place: ParsedPlace,
  reading: MissingReading,
): Judged {
  const included = either(judgeSide(locations.include, book, place, reading), notUnderstood(unclear.include))
  const excluded = either(judgeSide(locations.exclude, book, place, reading), notUnderstood(unclear.exclude))
  return both(included, not(excluded))
}
