import { expect, test } from 'vitest'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { gaps } from '../gaps/gaps.ts'
import { readPlan } from '../matrix/plan.ts'
import { readingKey, readingOf } from './cell-reading.ts'
import { reachOfTime, touchedBy } from './reach-of-time.ts'
import { breakInstants } from './time-differences.ts'
import { timeline } from './timeline.ts'

const count = 4
const numbers = Array.from({ length: count }, (_, index) => index)
const nameOf = (index: number): string => `u${index}@contoso.com`
const day = (index: number): string =>
  `2026-0${1 + Math.floor(index / 28)}-${String(1 + (index % 28)).padStart(2, '0')}`

const managed = { name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }
const person = { perUserMfaState: 'enforced', registered: true, appPasswords: [], groups: [], roles: [] }
const user = (index: number, more: object) => ({
  ...person,
  userPrincipalName: nameOf(index),
  mailbox: 'exchange-online',
  methods: ['microsoftAuthenticatorPush', 'windowsHelloForBusiness'],
  ...more,
})

const plan = (more: object) => ({
  name: 'Dates',
  asOf: '2026-01-01',
  domains: [managed],
  networks: [{ name: 'internet' }],
  directorySync: { delay: 'PT30M' },
  workloads: { 'exchange-online': { modernAuthentication: true } },
  clients: ['outlook-2010', 'outlook-web'],
  users: numbers.map((index) => user(index, {})),
  ...more,
})

const eventOfEach = (type: string, more: object) =>
  numbers.map((index) => ({ at: day(index + 1), type, user: nameOf(index), ...more }))

/** Tenants in which something passes for each user, or for the devices of a client, at another time. */
const passing: Readonly<Record<string, object>> = {
  'a second factor that is remembered': plan({
    multifactorAuthentication: { rememberDays: 14 },
    users: numbers.map((index) => user(index, { lastMfa: day(index) })),
  }),
  'the days to register under security defaults': plan({
    securityDefaults: { isEnabled: true },
    users: numbers.map((index) =>
      user(index, { perUserMfaState: 'disabled', registered: false, methods: [], firstInteractiveSignIn: day(index) }),
    ),
  }),
  'a change on-premises that reaches the cloud': plan({
    users: numbers.map((index) => user(index, { onPremisesSyncEnabled: true })),
    events: eventOfEach('account-disabled', { directory: 'on-premises' }),
  }),
  'an event of each user': plan({
    users: numbers.map((index) => user(index, { perUserMfaState: 'disabled' })),
    events: eventOfEach('mfa-state-changed', { perUserMfaState: 'enforced' }),
  }),
  'events of settings, users and clients': plan({
    users: numbers.map((index) => user(index, { perUserMfaState: 'disabled', lastMfa: day(index) })),
    multifactorAuthentication: { rememberDays: 14 },
    events: [
      {
        at: day(2),
        type: 'workload-setting-changed',
        workload: 'exchange-online',
        settings: { modernAuthentication: false },
      },
      { at: day(4), type: 'mfa-state-changed', user: nameOf(1), perUserMfaState: 'enforced' },
      { at: day(6), type: 'mfa-state-changed', user: nameOf(2), perUserMfaState: 'enforced' },
    ],
  }),
  'a sign-in to a device': plan({
    devices: numbers.map((index) => ({
      name: `d${index}`,
      platform: 'windows',
      trustType: 'AzureAD',
      unlockedWith: ['windowsHelloForBusiness'],
      unlockedAt: `${day(index)}T08:00:00Z`,
    })),
    clients: numbers.map((index) => ({ name: `c${index}`, client: 'outlook-microsoft-365', device: `d${index}` })),
  }),
}

function loaded(file: object): Tenant {
  const read = loadTenantText(JSON.stringify(file), 't.json')
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  return read.value
}

/** What passes within two months; whatever the vendor does then reaches other sign-ins besides. */
const until = Date.parse('2026-03-01')

const keyAt = (tenant: Tenant, request: Parameters<typeof simulateSession>[1], at: Instant) => {
  const traces = simulateSession(tenant, { ...request, at })
  return { traces, key: readingKey(readingOf(traces)) }
}

test.each(Object.entries(passing))('%s reaches every sign-in that it changes', (_, file) => {
  const tenant = loaded(file)
  let changed = 0
  for (const at of breakInstants(tenant, tenant.asOf, until)) {
    const reached = reachOfTime(tenant, at - 1, at)
    for (const request of planRequests(tenant)) {
      const product = tenant.clients.get(request.client)?.product.id ?? ''
      const before = keyAt(tenant, request, at - 1)
      if (before.key === keyAt(tenant, request, at).key) continue
      changed += 1
      expect(reached.anySignInOf(request.user)).toBe(true)
      expect(reached.signIn(request, touchedBy(product, request, before.traces))).toBe(true)
    }
  }
  expect(changed).toBeGreaterThan(0)
})

test.each(Object.entries(passing).slice(0, 4))('%s reaches nobody but its user', (_, file) => {
  const tenant = loaded(file)
  const instants = breakInstants(tenant, tenant.asOf, until).filter(
    (at) => !reachOfTime(tenant, at - 1, at).anySignInOf('somebody@contoso.com'),
  )
  const reached = instants.map((at) => {
    const reach = reachOfTime(tenant, at - 1, at)
    return [...tenant.users.keys()].filter((name) => reach.anySignInOf(name)).length
  })
  expect(reached.filter((one) => one > 1)).toEqual([])
  expect(reached.filter((one) => one === 1).length).toBeGreaterThanOrEqual(count)
})

test('a sign-in to a device reaches the clients on it, and no others', () => {
  const tenant = loaded(passing['a sign-in to a device'] ?? {})
  const at = Date.parse(`${day(3)}T08:00:00Z`)
  const reached = reachOfTime(tenant, at - 1, at)
  const clients = [...planRequests(tenant)].filter((request) => {
    const product = tenant.clients.get(request.client)?.product.id ?? ''
    return reached.signIn(request, touchedBy(product, request, simulateSession(tenant, { ...request, at: at - 1 })))
  })
  expect(new Set(clients.map(({ client }) => client))).toEqual(new Set(['c3']))
})

test.each(Object.entries(passing))('gaps says the same of %s as where everything is played', (_, file) => {
  const tenant = loaded(file)
  expect(gaps(tenant)).toEqual(gaps(tenant, { exhaustive: true }))
})

test.each(Object.entries(passing))('the timeline shows %s at every instant at which a sign-in changes', (_, file) => {
  const reader = memorySourceReader({ 't.json': JSON.stringify(file) })
  const read = readPlan('t.json', reader)
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  const { tenant } = read.value
  const dates = { from: tenant.asOf, to: until, reader }
  const changing = breakInstants(tenant, dates.from, dates.to).filter((at) =>
    [...planRequests(tenant)].some((request) => keyAt(tenant, request, at - 1).key !== keyAt(tenant, request, at).key),
  )
  for (const as of ['classes', 'sets'] as const) {
    const shown = timeline(read.value, { ...dates, as })
    expect(shown.ok && shown.value.moments.map(({ at }) => at)).toEqual(changing)
  }
})

test('people in a file of their own have dates, whether they are compared by class or as sets', () => {
  const columns = 'userPrincipalName,perUserMfaState,registered,mailbox,methods,lastMfa'
  const rows = numbers.map((index) => `${nameOf(index)},enforced,true,exchange-online,softwareOath,${day(index)}`)
  const file = plan({ users: { from: 'p.csv' }, multifactorAuthentication: { rememberDays: 14 } })
  const reader = memorySourceReader({ 't.json': JSON.stringify(file), 'p.csv': [columns, ...rows].join('\n') })
  const read = readPlan('t.json', reader)
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  const dates = { from: read.value.tenant.asOf, to: until, reader }
  const shown = (['classes', 'sets'] as const).map((as) => timeline(read.value, { ...dates, as }))
  const [classes, sets] = shown.map((one) => one.ok && one.value.moments.map(({ at, users }) => [at, users]))
  expect(classes).toHaveLength(count)
  expect(sets).toEqual(classes)
})
