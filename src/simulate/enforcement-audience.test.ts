import { expect, test } from 'vitest'
import { tenantOfText } from './plays.fixture.ts'
import { simulateSession } from './simulate-session.ts'

const graph = '00000003-0000-0000-c000-000000000000'
const directory = '00000002-0000-0000-c000-000000000000'
const exchange = '00000002-0000-0ff1-ce00-000000000000'
const tenant = tenantOfText(
  JSON.stringify({
    name: 'Audiences',
    asOf: '2024-06-01',
    securityDefaults: false,
    domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
    workloads: { 'microsoft-graph': {}, application: {} },
    networks: [{ name: 'internet' }],
    clients: [
      { name: 'web', kind: 'script', platform: 'windows', protocols: { 'get-token': ['https'] }, flows: ['modern'] },
    ],
    users: [{ userPrincipalName: 'anna@contoso.com', perUserMfaState: 'disabled' }],
  }),
  'tenant.json',
)

// https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps
test.each([
  ['the lowest scopes of Graph', graph, ['openid', 'User.Read'], directory],
  ['one scope more', graph, ['openid', 'Mail.Read'], graph],
  ['no scopes that are stated', graph, undefined, graph],
  ['the lowest scopes of another resource', exchange, ['openid'], exchange],
  ['an application of the vendor by its name', 'microsoft-graph', undefined, graph],
] as const)('%s: the policies are enforced on the audience of the token', (_, application, scopes, audience) => {
  const signals = scopes === undefined ? {} : { scopes }
  const [leg] = simulateSession(tenant, {
    user: 'anna@contoso.com',
    client: 'web',
    purpose: 'get-token',
    network: 'internet',
    at: tenant.asOf,
    signals,
    application,
  })
  expect(leg?.resource).toBe(audience)
})
