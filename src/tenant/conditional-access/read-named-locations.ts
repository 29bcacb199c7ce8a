import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { parseCidr } from '../../source/text/parse-cidr.ts'
import { countryMeantBy, countryOf } from '../../vocabulary/countries.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { entriesOf } from './entries.ts'
import {
  fieldsOf,
  flagOf,
  type GraphField,
  type GraphFields,
  type GraphReading,
  isEmpty,
  knownWordsOf,
  oneWordOf,
  textOf,
  unclearIn,
  unknownWord,
  wordsOf,
} from './graph-reader.ts'
import type { NamedLocation } from './model.ts'
import { originOf } from './origin-of.ts'
import { nameOfEntry } from './read-strengths.ts'

const locationFields = [
  'id',
  'displayName',
  'isTrusted',
  'ipRanges',
  'countriesAndRegions',
  'includeUnknownCountriesAndRegions',
  'countryLookupMethod',
  'compliantNetworkType',
] as const

/** How many locations by address a tenant can have, how many ranges each, and the widest mask that is refused. */
const most = { locations: 195, ranges: 2000, mask: 8 } as const

function reportWidth(reading: GraphReading, range: string, path: DocumentPath): void {
  const mask = Number(/\/(\d+)$/.exec(range)?.[1] ?? Number.POSITIVE_INFINITY)
  if (mask > most.mask) return
  const excess = `the range \`${range}\`, and a mask has to be longer than /${most.mask}`
  reading.diagnostics.push({
    code: 'CON-68',
    args: { owner: reading.owner, excess },
    at: reading.document.rangeOf(path),
  })
}

function reportCount({ document, diagnostics, owner }: GraphReading, path: DocumentPath, count: number): void {
  if (count <= most.ranges) return
  const excess = `${count} ranges, and ${most.ranges} is the limit`
  diagnostics.push({ code: 'CON-68', args: { owner, excess }, at: document.rangeOfKey(path) })
}

function readRange(reading: GraphReading, item: unknown, path: DocumentPath): string | undefined {
  const { value: cidr, unclear } = unclearIn(reading, () =>
    isMapping(item) ? textOf(fieldsOf(reading, { value: item, path }, ['cidrAddress', 'type']).cidrAddress) : item,
  )
  // A part that is not understood is reported already, and leaves the location open.
  if (cidr === undefined && unclear.length > 0) return undefined
  if (typeof cidr === 'string' && parseCidr(cidr.trim()) !== undefined) {
    reportWidth(reading, cidr.trim(), path)
    return cidr.trim()
  }
  const args = { location: reading.owner, range: String(typeof cidr === 'string' ? cidr : '') }
  reading.diagnostics.push({ code: 'POL-11', args, at: reading.document.rangeOf(path) })
  return undefined
}

function readRanges(reading: GraphReading, field: GraphField | undefined): readonly string[] {
  if (field === undefined || isEmpty(field.value)) return []
  if (!Array.isArray(field.value)) return [readRange(reading, field.value, field.path) ?? []].flat()
  reportCount(reading, field.path, field.value.length)
  return field.value.flatMap((item: unknown, index) => readRange(reading, item, [...field.path, index]) ?? [])
}

function kindOf(entry: GraphField, parts: GraphFields<(typeof locationFields)[number]>): NamedLocation['kind'] {
  const mapping = isMapping(entry.value) ? entry.value : {}
  const type = String(
    Object.entries(mapping).find(([key]) => key.toLowerCase() === '@odata.type')?.[1] ?? '',
  ).toLowerCase()
  if (type.includes('compliantnetwork') || parts.compliantNetworkType !== undefined) return 'compliantNetwork'
  return type.includes('country') || parts.countriesAndRegions !== undefined ? 'country' : 'ip'
}

function countriesOf(reading: GraphReading, field: GraphField | undefined): ReadonlySet<string> {
  const found = wordsOf(reading, field, ',').flatMap(({ word, path }) => {
    const country = countryOf(word)
    if (country !== undefined) return [country]
    const meant = countryMeantBy(word)
    unknownWord(reading, word, path, ['a two-letter ISO 3166 code', ...(meant === undefined ? [] : [meant])])
    return []
  })
  return new Set(found)
}

function switchOf(reading: GraphReading, field: GraphField | undefined): boolean {
  const flag = flagOf(field)
  if (field !== undefined && flag === undefined && !isEmpty(field.value))
    unknownWord(reading, String(field.value), field.path, ['true', 'false'])
  return flag === true
}

type Parts = GraphFields<(typeof locationFields)[number]>

/** The place that a location stands for. */
function placeOf(reading: GraphReading, entry: GraphField, parts: Parts) {
  const method = oneWordOf(reading, parts.countryLookupMethod, ['clientIpAddress', 'authenticatorAppGps'])
  knownWordsOf(reading, parts.compliantNetworkType, ['allTenantCompliantNetworks'])
  return {
    kind: kindOf(entry, parts),
    ranges: readRanges(reading, parts.ipRanges),
    countries: countriesOf(reading, parts.countriesAndRegions),
    includeUnknown: switchOf(reading, parts.includeUnknownCountriesAndRegions),
    byPosition: method === 'authenticatorAppGps',
  }
}

function readLocation(
  document: LocatedDocument,
  diagnostics: Diagnostic[],
  entry: GraphField,
): NamedLocation | undefined {
  const owner = nameOfEntry(entry)
  const reading: GraphReading = { document, diagnostics, notUnderstood: [], owner, root: entry.path }
  const { value: parts, unclear: beside } = unclearIn(reading, () =>
    fieldsOf(reading, entry, locationFields, ['createddatetime', 'modifieddatetime', 'deleteddatetime']),
  )
  const id = textOf(parts.id)
  const name = textOf(parts.displayName) ?? id
  const says = parts.ipRanges ?? parts.countriesAndRegions ?? parts.compliantNetworkType ?? parts.isTrusted
  if (name === undefined || says === undefined) {
    diagnostics.push({ code: 'POL-8', args: { kind: 'named location' }, at: document.rangeOf(entry.path) })
    return undefined
  }
  const place = unclearIn(reading, () => placeOf(reading, entry, parts))
  const trusted = unclearIn(reading, () => switchOf(reading, parts.isTrusted))
  const asLocation = (facts: readonly string[]) => facts.map((fact) => fact.replace(/^policy:/, 'namedLocation:'))
  return {
    ...(id === undefined ? {} : { id: id.toLowerCase() }),
    name,
    ...place.value,
    trusted: trusted.value,
    unclear: asLocation([...place.unclear, ...beside]),
    trustUnclear: asLocation([...trusted.unclear, ...beside]),
    origin: originOf(document, entry.path),
  }
}

/** The named locations at a place of a document: one, a list, or Graph's `value` list. */
export function readNamedLocations(
  document: LocatedDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): readonly NamedLocation[] {
  const locations = entriesOf(document, path, 'named location', diagnostics).flatMap(
    (entry) => readLocation(document, diagnostics, entry) ?? [],
  )
  const byAddress = locations.filter(({ kind }) => kind === 'ip').length
  if (byAddress > most.locations) {
    const excess = `${byAddress} locations by address, and ${most.locations} is the limit`
    diagnostics.push({ code: 'CON-68', args: { owner: 'namedLocations', excess }, at: document.rangeOf(path) })
  }
  return locations
}
