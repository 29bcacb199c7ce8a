import { expect, test } from 'vitest'
import { loadTenantText } from '../load-tenant.ts'

const file = (networks: string): string => `name: Day
asOf: 2026-01-01
domains: [{ name: contoso.com, authenticationType: managed }]
workloads: { exchange-online: {} }
users: [{ userPrincipalName: ann@contoso.com, mailbox: exchange-online }]
${networks}day:
  - { at: "08:00", do: read-mail, client: outlook-microsoft-365, network: internet }
`

test.each([
  ['a file without networks, which has the internet', '', 0],
  ['the network that the file names', 'networks: [{ name: internet }]\n', 0],
  ['an empty list', 'networks: []\n', 1],
  ['another network', 'networks: [{ name: office }]\n', 1],
])('a day from the internet with %s', (_, networks, expected) => {
  const loaded = loadTenantText(file(networks), 't.yaml')
  const all = loaded.ok ? loaded.warnings : loaded.diagnostics
  expect(all.filter(({ at }) => /^internet/.test(file(networks).slice(at.start)))).toHaveLength(expected)
})
