import { expect, test } from 'vitest'
import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import { decide } from '../../rules/decide.ts'
import { questionFacts } from '../../rules/question-facts.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { libraryTenants } from '../../simulate/plays.fixture.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { eventInstants } from '../../tenant/tenant-at.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import { type FactName, factDomains, type LegFacts } from '../../vocabulary/facts.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import { passingTimes } from './passing-time.ts'
import { reachOfTime, touchedBy } from './reach-of-time.ts'

const days = [...new Set(vendorTimeline.flatMap(({ from, until }) => [from, until ?? from]))].map((day) =>
  Date.parse(`${day}T00:00:00Z`),
)

/** Facts of a leg on which the switches of web services would count if it spoke that protocol. */
const factsOfEws: LegFacts = {
  service: 'exchange-online',
  ewsOrganization: 'null',
  ewsMailbox: 'true',
  ewsOutlook: 'allowed',
  ewsApplication: 'not-listed',
}

const questionsReading = (fact: FactName): readonly string[] =>
  Object.entries(questionFacts).flatMap(([question, facts]) => (facts.some((name) => name === fact) ? [question] : []))

/** Sign-ins that end otherwise from an instant on although nothing of that instant is said to reach them. */
function missedAt(tenant: Tenant, requests: readonly ClientRequest[], at: Instant): readonly string[] {
  const reached = reachOfTime(tenant, at - 1, at)
  return requests.flatMap((request) => {
    const before = simulateSession(tenant, { ...request, at: at - 1 })
    const product = tenant.clients.get(request.client)?.product.id ?? request.client
    if (before.length === 0 || reached(request, touchedBy(product, request, before))) return []
    const after = simulateSession(tenant, { ...request, at })
    const same = JSON.stringify(sessionVerdict(before)) === JSON.stringify(sessionVerdict(after))
    return same ? [] : [`${tenant.name}: ${request.user} ${request.client} ${new Date(at).toISOString()}`]
  })
}

test('no sign-in of the library is altered by a date that is not said to reach it', () => {
  const missed = libraryTenants().flatMap((tenant) => {
    const own = [...eventInstants(tenant), ...passingTimes(tenant).map(({ at }) => at)]
    // Ages of tenants decide what concerns them, so one that says nothing of its age is tried as well.
    const requests = [...planRequests(tenant)].filter((_, index) => index % 7 === 0)
    return [...new Set([...days, ...own])].flatMap((at) => missedAt(tenant, requests, at))
  })
  expect(missed).toEqual([])
}, 120_000)

test('which switch of web services counts makes no difference to other protocols', () => {
  const protocols = factDomains.protocolKind.filter((kind) => kind !== 'ews')
  const altered = protocols.filter((protocolKind) => {
    const answers = factDomains.ewsReading.map((ewsReading) =>
      JSON.stringify(decide('mailbox-gate', { ...factsOfEws, protocolKind, ewsReading })),
    )
    return new Set(answers).size > 1
  })
  expect(altered).toEqual([])
  expect(questionsReading('ewsReading')).toEqual(['mailbox-gate'])
})
