import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cidr, parseCidr } from '../../source/text/parse-cidr.ts'
import { loadTenantText } from '../load-tenant.ts'

/** Few addresses, so that ranges meet; some bits below the length, both families. */
const v4 = fc
  .tuple(fc.constantFrom(0, 10, 128, 255), fc.constantFrom(0, 1, 192), fc.integer({ min: 0, max: 32 }))
  .map(([first, last, bits]) => `${first}.0.0.${last}/${bits}`)
const v6 = fc
  .tuple(fc.constantFrom('2001:db8::', '2001:db8::1', '::', 'fe80::'), fc.integer({ min: 0, max: 128 }))
  .map(([address, bits]) => `${address}/${bits}`)
const ranges = fc.array(fc.oneof(v4, v6), { maxLength: 4 })
const networks = fc.array(ranges, { minLength: 1, maxLength: 5 })

const bitsOf = ({ words, bits }: Cidr): string =>
  words
    .map((word) => word.toString(2).padStart(32, '0'))
    .join('')
    .slice(0, bits)

/** Two ranges overlap if one's leading bits begin the other's. */
function overlap(one: Cidr, other: Cidr): boolean {
  const [short, long] = one.bits <= other.bits ? [one, other] : [other, one]
  return one.family === other.family && bitsOf(long).startsWith(bitsOf(short))
}

/** Compares each range with all before it. */
function byPairs(all: readonly (readonly string[])[]): readonly string[] {
  const flat = all.flatMap((texts, network) =>
    texts.flatMap((text) => {
      const cidr = parseCidr(text)
      return cidr === undefined ? [] : [{ network, text, cidr }]
    }),
  )
  return flat.flatMap((range, index) => {
    const other = flat.slice(0, index).find((one) => one.network !== range.network && overlap(one.cidr, range.cidr))
    return other === undefined ? [] : [`n${range.network} ${range.text} n${other.network}`]
  })
}

const frame = {
  name: 'Networks',
  asOf: '2026-01-01',
  domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'cloud-only' }],
}

test('overlaps are found as by comparing all pairs', () => {
  let overlaps = 0
  fc.assert(
    fc.property(networks, (all) => {
      const file = { ...frame, networks: all.map((texts, index) => ({ name: `n${index}`, ranges: texts })) }
      const loaded = loadTenantText(JSON.stringify(file), 'networks.json')
      const found = (loaded.ok ? loaded.warnings : loaded.diagnostics).flatMap((one) =>
        one.code === 'TEN-6' ? [`${one.args.network} ${one.args.range} ${one.args.other}`] : [],
      )
      overlaps += found.length
      expect(found).toEqual(byPairs(all))
    }),
    { seed: 12, numRuns: 400 },
  )
  expect(overlaps).toBeGreaterThan(100)
})
