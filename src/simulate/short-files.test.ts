import { expect, test } from 'vitest'
import { clientSupport, isSupported } from '../catalog/client-support.ts'
import { clientOf } from '../catalog/clients.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

const file = (asOf: string, created: string): string => `name: Short
asOf: ${asOf}
${created}domains:
  - name: contoso.com
    authenticationType: managed
users:
  - userPrincipalName: ann@contoso.com
    mailbox: exchange-online
workloads:
  exchange-online: {}
`

function tenantOf(asOf: string, created = '') {
  const loaded = loadTenant('short.yaml', memorySourceReader({ 'short.yaml': file(asOf, created) }))
  if (!loaded.ok) throw new Error(`the short file of ${asOf} is not valid`)
  return loaded.value
}

/** How often a client of the table ends in a word; the current Outlooks and browsers stand for what people use. */
function endsOf(tenant: ReturnType<typeof tenantOf>, clients: readonly string[]): readonly string[] {
  return clients.flatMap((client) =>
    [...planRequests(tenant, { client, purpose: 'read-mail' })].flatMap((request) =>
      simulateSession(tenant, request).map(({ steps }) => {
        const last = steps.at(-1)
        return last?.kind === 'outcome' ? last.verdict.kind : 'nothing'
      }),
    ),
  )
}

test.each([
  ['2016-05-01', '', ['outlook-2016', 'outlook-2013', 'outlook-web']],
  ['2018-05-01', 'createdDateTime: 2018-01-01\n', ['outlook-2016', 'outlook-web']],
  ['2021-05-01', 'createdDateTime: 2020-01-01\n', ['outlook-microsoft-365', 'outlook-web']],
  ['2023-05-01', '', ['outlook-microsoft-365', 'outlook-2019', 'outlook-web']],
  ['2024-03-01', 'createdDateTime: 2016-01-01\n', ['outlook-microsoft-365', 'outlook-2016', 'outlook-web']],
  ['2027-08-01', 'createdDateTime: 2016-01-01\n', ['outlook-microsoft-365', 'outlook-new-windows', 'outlook-web']],
  ['2026-06-01', 'createdDateTime: 2024-12-10\n', ['outlook-microsoft-365', 'outlook-new-windows', 'outlook-web']],
  ['2026-06-01', '', ['outlook-microsoft-365', 'outlook-new-windows', 'outlook-mobile-ios', 'outlook-web']],
] as const)('a short file of %s has a definite answer for mail', (asOf, created, clients) => {
  expect(new Set(endsOf(tenantOf(asOf, created), clients))).toEqual(new Set(['signs-in']))
})

test('a file without networks has one, the internet; an empty list has none', () => {
  expect([...tenantOf('2026-06-01').networks.keys()]).toEqual(['internet'])
  expect(tenantOf('2026-06-01', 'networks: []\n').networks.size).toBe(0)
})

test('what is assumed in a short file is recorded', () => {
  const tenant = tenantOf('2026-06-01', 'createdDateTime: 2024-12-10\n')
  const [request] = planRequests(tenant, { client: 'outlook-microsoft-365', purpose: 'read-mail' })
  const steps = request === undefined ? [] : simulateSession(tenant, request).flatMap((trace) => trace.steps)
  const assumed = steps.flatMap((step) => (step.kind === 'assumption' ? [step.default] : []))
  expect(assumed).toEqual(
    expect.arrayContaining([
      'default-modern-authentication-exchange-online',
      'default-security-defaults',
      'default-directory-roles',
      'default-registered-under-security-defaults',
    ]),
  )
})

test('a file that is silent on clients means those supported at the date, and any of them on request', () => {
  const tenant = tenantOf('2026-06-01')
  const clients = (all: boolean) => new Set([...planRequests(tenant, { allClients: all })].map(({ client }) => client))
  expect(clients(false).has('outlook-2007')).toBe(false)
  expect(clients(true).has('outlook-2007')).toBe(true)
  expect([...planRequests(tenant, { client: 'outlook-2007' })].length).toBeGreaterThan(0)
})

test.each([
  ['', false],
  ['  skype-for-business-online: {}\n', true],
] as const)('a file that is silent on clients, with %j, means Skype for Business: %s', (more, meant) => {
  const loaded = loadTenant('short.yaml', memorySourceReader({ 'short.yaml': file('2019-06-01', '') + more }))
  const tenant = loaded.ok ? loaded.value : tenantOf('')
  expect([...planRequests(tenant)].some(({ client }) => client === 'skype-for-business-2016')).toBe(meant)
  expect([...planRequests(tenant, { client: 'skype-for-business-2016' })].length).toBeGreaterThan(0)
})

test('every client with dates of support is one of the catalog, and its dates follow one another', () => {
  for (const { clients, from = '0000', until = '9999' } of clientSupport) {
    expect(clients.filter((id) => clientOf(id) === undefined)).toEqual([])
    expect(from < until).toBe(true)
  }
  expect(isSupported('outlook-2016', Date.parse('2025-10-14T12:00:00Z'))).toBe(true)
  expect(isSupported('outlook-2016', Date.parse('2025-10-15T00:00:00Z'))).toBe(false)
})

test.each([
  ['2016-05-01', 'outlook-new-windows', false],
  ['2022-06-01', 'outlook-new-windows', false],
  ['2026-06-01', 'outlook-new-windows', true],
  ['2016-05-01', 'outlook-2019', false],
  ['2016-05-01', 'teams-desktop', false],
  ['2019-05-01', 'teams-desktop', true],
  ['2019-05-01', 'exchange-online-powershell-v3', false],
  ['2024-05-01', 'exchange-online-powershell-v3', true],
] as const)('at %s a file that is silent on clients means %s: %s', (asOf, client, meant) => {
  const at = Date.parse(`${asOf}T00:00:00Z`)
  expect(isSupported(client, at)).toBe(meant)
})

const server = (product: string): string => `name: Short
asOf: 2026-03-01
domains: [{ name: contoso.com, authenticationType: managed }]
workloads: ${product}
networks: [{ name: internet }]
`

test.each([
  [
    `${server('{ exchange-server: { servers: [{ version: SE }] } }')}users: [{ userPrincipalName: ann@contoso.com, mailbox: exchange-server }]\n`,
    'read-mail',
    ['outlook-microsoft-365', 'outlook-web', 'imap-client'],
  ],
  [
    `${server('{ skype-for-business-server: {} }')}users: [{ userPrincipalName: ann@contoso.com, registrar: skype-for-business-server }]\n`,
    'send-instant-messages',
    ['skype-for-business-mobile-ios'],
  ],
  [
    `${server('{ sharepoint-online: {}, teams: {} }')}users: [{ userPrincipalName: ann@contoso.com }]\n`,
    'open-documents',
    ['browser'],
  ],
] as const)('a short file of servers, or of other services, has a definite answer: %#', (text, purpose, clients) => {
  const loaded = loadTenant('short.yaml', memorySourceReader({ 'short.yaml': text }))
  if (!loaded.ok) throw new Error('the short file is not valid')
  for (const client of clients) {
    const kinds = [...planRequests(loaded.value, { client, purpose })].flatMap((request) =>
      simulateSession(loaded.value, request).map(({ steps }) => {
        const last = steps.at(-1)
        return last?.kind === 'outcome' ? last.verdict.kind : 'nothing'
      }),
    )
    expect(new Set(kinds)).toEqual(new Set(['signs-in']))
  }
})
