import { describe, expect, test } from 'vitest'
import type { Signals } from '../vocabulary/requests.ts'
import type { LegContext } from './leg-context.ts'
import {
  changedSignals,
  givenSignals,
  isWatched,
  partOfLeg,
  partOfSignals,
  type Watch,
  watched,
} from './watched-signals.ts'

const watchOf = (open: readonly (readonly [keyof Signals, readonly Partial<Signals>[]])[]): Watch => ({
  open: new Map(open),
  read: [],
  known: new Map(),
})

const yes = [{ signedIn: 'yes' }] as const
const wrong = [{ firstFactor: 'wrong' }] as const
const lost = [{ primaryRefreshToken: 'lost' }] as const
const three = () =>
  watchOf([
    ['signedIn', yes],
    ['firstFactor', wrong],
    ['primaryRefreshToken', lost],
  ])

describe('signals that are watched', () => {
  test('those read although nobody gives them are recorded once each, in order', () => {
    const watch = three()
    const { firstFactor, signedIn } = watched({}, watch)
    expect([firstFactor, signedIn]).toEqual([undefined, undefined])
    expect(watched({}, watch).firstFactor).toBeUndefined()
    expect(watch.read).toEqual(['firstFactor', 'signedIn'])
    expect([...watch.open.keys()]).toEqual(['primaryRefreshToken'])
  })

  test('what is given is read unnoticed, and what is not open as well', () => {
    const watch = three()
    const signals = watched({ signedIn: 'no' }, watch)
    expect(signals.signedIn).toBe('no')
    expect(signals.country).toBeUndefined()
    expect(watch.read).toEqual([])
  })

  test('what is known to be absent is read unnoticed', () => {
    const watch = three()
    const signals = watched({}, watch, new Set(['signedIn']))
    expect(signals.signedIn).toBeUndefined()
    expect(watch.read).toEqual([])
  })

  test('copying them reads all that are open', () => {
    const watch = three()
    expect({ ...watched({ country: 'US' }, watch) }).toEqual({ country: 'US' })
    expect(watch.read).toEqual(['signedIn', 'firstFactor', 'primaryRefreshToken'])
  })

  test('asking whether one is among them reads it', () => {
    const watch = three()
    expect('signedIn' in watched({}, watch)).toBe(false)
    expect('country' in watched({ country: 'US' }, watch)).toBe(true)
    expect(watch.read).toEqual(['signedIn'])
  })

  test('what is given can be looked at without a record', () => {
    const watch = three()
    const given: Signals = { country: 'US' }
    expect(givenSignals(watched(given, watch))).toBe(given)
    expect(givenSignals(given)).toBe(given)
    expect(watch.read).toEqual([])
    expect([isWatched(watched(given, watch)), isWatched(given)]).toEqual([true, false])
  })
})

describe('signals that are changed', () => {
  test('some are left out and others are added', () => {
    const signals: Signals = { signedIn: 'yes', country: 'US' }
    expect(changedSignals(signals, ['signedIn'], { lastMfa: 1 })).toEqual({ country: 'US', lastMfa: 1 })
    expect(changedSignals(signals, ['lastMfa', 'country'])).toEqual({ signedIn: 'yes' })
    expect(isWatched(changedSignals(signals, ['signedIn']))).toBe(false)
  })

  test('changing them reads none, and what is left out is absent from then on', () => {
    const watch = three()
    const once = changedSignals(watched({ signedIn: 'yes', country: 'US' }, watch), ['signedIn'])
    const twice = changedSignals(once, ['firstFactor'], { lastMfa: 1 })
    expect(watch.read).toEqual([])
    expect([twice.signedIn, twice.firstFactor, twice.country, twice.lastMfa]).toEqual([undefined, undefined, 'US', 1])
    expect(watch.read).toEqual([])
    expect([once.firstFactor, twice.primaryRefreshToken]).toEqual([undefined, undefined])
    expect(watch.read).toEqual(['firstFactor', 'primaryRefreshToken'])
  })
})

/** What is recorded as read of a part of a sign-in. */
function readOf<T>(compute: (signals: Signals) => T, given: Signals = {}, absent: readonly string[] = []) {
  const watch = three()
  const value = partOfSignals(watched(given, watch, new Set(absent)), compute)
  return { value, read: watch.read }
}

describe('a part of a sign-in', () => {
  test('is computed as it is where nothing is watched', () => {
    expect(partOfSignals({ country: 'US' }, ({ country }) => country)).toBe('US')
  })

  test('counts as reading what makes a difference to it', () => {
    expect(readOf(({ signedIn }) => signedIn ?? 'no')).toEqual({ value: 'no', read: ['signedIn'] })
  })

  test('does not count as reading what makes none', () => {
    const found = readOf(({ signedIn, firstFactor }) => [signedIn, firstFactor === 'right'].at(1))
    expect(found).toEqual({ value: false, read: [] })
  })

  test('counts each that makes a difference by itself', () => {
    const found = readOf(({ primaryRefreshToken, signedIn }) => `${primaryRefreshToken} ${signedIn}`)
    expect(found.read).toEqual(['primaryRefreshToken', 'signedIn'])
  })

  test('counts one that makes a difference with another alone, and the other no more once it is absent', () => {
    const found = readOf(({ signedIn, firstFactor }) => signedIn === 'yes' && firstFactor === 'wrong')
    expect(found).toEqual({ value: false, read: ['signedIn'] })
  })

  test('counts one that is read before another that makes a difference, since it may do so with that one', () => {
    const found = readOf(({ signedIn, firstFactor }) => [signedIn, firstFactor === 'wrong'].at(1))
    expect(found.read).toEqual(['signedIn', 'firstFactor'])
  })

  test('counts neither what is given nor what is absent', () => {
    const all = ({ signedIn, firstFactor }: Signals) => `${signedIn} ${firstFactor}`
    expect(readOf(all, { signedIn: 'yes' })).toEqual({ value: 'yes undefined', read: ['firstFactor'] })
    expect(readOf(all, {}, ['signedIn'])).toEqual({ value: 'undefined undefined', read: ['firstFactor'] })
  })

  test('counts one of which any value makes a difference', () => {
    const watch = watchOf([['signedIn', [{ signedIn: 'no' }, { signedIn: 'yes' }]]])
    partOfSignals(watched({}, watch), ({ signedIn }) => signedIn === 'yes')
    expect(watch.read).toEqual(['signedIn'])
  })

  test('counts one with more values than can be tried', () => {
    const readAmong = (count: number) => {
      const values = Array.from({ length: count }, (_, lastMfa) => ({ lastMfa }))
      const watch = watchOf([['lastMfa', values]])
      partOfSignals(watched({}, watch), ({ lastMfa }) => lastMfa === -1)
      return watch.read
    }
    expect([readAmong(20), readAmong(200)]).toEqual([[], ['lastMfa']])
  })

  test('has to be the same each time', () => {
    let count = 0
    const unequal = () => {
      count += 1
      return count
    }
    expect(() => readOf(unequal)).toThrow('a part of a sign-in differs from itself')
  })
})

describe('a part of which is known what it reads', () => {
  const part = { name: 'part', reads: ['signedIn'] } as const

  /** How often each of some sign-ins computes a part whose results are kept. */
  function counted(...all: readonly { given?: Signals; open?: boolean; absent?: boolean; name?: string }[]) {
    const known = new Map<string, keyof Signals | undefined>()
    return all.map(({ given = {}, open = true, absent = false, name = 'part' }) => {
      let count = 0
      const watch: Watch = { open: new Map(open ? [['signedIn', yes]] : []), read: [], known }
      const compute = ({ signedIn }: Signals) => {
        count += 1
        return signedIn === 'yes'
      }
      partOfSignals(watched(given, watch, new Set(absent ? ['signedIn'] : [])), compute, { ...part, name })
      return [count, watch.read] as const
    })
  }

  test('is found out once for each that it reads', () => {
    const [first, again] = counted({}, {})
    expect(first?.[0]).toBeGreaterThan(1)
    expect(again).toEqual([1, ['signedIn']])
  })

  test.each([
    ['that is given', { given: { signedIn: 'no' } }, true, []],
    ['of another name', { name: 'other' }, true, ['signedIn']],
    // Once it counts as read, it is no longer open: that was found out as well.
    ['that is not open', { open: false }, false, []],
    ['that is absent', { absent: true }, false, []],
  ] as const)('is found out for one %s', (_, other, isAgain, read) => {
    const [, [count, found] = [0, undefined]] = counted({}, other)
    expect([count > 1, found]).toEqual([isAgain, read])
    const [, [after] = [0]] = counted(other, {})
    expect(after).toBeGreaterThan(1)
  })

  test('is found out once for all that give what it does not read', () => {
    expect(counted({}, { given: { country: 'US' } })[1]).toEqual([1, ['signedIn']])
  })

  test('is found out once where a signal is absent or not open', () => {
    const [, [count] = [0]] = counted({ absent: true }, { open: false })
    expect(count).toBe(1)
  })

  test('may read nothing else', () => {
    const reading = (reads: readonly (keyof Signals)[]) => () =>
      partOfSignals(watched({}, three()), ({ firstFactor }) => firstFactor, { name: 'part', reads })
    expect(reading(['signedIn'])).toThrow('part reads firstFactor besides')
    expect(reading(['firstFactor'])()).toBeUndefined()
  })

  test('is found out each time where nothing is kept', () => {
    const watch: Watch = { open: new Map([['signedIn', yes]]), read: [] }
    expect(partOfSignals(watched({}, watch), ({ signedIn }) => signedIn, part)).toBeUndefined()
    expect(watch.read).toEqual(['signedIn'])
  })
})

describe('a part of a leg', () => {
  const legOf = (leg: string, signals: Signals, answeredBy?: string) =>
    ({ request: { leg, signals }, answeredBy }) as unknown as LegContext
  const part = { name: 'part', reads: ['signedIn'] } as const

  test('is computed of the leg itself where nothing is watched', () => {
    const context = legOf('mailbox', {})
    expect(partOfLeg(context, part, (own) => own)).toBe(context)
  })

  test('reads what makes a difference, and keeps the rest of the leg', () => {
    const watch = three()
    const found = partOfLeg(
      legOf('mailbox', watched({ country: 'US' }, watch)),
      part,
      ({ request: { leg, signals } }) => `${leg} ${signals.country} ${signals.signedIn}`,
    )
    expect(found).toBe('mailbox US undefined')
    expect(watch.read).toEqual(['signedIn'])
  })

  test.each([
    ['mailbox', undefined, false],
    ['archive', undefined, true],
    ['mailbox', 'cached-token', true],
  ] as const)('is found out again for another leg or answer: %s %s', (leg, answeredBy, isAgain) => {
    const known: NonNullable<Watch['known']> = new Map()
    let count = 0
    const of = (context: (signals: Signals) => LegContext) => {
      count = 0
      const watch: Watch = { open: new Map([['signedIn', yes]]), read: [], known }
      partOfLeg(context(watched({}, watch)), part, ({ request: { signals } }) => {
        count += 1
        return signals.signedIn === 'yes'
      })
    }
    of((signals) => legOf('mailbox', signals))
    of((signals) => legOf(leg, signals, answeredBy))
    expect(count > 1).toBe(isAgain)
  })
})
