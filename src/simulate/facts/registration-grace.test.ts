import { expect, test } from 'vitest'
import { tenantOfText } from '../plays.fixture.ts'
import { simulateSession } from '../simulate-session.ts'

const tenant = tenantOfText(
  `
name: grace
asOf: 2024-06-01
createdDateTime: 2020-03-02
securityDefaults: true
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: internet }]
clients: [browser]
workloads: { exchange-online: { modernAuthentication: true } }
users:
  - { userPrincipalName: ada@contoso.com, registered: false, firstInteractiveSignIn: 2024-06-01, mailbox: exchange-online }
`,
  'grace.yaml',
)

test.each([
  ['on the first day', '2024-06-01T00:00:00Z', 'available'],
  ['a second before fourteen days are over', '2024-06-14T23:59:59Z', 'available'],
  ['after fourteen days', '2024-06-15T00:00:00Z', 'none'],
])('registration can be put off %s or not', (_when, at, expected) => {
  const request = { user: 'ada@contoso.com', client: 'browser', purpose: 'read-mail', network: 'internet' } as const
  const traces = simulateSession(tenant, { ...request, at: Date.parse(at), signals: {} })
  expect(traces[0]?.facts.registrationGrace).toBe(expected)
})
