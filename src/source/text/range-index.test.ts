import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cidrContains, parseCidr } from './parse-cidr.ts'
import { rangeIndex } from './range-index.ts'

const byte = fc.constantFrom(0, 1, 10, 127, 128, 255)
const v4 = fc
  .tuple(byte, byte, byte, byte, fc.integer({ min: 0, max: 32 }))
  .map(([a, b, c, d, bits]) => `${a}.${b}.${c}.${d}/${bits}`)
const group = fc.constantFrom('0', '1', '8000', 'ffff')
const v6 = fc
  .tuple(fc.array(group, { minLength: 8, maxLength: 8 }), fc.integer({ min: 0, max: 128 }))
  .map(([groups, bits]) => `${groups.join(':')}/${bits}`)
const range = fc.oneof(v4, v6).map((text) => {
  const parsed = parseCidr(text)
  if (parsed === undefined) throw new Error(`${text} is no range`)
  return parsed
})

test('an index contains what one of its ranges contains', () => {
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 6 }),
      fc.array(range, { minLength: 1, maxLength: 6 }),
      (ranges, others) => {
        const index = rangeIndex(ranges)
        for (const other of [...others, ...ranges])
          expect(index.contains(other)).toBe(ranges.some((one) => cidrContains(one, other)))
      },
    ),
    { numRuns: 300, seed: 1 },
  )
})
