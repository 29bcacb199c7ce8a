import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { type Watch, watched } from '../../simulate/watched-signals.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ClientRequest, Signals } from '../../vocabulary/requests.ts'
import { type Side, sideOf } from '../side.ts'
import { assumedSignals, type SignalDomain, usual } from './session-signals.ts'

/** Numbers that are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

const endOf = ({ tenant }: Side, request: ClientRequest, signals: Signals): string =>
  JSON.stringify(simulateSession(tenant, { ...request, signals }).map(verdictOf))

/** Of what a sign-in brings, no more than it is found to depend on. */
function dependedOn({ tenant }: Side, request: ClientRequest, all: Signals, domains: readonly SignalDomain[]): Signals {
  const open: Watch['open'] = new Map(domains.map(({ key, values }) => [key, values]))
  const known: NonNullable<Watch['known']> = new Map()
  let signals: Signals = {}
  for (;;) {
    const watch: Watch = { open: new Map(open), read: [], known }
    simulateSession(tenant, { ...request, signals: watched(signals, watch) }).map(verdictOf)
    const first = watch.read.find((key) => all[key] !== undefined)
    if (first === undefined) return signals
    for (const key of watch.read.slice(0, watch.read.indexOf(first) + 1)) open.delete(key)
    signals = { ...signals, [first]: all[first] }
  }
}

const reader = nodeSourceReader(process.cwd())

test('what a sign-in of the library is not found to depend on makes no difference to it', { timeout: 60_000 }, () => {
  const roll = dice(19)
  let [tried, dropped] = [0, 0]
  for (const name of readdirSync('scenarios').filter((file) => file.endsWith('.yaml'))) {
    const loaded = loadTenant(`scenarios/${name}`, reader)
    if (!loaded.ok || loaded.value.population !== undefined) continue
    const side = sideOf(loaded.value)
    const requests = [...planRequests(side.tenant)]
    for (let times = 0; times < 2; times += 1) {
      const request = requests[roll(requests.length)]
      if (request === undefined) continue
      const domains = assumedSignals(side, side.tenant.users.get(request.user))
      const picked = domains.flatMap(({ values }) => (roll(3) === 0 ? [] : (values[roll(values.length)] ?? [])))
      const all: Signals = Object.assign({}, ...picked)
      const needed = dependedOn(side, request, all, domains)
      // What is assumed without a word changes nothing where it is said.
      const said: Signals = { ...(roll(2) === 0 ? usual : {}), ...all }
      tried += 1
      dropped += Object.keys(all).length - Object.keys(needed).length
      expect(endOf(side, request, needed), `${name} ${JSON.stringify([request, said, needed])}`).toBe(
        endOf(side, request, said),
      )
    }
  }
  expect(tried).toBeGreaterThan(80)
  expect(dropped).toBeGreaterThan(tried)
})
