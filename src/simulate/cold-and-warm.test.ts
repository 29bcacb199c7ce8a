import { expect, test } from 'vitest'
import { shareOf } from '../share.fixture.ts'
import { cold, libraryTenants, played, type SignIn, shuffled, signInsOf, tenantOfText } from './plays.fixture.ts'
import { simulateSession } from './simulate-session.ts'

/** The same sign-in is blocked by another policy, or needs another control. */
const oneDemand = (name: string, control: string): string => `
name: ${name}
asOf: 2021-01-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: internet }]
workloads: { exchange-online: { modernAuthentication: true } }
clients: [outlook-2010, outlook-2016]
conditionalAccess: { policies: [{
  displayName: ${name}, state: enabled,
  conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] },
  grantControls: { operator: OR, builtInControls: [${control}] } }] }
users: [{ userPrincipalName: a@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [], roles: [],
  groups: [], mailbox: exchange-online, archive: none }]
`

const similar = ['block', 'mfa', 'compliantDevice'].flatMap((control) =>
  ['one', 'other'].map((name) => tenantOfText(oneDemand(name, control), `${name}.yaml`)),
)

test('what is kept of other sign-ins, of this tenant or another, changes no trace', () => {
  const library = libraryTenants().flatMap((tenant, at) => signInsOf(tenant, 4, at + 1))
  const others = similar.flatMap((tenant, at) => signInsOf(tenant, 4, at + 1))
  const all: readonly SignIn[] = [...shareOf(library, 4), ...others]
  expect(library.length).toBeGreaterThan(5500)
  const alone = new Map(all.map((one) => [one, cold(() => played(one))]))
  // What is asked for once is not kept yet, so the second time counts.
  for (const seed of [1, 2]) {
    const changed = shuffled(all, seed).filter((one) => played(one) !== alone.get(one))
    expect(changed.map(({ tenant, request }) => ({ tenant: tenant.name, request }))).toEqual([])
  }
})

test('two addresses of one network are judged each by itself', () => {
  const tenant = tenantOfText(
    oneDemand('outside', 'block')
      .replace(
        'clientAppTypes: [all]',
        'clientAppTypes: [all], locations: { includeLocations: [All], excludeLocations: [AllTrusted] }',
      )
      .replace(
        'conditionalAccess: {',
        `conditionalAccess: { namedLocations: [{ '@odata.type': '#microsoft.graph.ipNamedLocation', id: inside,
          displayName: inside, isTrusted: true, ipRanges: [{ cidrAddress: 198.51.100.0/24 }] }],`,
      ),
    'outside.yaml',
  )
  const kinds = ['198.51.100.7', '203.0.113.5'].map((ipAddress) => {
    const request = {
      user: 'a@contoso.com',
      client: 'outlook-2016',
      purpose: 'read-mail',
      network: 'internet',
    } as const
    const legs = simulateSession(tenant, { ...request, at: tenant.asOf, signals: { ipAddress } })
    return legs.map(({ steps }) => steps.at(-1))
  })
  expect(kinds).toMatchObject([[{ verdict: { kind: 'signs-in' } }], [{ verdict: { kind: 'blocked' } }]])
})
