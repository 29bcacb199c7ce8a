import { describe, expect, test } from 'vitest'
import { planRequests } from '../simulate/plan-requests.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { describedRequests } from './described-requests.ts'

function tenantOf(name: string) {
  const loaded = loadTenant(`scenarios/${name}.yaml`, nodeSourceReader('.'))
  if (!loaded.ok) throw new Error('the scenario is valid')
  return loaded.value
}

describe.each(['conditional-access', 'conditional-access-controls'])('every sign-in of %s as a request', (name) => {
  const tenant = tenantOf(name)
  const signIns = [...planRequests(tenant)].map((signIn, index) => ({
    name: `sign-in ${index}`,
    place: `all.feature:${index}`,
    signIns: [signIn],
  }))
  const { requests, leftOut = [] } = describedRequests(tenant, signIns)

  test('is one of a scenario, or the scenario is left out', () => {
    const asked = new Set(requests.flatMap(({ scenarios = [] }) => scenarios.map(({ place }) => place)))
    const places = new Set([...asked, ...leftOut.map(({ place }) => place)])
    expect(places.size).toBe(signIns.length)
    expect(leftOut.filter(({ place }) => asked.has(place))).toEqual([])
    const bodies = requests.map(({ request }) => JSON.stringify(request))
    expect(new Set(bodies).size).toBe(bodies.length)
  })

  test('expects of the policies what the played sign-in says of them', () => {
    const byPlace = new Map(signIns.map(({ place, signIns: [signIn] }) => [place, signIn]))
    let compared = 0
    for (const { aims, scenarios = [], request } of requests) {
      const application = (request.signInContext['includeApplications'] ?? []) as readonly string[]
      for (const { place } of scenarios) {
        const signIn = byPlace.get(place)
        const traces = signIn === undefined ? [] : simulateSession(tenant, signIn)
        const outcomes = traces
          .filter(({ resource }) => resource === undefined || application.includes(resource))
          .flatMap(({ policyOutcomes = [] }) => policyOutcomes)
        for (const { policy, misses } of aims) {
          const said = new Set(outcomes.filter((one) => one.policy === policy).map(({ effect }) => effect))
          if (said.has('signal-dependent')) continue
          compared += 1
          const fits = misses === undefined ? said.has('applies') || said.has('report-only') : said.has('skipped')
          expect(fits, `${place} ${policy} ${[...said]} ${JSON.stringify(request)}`).toBe(true)
        }
      }
    }
    expect(compared).toBeGreaterThan(100)
  })
})
