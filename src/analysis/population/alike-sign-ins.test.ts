import { expect, test } from 'vitest'
import { planRequests } from '../../simulate/plan-requests.ts'
import { type SetEngine, setEngine } from '../../simulate/play-sets.ts'
import type { Trace } from '../../trace/step.ts'
import type { ClientRequest, Signals } from '../../vocabulary/requests.ts'
import { readingOf } from '../compare/cell-reading.ts'
import { tenantOf } from '../random-plan.fixture.ts'
import { randomEstate, withBranches } from './random-estate.fixture.ts'
import { userSetsOf } from './user-sets-of.ts'

function engineOf(seed: number): { readonly engine: SetEngine; readonly at: number } {
  const tenant = tenantOf(withBranches(randomEstate(seed, 30, 3 + (seed % 9))))
  const read = userSetsOf(tenant, undefined, { kindsAs: 'coarse' })
  if (!read.ok) throw new Error('the users cannot be read')
  return { engine: setEngine(read.value), at: tenant.asOf }
}

/** All that is told of a sign-in, but for the network's name, its place in the file and its address. */
const told = ({ claims: _claims, origins, request: { network: _network, ...asked }, ...trace }: Trace): string =>
  JSON.stringify({ ...trace, asked, stated: origins.map((table) => Object.keys(table)) })

/** All that is told of how a sign-in ends. */
function endOf({ steps, facts, audit, conditionalAccess, refused, accepted, undetermined, methods }: Trace) {
  const { ifReportOnlyEnforced: _trial, ...combined } = conditionalAccess ?? {}
  return { steps, facts, audit, combined, refused, accepted, undetermined, methods }
}

/** Of sign-ins in which a token may answer, or each policy is asked by itself, nothing is said beforehand. */
const cases: readonly (readonly [number, Signals, number])[] = [
  [26, {}, 50],
  [26, { signedIn: 'yes' }, -1],
  [26, { authenticationContext: 'c1' }, -1],
]

test.each(cases)('users of whom the policies say the same end alike (estate %i, %j)', (seed, signals, atLeast) => {
  const { engine, at } = engineOf(seed)
  const known = new Map<string, string>()
  let [shared, byOthers] = [0, 0]
  const check = (key: string, end: string): boolean => {
    const seen = known.get(key)
    expect(seen ?? end).toBe(end)
    known.set(key, end)
    return seen !== undefined
  }
  // Users whom different policies reach, of whom those may say the same.
  for (const kind of engine.sets.kinds)
    for (const request of planRequests(engine.sets.tenant, { user: kind.representative, at, signals }))
      for (const { word, traces } of engine.play(kind, request, 'policies')) {
        const [said, played] = [word(), traces()]
        if (said === undefined) continue
        if (check(JSON.stringify([said.what, said.by]), JSON.stringify(played.map(endOf)))) shared += 1
        // Whichever policies say it: only who is blocked hears of them.
        const read = readingOf(played)
        const unnamed = read.legs.every(({ verdict }) => verdict.kind !== 'blocked')
        if (unnamed && check(said.what, JSON.stringify(read))) byOthers += 1
      }
  expect(shared).toBeGreaterThan(atLeast)
  expect(byOthers).toBeGreaterThan(atLeast)
})

test.each([26])('sign-ins of a kind from several networks go alike where they are said to (estate %i)', (seed) => {
  const { engine, at } = engineOf(seed)
  let alike = 0
  for (const kind of engine.sets.kinds) {
    const known = new Map<string, readonly string[]>()
    const toldOf = (request: ClientRequest): readonly string[] =>
      engine
        .play(kind, request, 'verdict', { as: 'representative' })
        .flatMap(({ traces, users }) => [users.members.join(), ...traces().map(told)])
    for (const request of planRequests(engine.sets.tenant, { user: kind.representative, at })) {
      const { client, purpose, application = '' } = request
      const word = [client, purpose, application, engine.likeness(kind, request)].join('\u0000')
      const before = known.get(word)
      if (before === undefined) known.set(word, toldOf(request))
      else {
        alike += 1
        expect(toldOf(request)).toEqual(before)
      }
    }
  }
  expect(alike).toBeGreaterThan(50)
})
