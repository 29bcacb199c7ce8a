import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addTo,
  emptyBitmap,
  membersOf,
  occupiedWords,
  overlapAt,
  overlapBeyond,
  overlapOfAllAt,
  removeFrom,
} from './bitmap.ts'

const limit = 70

const bitmap = fc.array(fc.nat(limit - 1), { maxLength: 8 }).map((members) => {
  const made = emptyBitmap(limit)
  for (const member of members) addTo(made, member)
  return made
})

test('three sets overlap as their members do', () => {
  fc.assert(
    fc.property(bitmap, bitmap, bitmap, (one, other, third) => {
      const [others, thirds] = [new Set(membersOf(other)), new Set(membersOf(third))]
      const shared = [...membersOf(one)].filter((member) => others.has(member))
      const words = occupiedWords(one)
      expect(overlapAt(words, one, other)).toBe(shared.length > 0)
      expect(overlapOfAllAt(words, one, other, third)).toBe(shared.some((member) => thirds.has(member)))
      expect(overlapBeyond(one, other, third)).toBe(shared.some((member) => !thirds.has(member)))
    }),
  )
})

test('a number that is removed is in the set no longer', () => {
  fc.assert(
    fc.property(bitmap, fc.nat(limit - 1), (set, member) => {
      const expected = [...membersOf(set)].filter((one) => one !== member)
      removeFrom(set, member)
      expect([...membersOf(set)]).toEqual(expected)
    }),
  )
})
