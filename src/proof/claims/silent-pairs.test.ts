import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ClientRequest, Signals } from '../../vocabulary/requests.ts'
import { type Side, sideOf } from '../side.ts'
import { assumedSignals } from './session-signals.ts'

interface Seen {
  readonly outcome: string
  readonly facts: string
}

function seen({ tenant }: Side, request: ClientRequest, more: Partial<Signals>): Seen {
  const traces = simulateSession(tenant, { ...request, signals: { ...request.signals, ...more } })
  return { outcome: JSON.stringify(traces.map(verdictOf)), facts: JSON.stringify(traces.map(({ facts }) => facts)) }
}

/** Pairs of values that change the outcome although neither changes an outcome or a fact alone. */
function surprises(side: Side, request: ClientRequest): readonly string[] {
  const before = seen(side, request, {})
  const silent = assumedSignals(side, side.tenant.users.get(request.user)).flatMap(({ key, values }) => {
    const of = values.map((value) => ({ key, value, ...seen(side, request, value) }))
    return of.every(({ outcome }) => outcome === before.outcome) ? of.filter(({ facts }) => facts === before.facts) : []
  })
  return silent.flatMap((one, index) =>
    silent.slice(index + 1).flatMap((other) => {
      if (one.key === other.key) return []
      const both = { ...one.value, ...other.value }
      return seen(side, request, both).outcome === before.outcome ? [] : [JSON.stringify(both)]
    }),
  )
}

const reader = nodeSourceReader(process.cwd())
const few = 2

test('two signals of which neither changes a fact alone change no sign-in of the library', { timeout: 120_000 }, () => {
  let tried = 0
  for (const name of readdirSync('scenarios').filter((file) => file.endsWith('.yaml'))) {
    const loaded = loadTenant(`scenarios/${name}`, reader)
    if (!loaded.ok || loaded.value.population !== undefined) continue
    const side = sideOf(loaded.value)
    const all = [...planRequests(side.tenant)]
    for (let at = 1; at <= few; at += 1) {
      const request = all[Math.floor((all.length * at) / (few + 1))]
      if (request === undefined) continue
      tried += 1
      expect(surprises(side, request), `${name} ${JSON.stringify(request)}`).toEqual([])
    }
  }
  expect(tried).toBeGreaterThan(50)
})
