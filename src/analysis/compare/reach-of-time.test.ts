import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import { decide } from '../../rules/decide.ts'
import { questionFacts } from '../../rules/question-facts.ts'
import { shareOf } from '../../share.fixture.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { libraryTenants } from '../../simulate/plays.fixture.ts'
import { type Plan, policy, tenantOf } from '../../simulate/sign-in.fixture.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type FactName, factDomains, type LegFacts } from '../../vocabulary/facts.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import { readingKey, readingOf } from './cell-reading.ts'
import { decidingNotices, reachOfTime, touchedBy } from './reach-of-time.ts'
import { breakInstants } from './time-differences.ts'

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

const readingAt = (tenant: Tenant, request: ClientRequest, at: Instant) => {
  const traces = simulateSession(tenant, { ...request, at })
  return { traces, key: readingKey(readingOf(traces)) }
}

/**
 * Where a sign-in ends otherwise from one instant to the next that changes anything: within a period, or at an instant
 * that is not said to reach it.
 */
function missedBy(tenant: Tenant, request: ClientRequest, periods: readonly Period[]): readonly string[] {
  const product = tenant.clients.get(request.client)?.product.id ?? request.client
  const missed = (at: Instant): string =>
    `${tenant.name}: ${request.user} ${request.client} ${new Date(at).toISOString()}`
  return periods.flatMap(({ from, until, reached }) => {
    const first = readingAt(tenant, request, from)
    const last = readingAt(tenant, request, until - 1)
    if (first.key !== last.key) return [missed(until - 1)]
    if (last.traces.length === 0 || reached.signIn(request, touchedBy(product, request, last.traces))) return []
    return last.key === readingAt(tenant, request, until).key ? [] : [missed(until)]
  })
}

interface Period {
  readonly from: Instant
  readonly until: Instant
  readonly reached: ReturnType<typeof reachOfTime>
}

function periodsOf(tenant: Tenant): readonly Period[] {
  const [first = 0] = days.toSorted((one, other) => one - other)
  const instants = breakInstants(tenant, first - 1, Number.MAX_SAFE_INTEGER)
  return instants.flatMap((from, index) => {
    const until = instants[index + 1]
    return until === undefined ? [] : [{ from, until, reached: reachOfTime(tenant, until - 1, until) }]
  })
}

test('no sign-in of the library changes within a period, or at a date that is not said to reach it', () => {
  const missed = libraryTenants().flatMap((tenant) => {
    const periods = periodsOf(tenant)
    const requests = shareOf([...planRequests(tenant)], 50)
    return requests.flatMap((request) => missedBy(tenant, request, periods))
  })
  expect(missed).toEqual([])
})

test('a notice by whose date the simulator decides reaches sign-ins, and no other does', () => {
  const sources = readdirSync('src/simulate', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test|\.fixture)\.ts$/.test(file))
    .map((file) => readFileSync(`src/simulate/${file}`, 'utf8'))
  const named = sources.flatMap((text) => [...text.matchAll(/(?:startOf|changeNamed)\('([^']+)'\)/g)])
  const ids = new Set(named.map(([, id]) => id))
  const deciding = vendorTimeline.filter(({ id, fact }) => fact === 'notice' && ids.has(id)).map(({ id }) => id)
  expect(Object.keys(decidingNotices).sort()).toEqual(deciding.sort())
})

test.each<[string, string, Plan, string, boolean]>([
  ['the end of text messages', '2027-02-01', { user: { methods: ['sms'] } }, 'outlook-web', true],
  ['the same', '2027-02-01', { user: { methods: ['fido2'] } }, 'outlook-web', false],
  ['the same', '2027-02-01', { user: { methods: ['fido2'], registered: undefined } }, 'outlook-web', false],
  ['the same', '2027-02-01', { user: { methods: undefined } }, 'outlook-web', true],
  ['the same', '2027-02-01', { user: { methods: [], registered: false } }, 'outlook-web', true],
  [
    'the same, under a strength',
    '2027-02-01',
    {
      user: { methods: ['fido2'] },
      policies: [policy({ authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } })],
    },
    'outlook-web',
    true,
  ],
  ['the end of web services', '2027-04-01', { user: { methods: ['fido2'] } }, 'ews-client', true],
  ['the same', '2027-04-01', { user: { methods: ['fido2'] } }, 'outlook-2016', false],
  ['the end of custom controls', '2027-01-01', { user: { methods: ['fido2'] } }, 'outlook-web', false],
  [
    'the same',
    '2027-01-01',
    { user: { methods: ['fido2'] }, policies: [policy({ customAuthenticationFactors: ['duo'] })] },
    'outlook-web',
    true,
  ],
])('%s, %s, %j with %s: reached is %s', (_, day, plan, client, expected) => {
  const tenant = tenantOf({ ...plan, asOf: '2026-12-01' })
  const at = Date.parse(day)
  const request = { user: 'ada@contoso.com', client, purpose: 'read-mail', network: 'here', at, signals: {} } as const
  const touched = touchedBy(client, request, simulateSession(tenant, { ...request, at: at - 1 }))
  expect(reachOfTime(tenant, at - 1, at).signIn(request, touched)).toBe(expected)
})

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
