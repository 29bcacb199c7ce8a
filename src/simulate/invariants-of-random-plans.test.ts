import { expect, test } from 'vitest'
import { randomPlan } from '../analysis/random-plan.fixture.ts'
import { brokenInvariants } from '../trace/invariants.ts'
import { planRequests } from './plan-requests.ts'
import { tenantOfText } from './plays.fixture.ts'
import { simulateSession } from './simulate-session.ts'

const eras = ['2016-06-01', '2019-10-01', '2022-11-15', '2026-11-22'].map((day) => Date.parse(day))

test.each([10, 11, 12])('every sign-in of random plan %i keeps the invariants of a trace', (seed) => {
  const tenant = tenantOfText(randomPlan(seed, 8), 'plan.yaml')
  const broken = new Set<string>()
  let played = 0
  for (const at of [tenant.asOf, ...eras])
    for (const request of planRequests(tenant, { at }))
      for (const trace of simulateSession(tenant, request)) {
        played += 1
        for (const what of brokenInvariants(trace)) broken.add(`${trace.request.client} ${trace.request.leg}: ${what}`)
      }
  expect(played).toBeGreaterThan(100)
  expect([...broken]).toEqual([])
})
