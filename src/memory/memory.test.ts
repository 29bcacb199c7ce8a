import { describe, expect, test } from 'vitest'
import { cacheByNumbers } from './cache-by-numbers.ts'
import { cacheByObject } from './cache-by-object.ts'
import { cacheByText } from './cache-by-text.ts'
import { cachePerOwner } from './cache-per-owner.ts'
import { allCaches, declareCache, dropAll, entriesMade, leavingOut } from './declared-cache.ts'
import { hotStore, whenHot } from './hot-store.ts'
import { keepMask, maskStore, recallMask } from './mask-store.ts'
import { atSecondTime, secondTimeStore } from './second-time-store.ts'
import { keep, keyStore, recall } from './stores.ts'

type Asked = readonly [owner: object, one: unknown, other: unknown]

const perOwner = () =>
  cachePerOwner<object, [unknown, unknown]>({ name: 'trial per owner', owner: 'owner', parts: ['one', 'other'] })

/** How often something is made when it is asked for with these parts, one after the other. */
function made(asked: readonly Asked[]): number {
  const cache = perOwner()
  let count = 0
  for (const [owner, one, other] of asked)
    cache.find(owner, [one, other], () => {
      count += 1
      return {}
    })
  return count
}

const [one, other] = [{}, {}]

describe('a cache for owners', () => {
  test.each<[Asked, Asked, number]>([
    [[one, 1, 'a'], [one, 1, 'a'], 1],
    [[one, 1, 'a'], [one, 1, 'b'], 2],
    [[one, 1, 'a'], [one, 2, 'a'], 2],
    [[one, 1, 'a'], [other, 1, 'a'], 2],
    [[one, 1, undefined], [one, 1, undefined], 1],
  ])('after %j asking for %j makes %i', (first, second, count) => {
    expect(made([first, second])).toBe(count)
  })

  test('is emptied before it grows without end', () => {
    const asked = Array.from({ length: 10_001 }, (_, index): Asked => [one, index, 'a'])
    expect(made([...asked, [one, 0, 'a']])).toBe(10_002)
  })

  test.each(['owner', 'one', 'other'])('without its %s takes one thing for another', (part) => {
    const cache = perOwner()
    const first = leavingOut(cache.declared, part, () => {
      const before = cache.find(one, [1, 'a'], () => ({}))
      const changed: Asked = [part === 'owner' ? other : one, part === 'one' ? 2 : 1, part === 'other' ? 'b' : 'a']
      expect(cache.find(changed[0], [changed[1], changed[2]], () => ({}))).toBe(before)
      return before
    })
    expect(cache.find(one, [1, 'a'], () => ({}))).not.toBe(first)
  })
})

/** Every kind of cache, asked with a number from 0 to 3. */
const kinds: readonly (readonly [kind: string, ask: (of: number, make: () => object) => object])[] = (() => {
  const objects = [{}, {}, {}, {}] as const
  const owners = perOwner()
  const byObject = cacheByObject<object, object>('trial by object', 'object')
  const byText = cacheByText<object>('trial by text', 'text', 3)
  const byNumbers = cacheByNumbers<number, object>(declareCache('trial by numbers', ['number']), [
    (value) => value & 1,
    (value) => value >> 1,
  ])
  const masks = maskStore<object>(declareCache('trial by mask', ['policies']), 3)
  return [
    ['by object', (of, make) => byObject(objects[of] ?? {}, make)],
    ['by text', (of, make) => byText(String(of), make)],
    ['by numbers', byNumbers],
    ['for owners', (of, make) => owners.find(objects[of] ?? {}, [of, of], make)],
    // These have one hash.
    ['by mask', (of, make) => recallMask(masks, [of, -31 * of]) ?? keepMask(masks, [of, -31 * of], make())],
  ]
})()

describe.each(kinds)('a cache %s', (_, ask) => {
  test('keeps what is made for each key', () => {
    const first = [0, 1, 2].map((of) => ask(of, () => ({})))
    expect(new Set(first).size).toBe(3)
    expect([0, 1, 2].map((of) => ask(of, () => ({})))).toEqual(first)
    for (const of of [0, 1, 2]) expect(ask(of, () => ({}))).toBe(first[of])
  })

  test('is emptied with all others', () => {
    const first = ask(3, () => ({}))
    expect(ask(3, () => ({}))).toBe(first)
    dropAll()
    expect(ask(3, () => ({}))).not.toBe(first)
  })

  test('says how many entries are made, and none that is found again', () => {
    dropAll()
    const after = [0, 1, 1, 0].map((of) => {
      ask(of, () => ({}))
      return entriesMade()
    })
    expect(after[0]).toBeGreaterThan(0)
    expect(after[1]).toBeGreaterThan(after[0] ?? 0)
    expect(after.slice(2)).toEqual([after[1], after[1]])
  })
})

describe('a store', () => {
  test('is emptied when it is full', () => {
    const store = keyStore<number, string>(declareCache('trial of a store', ['number']), 2)
    for (const key of [1, 2, 3]) keep(store, key, 'x')
    expect([1, 2, 3].map((key) => recall(store, key))).toEqual([undefined, undefined, 'x'])
  })
})

describe('a store of what is asked for again', () => {
  const storeOf = (capacity: number) =>
    secondTimeStore<number>(declareCache('trial of a second time', ['number']), capacity)

  /** How often something is made for each of these keys in turn. */
  function madeFor(keys: readonly number[], capacity = 10): number {
    const store = storeOf(capacity)
    let count = 0
    for (const key of keys) atSecondTime(store, key, () => (count += 1))
    return count
  }

  test('keeps from the second time on', () => {
    expect([[1], [1, 1], [1, 1, 1, 1], [1, 2, 1, 2, 1]].map((keys) => madeFor(keys))).toEqual([1, 2, 2, 4])
  })

  test('is emptied before it grows without end', () => {
    expect(madeFor([1, 1, 2, 3, 1], 2)).toBe(5)
  })

  test('is emptied with all others', () => {
    const store = storeOf(10)
    for (const made of [1, 2]) atSecondTime(store, 0, () => made)
    dropAll()
    expect(atSecondTime(store, 0, () => 3)).toBe(3)
  })
})

describe('a store of what is asked for often', () => {
  const [one, two, three] = [{}, {}, {}]

  /** What is made for each of these keys in turn. */
  function madeFor(keys: readonly object[], capacity = 10): readonly number[] {
    const store = hotStore<number>(declareCache('trial of a hot store', ['object']), capacity)
    let count = 0
    return keys.map((key) => whenHot(store, key, () => (count += 1)))
  }

  test('keeps from the fifth time on, by object', () => {
    expect(madeFor([one, one, one, one, one, one, two, one])).toEqual([1, 2, 3, 4, 5, 5, 6, 5])
  })

  test('is emptied when it is full', () => {
    expect(madeFor([one, one, one, one, one, two, three, one], 2)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('is emptied with all others', () => {
    const store = hotStore<number>(declareCache('trial of a hot store that is dropped', ['object']), 10)
    for (let made = 1; made <= 5; made += 1) whenHot(store, one, () => made)
    expect(whenHot(store, one, () => 6)).toBe(5)
    dropAll()
    expect(whenHot(store, one, () => 7)).toBe(7)
  })
})

describe('a declared cache', () => {
  test('is in the list', () => {
    const cache = declareCache('trial listed', ['part'])
    expect(allCaches()).toContain(cache)
  })

  test('has no part that it does not declare', () => {
    expect(() => leavingOut(declareCache('trial short', ['part']), 'other', () => 0)).toThrow(/no part "other"/)
  })

  test('has its whole key again after a play that fails', () => {
    const cache = declareCache('trial failing', ['part'])
    const play = () =>
      leavingOut(cache, 'part', () => {
        throw new Error('it fails')
      })
    expect(play).toThrow('it fails')
    expect(cache.leftOut).toBeUndefined()
  })
})
