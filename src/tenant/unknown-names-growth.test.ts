import { expect, test, vi } from 'vitest'
import { processorTime } from '../processor-time.fixture.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from './load-tenant.ts'

vi.setConfig({ testTimeout: 120_000 })

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i))
const guid = (index: number): string => `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`
const user = (index: number) => ({ userPrincipalName: `user${index}@contoso.com`, displayName: `User ${index}` })
const group = (index: number) => ({ name: `Group ${index}` })
/** A name that nobody has, two edits from one that someone has. */
const unknown = (index: number): string => `usr${index}x@contoso.com`

const tenant = {
  name: 'Contoso',
  asOf: '2026-01-01',
  domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
  networks: [{ name: 'internet' }],
  workloads: { 'exchange-online': { modernAuthentication: true } },
  clients: ['outlook-2016'],
  users: [user(0)],
}
const policies = (conditions: object) => [
  {
    displayName: 'P',
    state: 'enabled',
    conditions: {
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'] },
      clientAppTypes: ['all'],
      ...conditions,
    },
    grantControls: { operator: 'OR', builtInControls: ['mfa'] },
  },
]
const location = (index: number) => ({
  '@odata.type': '#microsoft.graph.countryNamedLocation',
  id: guid(index),
  displayName: `Location ${index}`,
  countriesAndRegions: ['US'],
})

/** Files with so many names that are declared, and as many that are not, of each kind and place. */
const places: Readonly<Record<string, (count: number) => object>> = {
  'users of a policy': (count) => ({
    users: many(count, user),
    conditionalAccess: { policies: policies({ users: { includeUsers: many(count, unknown) } }) },
  }),
  'groups of a policy': (count) => ({
    groups: many(count, group),
    conditionalAccess: { policies: policies({ users: { includeGroups: many(count, unknown) } }) },
  }),
  'locations of a policy': (count) => ({
    conditionalAccess: {
      namedLocations: many(count, location),
      policies: policies({ locations: { includeLocations: many(count, unknown) } }),
    },
  }),
  'applications of a policy': (count) => ({
    applications: many(count, (index) => ({ displayName: `App ${index}`, appId: guid(index) })),
    conditionalAccess: { policies: policies({ applications: { includeApplications: many(count, unknown) } }) },
  }),
  'contexts of a policy': (count) => ({
    conditionalAccess: {
      authenticationContexts: many(count, (index) => ({ id: `c${index}`, displayName: `Context ${index}` })),
      policies: policies({
        applications: { includeAuthenticationContextClassReferences: many(count, (index) => `Contxt ${index}x`) },
      }),
    },
  }),
  'members of a group': (count) => ({
    users: many(count, user),
    groups: [{ name: 'All', members: many(count, unknown) }],
  }),
  'groups of users': (count) => ({
    groups: many(count, group),
    users: many(count, (index) => ({ ...user(index), groups: [`Grup ${index}x`] })),
  }),
  'domains of users': (count) => ({
    domains: many(count, (index) => ({ ...tenant.domains[0], name: `domain${index}.example` })),
    users: many(count, (index) => ({ userPrincipalName: `user@domin${index}x.example` })),
  }),
  'events about users': (count) => ({
    users: many(count, user),
    events: many(count, (index) => ({ date: '2026-02-01', user: unknown(index), accountEnabled: false })),
  }),
}

/** Reads the file, and counts what is said about it. */
function said(text: string): number {
  const loaded = loadTenant('t.json', memorySourceReader({ 't.json': text }))
  return (loaded.ok ? loaded.warnings : loaded.diagnostics).length
}

test.each(Object.entries(places))('many unknown %s among as many known ones take time by their number', (_, file) => {
  const [few, more] = [250, 1_000].map((count) => JSON.stringify({ ...tenant, ...file(count) }))
  if (few === undefined || more === undefined) throw new Error('two sizes')
  expect(said(few)).toBeGreaterThanOrEqual(250)
  const short = processorTime(() => said(few))
  const long = processorTime(() => said(more))
  // Four times the names in eight times the time would be growth by the power of 1.5; what is short says nothing.
  expect(long).toBeLessThan(Math.max(8 * short, 1_000))
})
