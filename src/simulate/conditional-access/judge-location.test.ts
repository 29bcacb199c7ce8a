import { describe, expect, test } from 'vitest'
import type { LocationSide } from '../../tenant/conditional-access/locations.ts'
import type { NamedLocation } from '../../tenant/conditional-access/model.ts'
import {
  compliantNetworkId,
  judgeLocations,
  locationBook,
  parsePlace,
  placeOnMap,
  trustedIpsId,
} from './judge-location.ts'
import { hit, type Judged, miss } from './judged.ts'
import type { MissingReading, PolicyLocation } from './sign-in.ts'

const place = (name: string, parts: Partial<NamedLocation> = {}): NamedLocation => ({
  id: `id-${name}`,
  name,
  kind: 'ip',
  trusted: false,
  ranges: [],
  countries: new Set(),
  includeUnknown: false,
  byPosition: false,
  unclear: [],
  trustUnclear: [],
  origin: { file: 'tenant.yaml', line: 1, column: 1 },
  ...parts,
})
const office = place('Office', { trusted: true, ranges: ['203.0.113.0/24'] })
const branch = place('Branch', { ranges: ['198.51.100.0/24', '2001:db8::/32'] })
const germany = place('Germany', { kind: 'country', countries: new Set(['DE']) })
const unmapped = place('Unmapped', { kind: 'country', countries: new Set(['DE']), includeUnknown: true })
const position = place('Position', { kind: 'country', countries: new Set(['DE']), byPosition: true })
const network = place('Network', { kind: 'compliantNetwork' })
const odd = place('Odd', { unclear: ['odd location'] })
const possiblyTrusted = place('Perhaps', { ranges: ['192.0.2.0/24'], trustUnclear: ['isTrusted'] })
const declared = [office, branch, germany, unmapped, position, network, odd]
const trustedIps = ['10.0.0.0/8']

const side = (parts: Partial<LocationSide> = {}): LocationSide => ({ all: false, trusted: false, ids: [], ...parts })
const named = (...ids: readonly string[]): LocationSide => side({ ids })
const trusted = side({ trusted: true })
const clear = { include: [], exclude: [] }
const may = (fact: boolean, ...missing: readonly string[]): Judged => ({ result: 'may', missing, fact })
const noAddress = may(false, 'ipAddress')

function judge(
  include: LocationSide,
  from: PolicyLocation | undefined,
  {
    exclude = side(),
    reading = 'undetermined' as MissingReading,
    locations = declared as readonly NamedLocation[] | 'silent',
    unclear = clear as Parameters<typeof judgeLocations>[1],
  } = {},
): Judged {
  return judgeLocations(
    { include, exclude },
    unclear,
    locationBook(locations === 'silent' ? undefined : locations, trustedIps),
    parsePlace(from),
    reading,
  )
}
const at = (...addresses: readonly string[]): PolicyLocation => ({ addresses })

describe('a named location', () => {
  const cases: readonly (readonly [string, LocationSide, PolicyLocation | undefined, Judged])[] = [
    ['holds all its addresses', named('id-Branch'), at('198.51.100.7'), hit],
    ['has several ranges', named('id-Branch'), at('2001:db8::1'), hit],
    ['is found by its name in lower case', named('branch'), at('198.51.100.7'), hit],
    ['does not hold another address', named('id-Branch'), at('203.0.113.7'), miss],
    ['may hold one of two addresses', named('id-Branch'), at('198.51.100.7', '203.0.113.7'), noAddress],
    ['holds a range within its own', named('id-Branch'), at('198.51.100.128/25'), hit],
    ['may hold an address of a wider range', named('id-Branch'), at('198.51.0.0/16'), noAddress],
    ['may hold an address that nobody gives', named('id-Branch'), {}, noAddress],
    ['may hold a sign-in of which nobody says where', named('id-Branch'), undefined, noAddress],
    ['is the country of the sign-in, in any case', named('id-Germany'), { country: 'de' }, hit],
    ['is not another country', named('id-Germany'), { country: 'FR' }, miss],
    ['may be a country that nobody gives', named('id-Germany'), at('198.51.100.7'), may(false, 'country')],
    ['leaves out an address without a country', named('id-Germany'), { country: 'unknown' }, miss],
    ['takes in an address without a country where it says so', named('id-Unmapped'), { country: 'unknown' }, hit],
    [
      'by position asks the authenticator',
      named('id-Position'),
      { country: 'DE' },
      may(false, 'authenticatorPosition'),
    ],
    ['is the compliant network', named('id-Network'), { compliantNetwork: true }, hit],
    ['is not another network', named('id-Network'), { compliantNetwork: false }, miss],
    ['may be a network that nobody gives', named('id-Network'), {}, may(false, 'compliantNetwork')],
    ['is open where it was not understood', named('id-Odd'), at('198.51.100.7'), may(true, 'odd location')],
    ['is one of several', named('id-Office', 'id-Branch'), at('198.51.100.7'), hit],
    ['that nobody declares is open', named('nobody'), at('198.51.100.7'), may(true, 'namedLocation:nobody')],
    ['of the vendor is the compliant network', named(compliantNetworkId), { compliantNetwork: true }, hit],
    ['of the vendor is not another network', named(compliantNetworkId), { compliantNetwork: false }, miss],
    ['of per-user MFA holds its addresses', named(trustedIpsId), at('10.1.2.3'), hit],
    ['of per-user MFA holds no other address', named(trustedIpsId), at('203.0.113.7'), miss],
    ['of per-user MFA holds what a claim puts inside', named(trustedIpsId), { insideByClaim: true }, hit],
  ]
  test.each(cases)('%s', (_, include, from, expected) => expect(judge(include, from)).toEqual(expected))
})

describe('trusted places', () => {
  const cases: readonly (readonly [string, PolicyLocation, Judged])[] = [
    ['are the locations that are marked so', at('203.0.113.7'), hit],
    ['are the addresses of per-user MFA', at('10.1.2.3'), hit],
    ['are where a claim puts the sign-in', { insideByClaim: true }, hit],
    ['are no others', at('198.51.100.7'), miss],
    ['may hold an address that nobody gives', {}, noAddress],
  ]
  test.each(cases)('%s', (_, from, expected) => expect(judge(trusted, from)).toEqual(expected))
  test('are open if nobody understands whether a location is trusted, for addresses inside of it', () => {
    const locations = [possiblyTrusted]
    expect(judge(trusted, at('192.0.2.1'), { locations })).toEqual(may(true, 'isTrusted'))
    expect(judge(trusted, at('198.51.100.7'), { locations })).toEqual(miss)
  })
  test('are open if the tenant is silent on its locations, unless the sign-in is inside already', () => {
    const silent = { locations: 'silent' } as const
    expect(judge(trusted, at('198.51.100.7'), silent)).toEqual(may(true, 'namedLocation:AllTrusted'))
    expect(judge(trusted, at('10.1.2.3'), silent)).toEqual(hit)
    expect(judge(trusted, at('198.51.100.7'), { ...silent, reading: 'none' })).toEqual(
      may(true, 'namedLocation:AllTrusted'),
    )
    expect(judge(trusted, {}, { ...silent, reading: 'none' })).toEqual(miss)
  })
})

describe('a sign-in without signals comes from nowhere', () => {
  const directoryId = '11111111-2222-3333-4444-555555555555'
  const cases: readonly (readonly [string, LocationSide, PolicyLocation | undefined, Judged])[] = [
    ['it is in no range', named('id-Branch'), undefined, miss],
    ['it is in no country', named('id-Germany'), {}, miss],
    ['it is on no compliant network', named(compliantNetworkId), {}, miss],
    ['it is in no place that is known by its id alone', named(directoryId), {}, miss],
    ['a word that nobody declares may mean all places', named('nobody'), {}, may(true, 'namedLocation:nobody')],
    [
      'with an address it may be in an undeclared place',
      named(directoryId),
      at('198.51.100.7'),
      may(true, `namedLocation:${directoryId}`),
    ],
    [
      'with a country it may be in an undeclared place',
      named(directoryId),
      { country: 'DE' },
      may(true, `namedLocation:${directoryId}`),
    ],
    ['it is in all places', side({ all: true }), undefined, hit],
  ]
  test.each(cases)('%s', (_, include, from, expected) =>
    expect(judge(include, from, { reading: 'none' })).toEqual(expected),
  )
  test('an undeclared place is open if signals may yet come', () => {
    expect(judge(named(directoryId), {})).toEqual(may(true, `namedLocation:${directoryId}`))
  })
})

describe('included and excluded places', () => {
  const all = side({ all: true })
  test('what is excluded is out, what may be excluded is open', () => {
    expect(judge(all, at('203.0.113.7'), { exclude: trusted })).toEqual(miss)
    expect(judge(all, at('198.51.100.7'), { exclude: trusted })).toEqual(hit)
    expect(judge(all, {}, { exclude: trusted })).toEqual(noAddress)
    expect(judge(named('id-Branch'), at('203.0.113.7'), { exclude: named('id-Odd') })).toEqual(miss)
  })
  test('no place is not a condition that holds', () => {
    expect(judge(side(), at('203.0.113.7'))).toEqual(miss)
  })
  test('what was not understood of a side leaves it open unless the other side settles it', () => {
    const include = { unclear: { include: ['?'], exclude: [] } }
    const exclude = { unclear: { include: [], exclude: ['?'] } }
    expect(judge(side(), at('203.0.113.7'), include)).toEqual(may(true, '?'))
    expect(judge(all, at('203.0.113.7'), include)).toEqual(hit)
    expect(judge(all, at('203.0.113.7'), exclude)).toEqual(may(true, '?'))
    expect(judge(side(), at('203.0.113.7'), exclude)).toEqual(miss)
  })
})

test('a place on the map says how it lies to the addresses that per-user MFA trusts', () => {
  const book = locationBook(undefined, trustedIps)
  const [inside, alsoInside, outside] = ['10.1.2.3', '10.200.0.1', '203.0.113.7'].map((one) =>
    placeOnMap(book, at(one)),
  )
  expect(alsoInside).toEqual(inside)
  expect(outside).not.toEqual(inside)
})
