import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { claimKeys, isLegKey, readOfLeg, readSignIn } from '../../analysis/claims/keys.ts'
import { signInOf } from '../../analysis/claims/sign-in.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { decisions } from '../../trace/views.ts'
import type { ClientRequest, Signals } from '../../vocabulary/requests.ts'
import { sideOf } from '../side.ts'
import { assumedSignals, ownOfMethods, type SignalDomain } from './session-signals.ts'

/** Numbers that are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

/** All that a claim can read of a sign-in, but what combinations of one kind differ in; undefined if the device may not do it. */
function readingsOf(tenant: Tenant, request: ClientRequest, signals: Signals): string | undefined {
  const traces = simulateSession(tenant, { ...request, signals })
  if (traces.some((trace) => decisions(trace).some(({ question }) => question === 'sign-in-method'))) return undefined
  const signIn = signInOf(tenant, { ...request, signals }, traces)
  const keys = claimKeys.filter((key) => !ownOfMethods.has(key))
  return JSON.stringify(
    keys.map((key) =>
      isLegKey(key) ? signIn.legs.map((leg) => readOfLeg(signIn, leg, key)) : readSignIn(signIn, key),
    ),
  )
}

const ofMethods = (domains: readonly SignalDomain[]): readonly Partial<Signals>[] =>
  domains.find(({ key }) => key === 'methods')?.values ?? []

const reader = nodeSourceReader(process.cwd())

test('whatever is presented, a claim reads what it reads of one of the combinations that are tried', () => {
  const roll = dice(23)
  let [tried, differing] = [0, 0]
  for (const [index, name] of readdirSync('scenarios')
    .filter((file) => file.endsWith('.yaml'))
    .entries()) {
    if (index % 12 !== 0) continue
    const loaded = loadTenant(`scenarios/${name}`, reader)
    if (!loaded.ok || loaded.value.population !== undefined) continue
    const side = sideOf(loaded.value)
    const { tenant } = side
    const requests = [...planRequests(tenant)].filter(({ user }) => tenant.users.get(user)?.methods === undefined)
    for (let times = 0; times < Math.min(4, requests.length); times += 1) {
      const request = requests[roll(requests.length)]
      if (request === undefined) continue
      const user = tenant.users.get(request.user)
      const [every, kinds] = [ofMethods(assumedSignals(side, user)), ofMethods(assumedSignals(side, user, true))]
      if (kinds.length === every.length) continue
      const others = assumedSignals(side, user).filter(({ key }) => key !== 'methods')
      const picked = others.flatMap(({ values }) => (roll(3) === 0 ? (values[roll(values.length)] ?? []) : []))
      const signals: Signals = Object.assign({}, ...picked)
      const ofKinds = new Set(kinds.map((methods) => readingsOf(tenant, request, { ...signals, ...methods })))
      for (const methods of every) {
        const read = readingsOf(tenant, request, { ...signals, ...methods })
        if (read !== undefined)
          expect(ofKinds.has(read), `${name} ${JSON.stringify([request, signals, methods])}`).toBe(true)
      }
      tried += 1
      differing += ofKinds.size > 1 ? 1 : 0
    }
  }
  expect(tried).toBeGreaterThan(10)
  expect(differing).toBeGreaterThan(1)
})
