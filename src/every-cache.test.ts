import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Ask, plays } from './cache-plays.fixture.ts'
import { allCaches, type DeclaredCache, dropAll, leavingOut } from './memory/declared-cache.ts'
import { questions } from './rules/question-facts.ts'
import {
  changesOf,
  copiedPlays,
  guardedPlays,
  namedPlays,
  plainTenants,
  sessionPlays,
} from './session-plays.fixture.ts'
import { contextsOf, decidedVariants, judgedVariants, outcomeVariants } from './simulate/account-plays.fixture.ts'
import { policyPlays } from './simulate/conditional-access/policy-plays.fixture.ts'
import type { LegContext } from './simulate/leg-context.ts'
import { guardedOutcomesCache } from './simulate/leg-outcome.ts'
import { type FactName, factDomains } from './vocabulary/facts.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.ts$/.test(path) && !/\.(test|fixture)\.ts$/.test(path),
)
for (const path of sources)
  if (/\b(declareCache|cacheBy\w+|cachePerOwner)\b/.test(readFileSync(`src/${path}`, 'utf8')))
    await import(/* @vite-ignore */ `./${path}`)

/** Caches of the program; tests declare some of their own. */
const caches = allCaches().filter(({ name }) => !name.startsWith('trial '))

const textOf = (ask: Ask): string =>
  JSON.stringify(ask(), (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : (value ?? null),
  )

const coldly = (ask: Ask): string => {
  dropAll()
  return textOf(ask)
}

/** Whether leaving out a part of a key has one of these taken for another. */
function isTaken(cache: DeclaredCache, part: string, asks: readonly Ask[], cold: readonly string[]): boolean {
  return leavingOut(cache, part, () => [...asks, ...asks].some((ask, at) => textOf(ask) !== cold[at % asks.length]))
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

const withCold = (make: () => readonly Ask[]) =>
  once(() => {
    const asks = make()
    return { asks, cold: asks.map(coldly) }
  })
const policies = withCold(policyPlays)
const guarded = withCold(guardedPlays)

const legs = once(() => plainTenants().flatMap((tenant) => contextsOf(tenant, 7)))

interface Group {
  readonly asks: readonly Ask[]
  readonly cold: readonly string[]
}

/** Groups of questions with their answers from cold, of those whose answers differ. */
function* answered(groups: Iterable<readonly Ask[]>): Generator<Group> {
  for (const asks of groups) {
    const cold = asks.map(coldly)
    if (new Set(cold).size > 1) yield { asks, cold }
  }
}

/** The same once for all that look at them; a group is answered when it is asked for. */
function kept<T>(make: () => Iterator<T>): () => Iterable<T> {
  const known: T[] = []
  let open: Iterator<T> | undefined
  return function* () {
    for (let at = 0; ; at += 1) {
      if (at === known.length) {
        open ??= make()
        const { value, done } = open.next()
        if (done === true) return
        known.push(value)
      }
      yield known[at] as T
    }
  }
}

const sessions = new Map<string, () => Iterable<Group>>()

/** The sign-ins of several caches that differ in a part of a key. */
function answeredSessions(part: string): Iterable<Group> {
  // Parts without changes of their own have the same sign-ins.
  const key = part in changesOf || part === 'registration' ? part : ''
  const made = sessions.get(key) ?? kept(() => answered(sessionPlays(part)))
  sessions.set(key, made)
  return made()
}

function isTakenInOne(cache: DeclaredCache, part: string, groups: Iterable<Group>): boolean {
  for (const { asks, cold } of groups) if (isTaken(cache, part, asks, cold)) return true
  return false
}

function someLeg(): LegContext {
  const [leg] = legs()
  if (leg === undefined) throw new Error('the library has no leg')
  return leg.context
}

const isFact = (part: string): part is FactName => Object.hasOwn(factDomains, part)

const guardedCaches = [
  'location as policies see it',
  'device as policies see it',
  'grants as policies see them',
  'grants that are equal',
  'compiled policies',
]
const sessionCaches = [
  'how a leg goes',
  'how a leg goes for one user',
  'legs of a session',
  'stated of a person',
  'stated of the rest',
]

/** What the key of a leg takes from the tenant, the user and the request, and not from the facts of a person. */
const ofContext: ReadonlySet<string> = new Set(['mfaSatisfied', 'registration'])

/** Questions, a group at a time, of which the answers to some differ in a part of a key. */
function groupsFor({ name }: DeclaredCache, part: string): Iterable<Group> | undefined {
  if (name === 'judged credentials' && isFact(part)) return answered(judgedVariants(someLeg(), part))
  if (name === 'decisions about an account' && isFact(part)) return answered(decidedVariants(someLeg(), part))
  if (name === 'how a leg goes' && isFact(part) && !ofContext.has(part)) return answered(outcomeVariants(legs(), part))
  if (name === guardedOutcomesCache.name) return answered([namedPlays()])
  if (name === 'what is stated of an account') return answeredSessions(part)
  if (!sessionCaches.includes(name)) return undefined
  return part === 'tenant' ? answered([copiedPlays()]) : answeredSessions(part)
}

/** Whether a part of a key is needed: without it, some answer is treated as another. */
function isNeeded(cache: DeclaredCache, part: string): boolean {
  const groups = groupsFor(cache, part)
  if (groups !== undefined) return isTakenInOne(cache, part, groups)
  const own = plays[cache.name]
  if (own !== undefined) return isTaken(cache, part, own, own.map(coldly))
  const { asks, cold } = guardedCaches.includes(cache.name) ? guarded() : policies()
  return isTaken(cache, part, asks, cold)
}

const noNeeds = 'its own row is read only where the target needs other services, which it does not'

/** Parts that nothing shows to be needed, and why they are in the key all the same. */
const unproven: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'targets and what they need': {
    userAction: noNeeds,
    authenticationContext: noNeeds,
    scopes: noNeeds,
    confidentialClient: noNeeds,
    clientAppId: noNeeds,
    stepUp: noNeeds,
    baselineScopes: noNeeds,
  },
  'grants as policies see them': {
    homeRealm: 'what a person can present depends on it; of one person it differs only during a staged rollout',
  },
  'texts of legs': { facts: 'it only finds the text; everything that the text shows is compared' },
}

/** The caches of decisions have a test of their own, which goes through every question. */
const elsewhere = new Set(questions.map((question) => `decisions of ${question}`))

describe('without a part of its key a cache takes one thing for another:', () => {
  const tried = caches.filter(({ name }) => !elsewhere.has(name))

  test.each(tried.map((cache) => [cache.name, cache] as const))('%s', (name, cache) => {
    const left = cache.parts.filter((part) => !isNeeded(cache, part))
    expect(left).toEqual(Object.keys(unproven[name] ?? {}))
  })

  test('and there are some', () => {
    expect(tried.length).toBeGreaterThan(40)
    expect(new Set(tried.map(({ name }) => name)).size).toBe(tried.length)
  })

  test.each([...Object.keys(plays), ...guardedCaches, ...sessionCaches, ...Object.keys(unproven), ...elsewhere])(
    'there is still a cache called %s',
    (name) => {
      expect(caches.some((cache) => cache.name === name)).toBe(true)
    },
  )
})
