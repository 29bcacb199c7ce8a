import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionOf } from '../source/text/source-text.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { importExports } from './import-exports.ts'

const ids = Array.from({ length: 6 }, (_, index) => `${index}1111111-1111-4111-8111-111111111111`)
const id = fc.constantFrom(...ids)
const name = fc.constantFrom('Finance', 'finance', 'Pilot', 'All', 'x: [y', '"', 'Ünit #1', ' ')
const principal = fc.constantFrom(
  'ada@contoso.com',
  'ADA@contoso.com',
  'bob@contoso.com',
  'eve@elsewhere.org',
  'no name',
)

const member = fc.record(
  {
    id,
    userPrincipalName: principal,
    displayName: name,
    '@odata.type': fc.constantFrom('#microsoft.graph.user', '#microsoft.graph.group'),
  },
  { requiredKeys: ['id'] },
)
const group = fc.record(
  {
    '@odata.type': fc.constant('#microsoft.graph.group'),
    id,
    displayName: name,
    securityEnabled: fc.boolean(),
    groupTypes: fc.constant([]),
    members: fc.array(member, { maxLength: 3 }),
  },
  { requiredKeys: ['@odata.type', 'id', 'displayName', 'securityEnabled', 'groupTypes'] },
)
const user = fc.record(
  {
    '@odata.type': fc.constant('#microsoft.graph.user'),
    id,
    userPrincipalName: principal,
    displayName: name,
    userType: fc.constantFrom('Member', 'Guest'),
    accountEnabled: fc.boolean(),
    memberOf: fc.array(fc.record({ '@odata.type': fc.constant('#microsoft.graph.group'), id, displayName: name }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: ['@odata.type', 'id', 'userPrincipalName', 'displayName', 'accountEnabled'] },
)
const domain = fc.record({
  id: fc.constantFrom('contoso.com', 'CONTOSO.com', 'fabrikam.com', 'not a domain'),
  authenticationType: fc.constantFrom('Managed', 'Federated', 'Other'),
  isVerified: fc.boolean(),
  isDefault: fc.boolean(),
})
const location = fc.record(
  {
    '@odata.type': fc.constantFrom('#microsoft.graph.ipNamedLocation', '#microsoft.graph.countryNamedLocation'),
    id,
    displayName: name,
    isTrusted: fc.boolean(),
    ipRanges: fc.array(fc.record({ cidrAddress: fc.constantFrom('203.0.113.0/24', '203.0.113.0', 'nowhere', '') }), {
      maxLength: 2,
    }),
    countriesAndRegions: fc.constantFrom(['DE'], [], ['Germany']),
  },
  { requiredKeys: ['@odata.type', 'id', 'displayName'] },
)
const policy = fc.record({
  id,
  displayName: name,
  state: fc.constantFrom('enabled', 'disabled', 'sleeping'),
  conditions: fc.record({
    users: fc.record({
      includeUsers: fc.constantFrom(['All'], ['ada@contoso.com'], []),
      includeGroups: fc.array(id, { maxLength: 2 }),
    }),
    applications: fc.record({ includeApplications: fc.constantFrom(['All'], ['telepathy'], ids.slice(0, 1)) }),
    locations: fc.constantFrom(null, { includeLocations: ids.slice(1, 2) }),
  }),
  grantControls: fc.constantFrom(
    null,
    { operator: 'OR', builtInControls: ['mfa'] },
    { builtInControls: ['telepathy'] },
  ),
})
const exported = fc.record({
  users: fc.array(user, { maxLength: 4 }),
  groups: fc.array(group, { maxLength: 4 }),
  domains: fc.array(domain, { minLength: 1, maxLength: 3 }),
  locations: fc.array(location, { maxLength: 3 }),
  policies: fc.array(policy, { maxLength: 3 }),
})

/** How many of the exports ended in a file. */
let written = 0

test('every file that an import writes passes the check', () => {
  const property = fc.property(exported, (parts) => {
    const sources = Object.entries(parts).map(([key, value]) => ({
      name: `${key}.json`,
      text: JSON.stringify({ value }),
    }))
    const imported = importExports(sources)
    if (!imported.ok) return
    written += 1
    const loaded = loadTenantText(imported.value.text, 'tenant.yaml')
    expect(loaded.ok ? [] : loaded.diagnostics.map(({ code, args }) => [code, args])).toEqual([])
  })
  fc.assert(property, { seed: 17, numRuns: 80, interruptAfterTimeLimit: 3000 })
  expect(written).toBeGreaterThan(3)
})

const objects = (kind: string, value: readonly unknown[]) => ({ name: `${kind}.json`, text: JSON.stringify({ value }) })
const staff = [
  { id: ids[0], displayName: 'Ada', userPrincipalName: 'ada@contoso.com', accountEnabled: true, userType: 'Member' },
]
const domains = [{ id: 'contoso.com', authenticationType: 'Managed', isVerified: true, isDefault: true }]
const twoGroups = [ids[1], ids[2]].map((one) => ({
  '@odata.type': '#microsoft.graph.group',
  id: one,
  displayName: 'Finance',
  securityEnabled: true,
  groupTypes: [],
  members: [
    { id: ids[0], userPrincipalName: 'ada@contoso.com' },
    { id: ids[5], userPrincipalName: 'eve@elsewhere.org' },
  ],
}))

test('two groups of one name are distinguished by id, and a member outside the export is accounted for', () => {
  const imported = importExports([objects('users', staff), objects('domains', domains), objects('groups', twoGroups)])
  expect(imported.ok && imported.value.text).toContain(`name: Finance (${ids[1]})`)
  expect(imported.ok && imported.value.text).not.toContain('eve@elsewhere.org')
  expect(imported.ok && imported.value.coverage.map(({ kind, name, note }) => `${kind} ${name} ${note}`)).toContain(
    `group Finance (${ids[1]}) 1 of its members are not in the exports`,
  )
})

test('nesting deeper than any export has is refused where it stands', () => {
  const deep = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`
  const policy = (index: number, levels: number): string =>
    `{"id":"${ids[index]}","displayName":"P${index}","state":"enabled","conditions":{"odd":${deep(levels)}}}`
  const context = 'https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies'
  const text = `{"@odata.context":"${context}",\n"value":[\n${policy(0, 1)},\n${policy(1, 196)}]}`
  const loaded = importExports([{ name: 'policies.json', text }])
  expect(
    loaded.ok ? [] : loaded.diagnostics.map(({ code, at }) => [code, at.source.name, positionOf(at).line]),
  ).toEqual([
    ['SRC-15', 'policies.json', 4],
    ['IMP-2', 'policies.json', 1],
  ])
})
