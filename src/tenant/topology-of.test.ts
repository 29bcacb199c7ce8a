import { expect, test } from 'vitest'
import { topologies } from '../catalog/topologies.ts'
import { loadTenantText } from './load-tenant.ts'
import { topologyOf } from './topology-of.ts'

const places = ['exchange-online', 'exchange-server', 'skype-for-business-online', 'skype-for-business-server'] as const

test.each(topologies)('$name, declared as published, is told so', (topology) => {
  const used = new Set(topology.homes.flatMap(({ mailbox, registrar }) => [mailbox, registrar]))
  const workloads = places
    .filter((place) => used.has(place))
    .map((place) => `  ${place}: { modernAuthentication: ${topology.modernOn.includes(place)} }\n`)
  const users = topology.homes.map(
    ({ mailbox, registrar }, index) =>
      `  - { userPrincipalName: user${index}@contoso.com, mailbox: ${mailbox}, registrar: ${registrar} }\n`,
  )
  const text = `name: t\nasOf: 2019-10-01\ndomains: [{ name: contoso.com, authenticationType: managed }]\nworkloads:\n${workloads.join('')}users:\n${users.join('')}`
  const loaded = loadTenantText(text, 'topology.yaml')
  expect(loaded.ok && topologyOf(loaded.value)?.id).toBe(topology.id)
})

const others = '  exchange-server: {}\n  skype-for-business-online: {}\n'

test.each([
  ['entra-id', others, 'mixed-6'],
  ['ad-fs', others, undefined],
  ['entra-id', '', undefined],
] as const)('with %s as authority of Skype for Business, beside %j, it is %s', (authority, declared, id) => {
  const text = `name: t
asOf: 2022-03-01
domains: [{ name: contoso.com, authenticationType: managed }]
workloads:
  exchange-online: { modernAuthentication: true }
  skype-for-business-server: { modernAuthentication: true, modernAuthority: ${authority} }
${declared}users:
  - { userPrincipalName: user@contoso.com, mailbox: exchange-online, registrar: skype-for-business-server }
`
  const loaded = loadTenantText(text, 'topology.yaml')
  expect(loaded.ok && topologyOf(loaded.value)?.id).toBe(id)
})

test('a tenant without Skype for Business is none of them', () => {
  const loaded = loadTenantText(
    'name: t\nasOf: 2019-10-01\ndomains: [{ name: contoso.com, authenticationType: managed }]\n',
    't.yaml',
  )
  expect(loaded.ok && topologyOf(loaded.value)).toBeUndefined()
})
