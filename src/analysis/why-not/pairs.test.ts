import { describe, expect, test } from 'vitest'
import { shareOf } from '../../share.fixture.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import { planOf } from '../matrix/plan.ts'
import type { Lever } from './lever.ts'
import { countOfPairs, pairsOf, workingPairs } from './pairs.ts'
import { whyNot } from './why-not.ts'

const lever = (number: number, kind: Lever['kind'] = 'workload-setting'): Lever => ({
  kind,
  dimension: String(number >> 1),
  what: `lever ${number}`,
  edits: [],
})

const choices = (seed: number): ((limit: number) => number) => {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % limit
  }
}

/** A made-up world in which few levers matter, some of them only together with others. */
function worldOf(seed: number, levers: readonly Lever[]) {
  const choose = choices(seed)
  const some = (count: number) => Array.from({ length: count }, () => choose(levers.length))
  const alone = new Set(some(3))
  const together = Array.from({ length: 4 }, () => some(2))
  const reading = (pulled: readonly Lever[]): string => {
    const numbers = new Set(pulled.map((one) => levers.indexOf(one)))
    const own = [...numbers].filter((number) => alone.has(number)).sort()
    const joint = together.filter((both) => both.every((number) => numbers.has(number)))
    return JSON.stringify([own, joint])
  }
  // No lever is enough alone: what works is some of the rest.
  const singles = new Set([reading([]), ...levers.map((one) => reading([one]))])
  return {
    reading,
    works: (pulled: readonly Lever[]) => !singles.has(reading(pulled)) && reading(pulled).length % 3 > 0,
  }
}

describe('pairs ruled out in groups', () => {
  test('are those that a search of every pair does not find, whatever matters alone or together', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const levers = Array.from({ length: 24 }, (_, at) => lever(at, at % 3 === 0 ? 'user-setting' : 'network'))
      const probe = worldOf(seed, levers)
      const every = [...pairsOf(levers)].filter((pair) => probe.works(pair))
      expect(workingPairs(probe, levers)).toEqual(every)
    }
  })

  test('are counted as tried', () => {
    const levers = Array.from({ length: 9 }, (_, at) => lever(at))
    expect(countOfPairs(levers)).toBe([...pairsOf(levers)].length)
  })
})

const small = (more: string): string => `
name: Small
asOf: 2021-03-01
createdDateTime: 2018-01-01
securityDefaults: false
multifactorAuthentication: { appPasswords: blocked, trustedIps: [] }
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
networks: [{ name: internet }]
clients: [imap-client]
users: [{ userPrincipalName: ada@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [], roles: [],
  groups: [], mailbox: exchange-online, archive: none }]
${more}
`

const tenants = {
  'a policy demands MFA': `workloads: { exchange-online: { modernAuthentication: true } }
conditionalAccess: { policies: [{ displayName: one, state: enabled,
  conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] },
  grantControls: { operator: OR, builtInControls: [mfa] } }] }`,
  'two policies block': `workloads: { exchange-online: {} }
conditionalAccess: { policies: [${['one', 'two'].map(
    (name) => `{ displayName: ${name}, state: enabled,
  conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] },
  grantControls: { operator: OR, builtInControls: [block] } }`,
  )}] }`,
}

const ends =
  (want: string) =>
  (traces: readonly Trace[]): boolean => {
    const verdict = sessionVerdict(traces)
    return verdict.kind === want || (verdict.kind === 'signs-in' && verdict.credentials.join() === want)
  }

describe.each(shareOf(Object.entries(tenants), 2))('where %s', (_name, more) => {
  test.each(['account-password', 'interactive'])(
    'the search for %s finds what a search of every pair finds',
    (want) => {
      const plan = planOf({ name: 'small.yaml', text: small(more) })
      if (!plan.ok) throw new Error(JSON.stringify(plan.diagnostics.map(({ code, args }) => [code, args])))
      const question = {
        plan: plan.value,
        filter: { user: 'ada@contoso.com', client: 'imap-client', purpose: 'read-mail' },
        wanted: ends(want),
        limit: 200,
      } as const
      expect(whyNot(question)).toEqual(whyNot({ ...question, exhaustive: true }))
    },
    60_000,
  )
})
