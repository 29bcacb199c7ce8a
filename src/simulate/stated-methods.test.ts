import { expect, test } from 'vitest'
import { workloads } from '../catalog/workloads.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { Flow, Protocol } from '../vocabulary/protocols.ts'
import { simulateSession } from './simulate-session.ts'

const methods: readonly (readonly [method: string, flow: Flow])[] = [
  ['Basic', 'basic'],
  ['Digest', 'digest'],
  ['Negotiate', 'windows-integrated'],
  ['Kerberos', 'windows-integrated'],
  ['NTLM', 'windows-integrated'],
  ['OAuth', 'modern'],
  ['Certificate', 'certificate'],
]
const protocols = ['ews', 'exchange-activesync', 'pop3', 'imap4'] as const

/** How a client that can do everything ends where the directory lists one method for one protocol. */
function endOf(protocol: Protocol, method: string): Flow | 'undetermined' | 'none' {
  const purpose = 'read-mail'
  const flows = ['modern', 'windows-integrated', 'certificate', 'digest', 'basic']
  const loaded = loadTenantText(
    `
name: Methods
asOf: 2024-11-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
securityDefaults: false
workloads:
  exchange-server:
    OAuth2ClientProfileEnabled: true
    modernAuthority: entra-id
    authenticationMethods: { ${protocol}: [${method}] }
    servers: [{ version: '2019', cumulativeUpdate: 14 }]
  exchange-online: {}
networks: [{ name: internet, country: US }]
clients:
  - { name: all, displayName: All, kind: mail, platform: any, flows: [${flows.join(', ')}], protocols: { ${purpose}: [${protocol}] } }
users: [{ userPrincipalName: ada@contoso.com, displayName: Ada, mailbox: exchange-server }]
`,
    'plan.yaml',
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const tenant = loaded.value
  const request = {
    user: 'ada@contoso.com',
    client: 'all',
    purpose,
    network: 'internet',
    at: tenant.asOf,
    signals: {},
  } as const
  const leg = simulateSession(tenant, request).find((trace) => trace.request.protocol === protocol)
  if (leg === undefined || verdictOf(leg).kind === 'undetermined') return 'undetermined'
  return leg.authentication?.used ?? 'none'
}

const served = workloads.find(({ id }) => id === 'exchange-server')?.protocols ?? []
const cases = protocols.flatMap((protocol) => methods.map(([method, flow]) => [protocol, method, flow] as const))

test.each(cases)('%s with %s alone is met with that method, or is open, or not at all', (protocol, method, flow) => {
  const product: readonly Flow[] = served.find((one) => one.protocol === protocol)?.flows ?? []
  const open = flow === 'digest' || flow === 'certificate'
  expect(endOf(protocol, method)).toBe(product.includes(flow) ? flow : open ? 'undetermined' : 'none')
})
