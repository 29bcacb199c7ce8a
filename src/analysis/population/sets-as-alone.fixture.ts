import { fullBitmap, isIn } from '../../classes/bitmap.ts'
import { placesOf } from '../../classes/user-sets.ts'
import { dropAll, entriesMade } from '../../memory/declared-cache.ts'
import { alikeNetworks } from '../../simulate/alike-networks.ts'
import type { Detail } from '../../simulate/conditional-access/question-splits.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { type SetEngine, setEngine } from '../../simulate/play-sets.ts'
import { shortHash } from '../../simulate/record-lines.fixture.ts'
import { playLeg, simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ClientRequest, Signals } from '../../vocabulary/requests.ts'
import { readingKey, readingOf } from '../compare/cell-reading.ts'
import { choices, tenantOf } from '../random-plan.fixture.ts'
import { randomEstate, randomSignals } from './random-estate.fixture.ts'
import { userSetsOf } from './user-sets-of.ts'

/** What playing users in sets comes to: users for whom the set says something else, and how many sets there were. */
export interface PlayedSignIn {
  readonly otherwise: readonly string[]
  readonly sets: readonly number[]
}

/** The same of all sign-ins of an estate, and which sign-ins and networks go alike. */
export interface PlayedEstate extends PlayedSignIn {
  readonly alike: string
  /** How many entries all caches make, starting without any. */
  readonly entries: number
}

const withoutNames = (trace: Trace) => {
  const verdict = verdictOf(trace)
  return verdict.kind === 'blocked' ? { ...verdict, policies: verdict.policies.length > 0 } : verdict
}

/** What a detail tells apart beyond the verdict. */
const more: { readonly [Name in Detail]: (trace: Trace) => unknown } = {
  verdict: () => undefined,
  demands: (trace) => [verdictOf(trace), trace.conditionalAccess?.required, trace.conditionalAccess?.session],
  policies: (trace) => [
    verdictOf(trace),
    trace.conditionalAccess,
    trace.policyOutcomes?.map(({ effect, missing }) => [effect, missing]),
  ],
}

const shown = (traces: readonly Trace[], detail: Detail): string =>
  JSON.stringify(traces.map((trace) => [withoutNames(trace), trace.audit, trace.facts, more[detail](trace)]))

/** What users of a set have in common where sets are made by how the sign-in ends. */
const endings: {
  readonly [Name in 'ending' | 'reading' | 'unnamed-reading']: (traces: readonly Trace[]) => unknown
} = {
  ending: (traces) => traces.map(withoutNames),
  reading: (traces) => readingKey(readingOf(traces)),
  'unnamed-reading': (traces) => {
    const { legs, prompts } = readingOf(traces)
    return [prompts, legs.map(({ verdict: _verdict, ...leg }) => leg), traces.map(withoutNames)]
  },
}

type Kind = SetEngine['sets']['kinds'][number]

/** Plays a sign-in of a kind in sets of each ending, and alone for each user. */
function endedAlike(tenant: Tenant, engine: SetEngine, kind: Kind, planned: ClientRequest): readonly PlayedSignIn[] {
  return (Object.keys(endings) as (keyof typeof endings)[]).map((detail) => {
    const endOf = (traces: readonly Trace[]) => JSON.stringify(endings[detail](traces))
    const parts = engine.play(kind, planned, detail)
    const otherwise = parts.flatMap(({ users, traces, request }) => {
      const said = endOf(traces())
      return [...placesOf(users)]
        .map((place) => engine.sets.nameAt(place))
        .filter((user) => endOf(simulateSession(tenant, { ...request, user })) !== said)
    })
    return { otherwise, sets: [parts.length] }
  })
}

/** Plays a sign-in of a kind in sets of each detail, and alone for each user. */
function played(tenant: Tenant, engine: SetEngine, kind: Kind, planned: ClientRequest): readonly PlayedSignIn[] {
  const alone = new Map<string, readonly Trace[]>()
  const tracesOf = (request: ClientRequest) => {
    const known = alone.get(request.user)
    const made = known ?? simulateSession(tenant, request)
    alone.set(request.user, made)
    return made
  }
  return (['verdict', 'demands', 'policies'] as const).map((detail) => {
    const parts = engine.play(kind, planned, detail)
    const counted = parts.reduce((sum, { users }) => sum + [...placesOf(users)].length, 0)
    const wrong = parts.flatMap(({ users, legs, request }) => {
      const said = shown(legs.map(playLeg), detail)
      return [...placesOf(users)]
        .map((place) => engine.sets.nameAt(place))
        .filter((user) => shown(tracesOf({ ...request, user }), detail) !== said)
    })
    const lost = counted === 0 || counted === kind.size ? [] : [`${counted} of ${kind.size} users`]
    return { otherwise: [...wrong, ...lost], sets: [parts.length] }
  })
}

/** Where a policy can be off or on and a user is not concerned, and the sign-in still ends otherwise. */
function wronglyUnconcerned(tenant: Tenant, engine: SetEngine, kind: Kind, planned: ClientRequest): readonly string[] {
  const { conditionalAccess } = tenant
  // Where a method can be registered depends on whether any policy asks because of risk.
  const tried = conditionalAccess.policies.filter(
    ({ conditions: { signInRisk, userRisk } }) => signInRisk === undefined && userRisk === undefined,
  )
  return tried.flatMap(({ name }) => {
    const policies = conditionalAccess.policies.map((one) =>
      one.name === name
        ? { ...one, state: one.state === 'disabled' ? ('enabled' as const) : ('disabled' as const) }
        : one,
    )
    const changed: Tenant = { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
    const concerned = [tenant, changed].flatMap((one) => {
      const read = userSetsOf(one)
      const own = one === tenant ? engine : setEngine(read.ok ? read.value : engine.sets)
      const found = own.concerned(kind, planned, new Set([name])).get(name)
      return found === undefined ? [] : [found]
    })
    return [...placesOf({ kind, members: fullBitmap(kind.size) })].flatMap((place, index) => {
      if (concerned.some((users) => isIn(users, index))) return []
      const request = { ...planned, user: engine.sets.nameAt(place) }
      const [before, after] = [tenant, changed].map((one) => shown(simulateSession(one, request), 'demands'))
      return before === after ? [] : [`${request.user} without ${name}`]
    })
  })
}

/** Plays some sign-ins of a small estate, drawn by a number. */
export function playedEstate(seed: number): PlayedEstate {
  dropAll()
  const tenant = tenantOf(randomEstate(seed, 7, 1 + (seed % 6)))
  const loaded = userSetsOf(tenant)
  if (!loaded.ok) throw new Error('the users cannot be read')
  const engine = setEngine(loaded.value)
  const choose = choices(seed)
  const all = engine.sets.kinds.flatMap((kind) => {
    const requests = [
      ...planRequests(engine.sets.tenant, { user: kind.representative, signals: randomSignals(seed) }),
    ].filter(() => choose(6) === 0)
    return requests.slice(0, 2).flatMap((planned) => {
      const otherwise = wronglyUnconcerned(tenant, engine, kind, planned)
      const ended = endedAlike(tenant, engine, kind, planned)
      return [...played(tenant, engine, kind, planned), { otherwise, sets: [] }, ...ended]
    })
  })
  const alike = alikeIn(tenant, engine, randomSignals(seed))
  return {
    otherwise: all.flatMap(({ otherwise }) => otherwise),
    sets: all.flatMap(({ sets }) => sets),
    alike,
    entries: entriesMade(),
  }
}

/** Equal texts get equal numbers, in the order in which they appear. */
function numbersOf(texts: readonly (string | undefined)[]): readonly number[] {
  const known = new Map<string | undefined, number>()
  return texts.map((text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  })
}

/** Sign-ins of the representative of a kind, as they are and with signals; also where a second factor is registered. */
const requestsOf = (
  { sets }: SetEngine,
  { representative: user }: Kind,
  signals: Signals,
): readonly ClientRequest[] => [
  ...planRequests(sets.tenant, { user, signals }),
  ...planRequests(sets.tenant, { user }),
  ...planRequests(sets.tenant, { user, purpose: 'register-for-mfa' }),
]

/** Which networks, sign-ins and parts of their users are said to go alike, which policies decide and concern whom, as a fingerprint. */
function alikeIn(tenant: Tenant, engine: SetEngine, signals: Signals): string {
  const networks = numbersOf([...alikeNetworks([tenant]).values()])
  const names = new Set(tenant.conditionalAccess.policies.map(({ name }) => name))
  const signIns = engine.sets.kinds.flatMap((kind) =>
    requestsOf(engine, kind, signals).map((request) => {
      const answering = engine.answering(kind, request)
      return {
        likeness: engine.likeness(kind, request),
        answering,
        said: answering?.among(fullBitmap(kind.size))?.map(({ said: { what, by } }) => `${what} ${by}`) ?? [],
        parts: engine.play(kind, request, 'ending'),
        concerned: [...engine.concerned(kind, request, names)].map(([name, users]) => [name, [...users]]),
      }
    }),
  )
  const parts = signIns.flatMap((one) => one.parts)
  const words = parts.map(({ word }) => word())
  return shortHash(
    JSON.stringify([
      networks,
      numbersOf(signIns.map(({ likeness }) => likeness)),
      numbersOf(signIns.map(({ answering }) => answering?.asked)),
      numbersOf(signIns.map(({ answering }) => answering?.key)),
      numbersOf(signIns.flatMap(({ said }) => said)),
      numbersOf(words.map((word) => word?.what)),
      numbersOf(words.map((word) => word?.by)),
      parts.map(({ legs, decidingOn }) => legs.map((_, at) => decidingOn(at) ?? null)),
      signIns.map(({ concerned }) => concerned),
    ]),
  )
}

/** Where the estates are listed by their numbers, each with how many sets its sign-ins make. */
export const estatesFile = 'src/analysis/population/sets-as-alone.jsonl'

/** An estate by its number, with how many sets each sign-in makes, a fingerprint of what goes alike, and entries of caches. */
export type ListedEstate = readonly [seed: number, sets: string, alike: string, entries: number]

/** Reads the list. */
export const readEstates = (text: string): readonly ListedEstate[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** The text of the list, an estate on each line. */
export const writtenEstates = (estates: readonly ListedEstate[]): string =>
  estates.map((estate) => `${JSON.stringify(estate)}\n`).join('')
