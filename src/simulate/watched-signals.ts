import type { Signals } from '../vocabulary/requests.ts'
import type { LegContext } from './leg-context.ts'

type SignalKey = keyof Signals

/** Which of the signals that nobody gives a sign-in depends on. */
export interface Watch {
  /** Signals that may have any of these values, or be absent; those read so far are no longer among them. */
  readonly open: Map<SignalKey, readonly Partial<Signals>[]>
  /** The signals read, in order: each counted as absent from then on. */
  readonly read: SignalKey[]
  /** What was found about parts of the sign-ins of one request. */
  readonly known?: Map<string, SignalKey | undefined>
}

interface Behind {
  readonly watch: Watch
  readonly given: Signals
  /** Signals that are known to be absent here, whatever the sign-in brings. */
  readonly absent: ReadonlySet<string>
}

const behind = Symbol('behind')

const behindOf = (signals: Signals): Behind | undefined => (signals as { readonly [behind]?: Behind })[behind]

/** Whether it is recorded which of these signals are read. */
export const isWatched = (signals: Signals): boolean => behindOf(signals) !== undefined

function note({ open, read }: Watch, key: SignalKey): void {
  if (open.delete(key)) read.push(key)
}

/** Signals that record which of them are read although nobody gives them; copying them reads all. */
export function watched(given: Signals, watch: Watch, absent: ReadonlySet<string> = new Set()): Signals {
  return new Proxy(given, {
    get: (_, name) => {
      if (name === behind) return { watch, given, absent } satisfies Behind
      // Invariant: only names of signals are found among those that are open.
      const key = name as SignalKey
      if (given[key] === undefined && !absent.has(key)) note(watch, key)
      return given[key]
    },
    has: (_, name) => {
      note(watch, name as SignalKey)
      return name in given
    },
    ownKeys: () => {
      for (const key of [...watch.open.keys()]) note(watch, key)
      return Reflect.ownKeys(given)
    },
  })
}

/** The signals that are given, read unnoticed: for what cannot happen with those that nobody gives. */
export const givenSignals = (signals: Signals): Signals => behindOf(signals)?.given ?? signals

/** Signals without those of these names, and with others added. */
export function changedSignals(signals: Signals, without: readonly SignalKey[], more: Partial<Signals> = {}): Signals {
  const own = behindOf(signals)
  const kept = Object.entries(own?.given ?? signals).filter(([name]) => !without.some((key) => key === name))
  const changed: Signals = { ...Object.fromEntries(kept), ...more }
  return own === undefined ? changed : watched(changed, own.watch, new Set([...own.absent, ...without]))
}

/** As many times as a part of a sign-in is computed to find out what it depends on. */
const most = 100

/** The first of the open signals that makes a difference to what is computed, alone or with others. */
function firstThatMatters<T>(
  { watch, given, absent }: Behind,
  compute: (signals: Signals) => T,
  part?: Part,
): SignalKey | undefined {
  let left = most
  const result = (signals: Signals, own: Watch): string | undefined =>
    JSON.stringify(compute(watched(signals, own, absent)))
  const first = result(given, { open: new Map(watch.open), read: [] })
  const search = (signals: Signals, open: Watch['open']): SignalKey | 'itself' | undefined => {
    left -= 1
    const own: Watch = { open: new Map(open), read: [] }
    if (left < 0 || result(signals, own) !== first) return 'itself'
    const other = part && own.read.find((key) => !part.reads.includes(key))
    if (other !== undefined) throw new Error(`${part?.name} reads ${other} besides`)
    const still = new Map(open)
    for (const key of own.read) {
      const values = still.get(key) ?? []
      still.delete(key)
      if (values.some((value) => search({ ...signals, ...value }, still) !== undefined)) return key
    }
    return undefined
  }
  const found = search(given, watch.open)
  if (found === 'itself') throw new Error('a part of a sign-in differs from itself')
  return found
}

/**
 * A part of a sign-in that reads signals by itself. Where they are watched, those it reads count as read only if they
 * make a difference to it.
 */
export function partOfSignals<T>(signals: Signals, compute: (signals: Signals) => T, part?: Part): T {
  const own = behindOf(signals)
  if (own === undefined) return compute(signals)
  const next = (): SignalKey | undefined =>
    part === undefined ? firstThatMatters(own, compute) : knownToMatter(own, compute, part)
  for (let key = next(); key !== undefined; key = next()) note(own.watch, key)
  return compute(own.given)
}

/** A part of which is known what it reads. Invariant: with equal names and signals of these keys it is the same. */
export interface Part {
  readonly name: string
  readonly reads: readonly SignalKey[]
}

function knownToMatter<T>(own: Behind, compute: (signals: Signals) => T, part: Part): SignalKey | undefined {
  const { name, reads } = part
  const { watch, given, absent } = own
  if (watch.known === undefined) return firstThatMatters(own, compute)
  const of = (key: SignalKey): unknown => given[key] ?? (watch.open.has(key) && !absent.has(key) ? 'open' : null)
  const word = `${name} ${JSON.stringify(reads.map((key) => [of(key)]))}`
  if (watch.known.has(word)) return watch.known.get(word)
  const found = firstThatMatters(own, compute, part)
  watch.known.set(word, found)
  return found
}

/** The same for a part that reads more of a leg than signals. */
export function partOfLeg<T>(context: LegContext, part: Part, compute: (context: LegContext) => T): T {
  const { request, answeredBy = '' } = context
  if (!isWatched(request.signals)) return compute(context)
  const { name, reads } = part
  return partOfSignals(request.signals, (signals) => compute({ ...context, request: { ...request, signals } }), {
    name: `${name} ${request.leg} ${answeredBy}`,
    reads,
  })
}
