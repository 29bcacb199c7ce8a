import { expect, test } from 'vitest'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { sessionDiagram } from './diagram.ts'

const loaded = loadTenant('scenarios/devices.yaml', nodeSourceReader('.'))
if (!loaded.ok) throw new Error('scenarios/devices.yaml does not load')
const tenant = loaded.value

function drawn(user: string, client: string, network: string) {
  const from = { user: `${user}@relecloud.com`, client, network, at: tenant.asOf }
  return sessionDiagram(simulateSession(tenant, { ...from, purpose: 'read-mail', signals: {} }))
}

const token = 'entra-id → device'
const ticket = 'active-directory → device'

test.each([
  ['hello', 'outlook', 'office', ['user → device', 'device → entra-id', token, 'device → client']],
  [
    'hello',
    'hybrid-outlook',
    'office',
    ['user → device', 'device → active-directory', token, ticket, 'device → client'],
  ],
  ['hello', 'hybrid-outlook', 'internet', ['user → device', token, 'device → client']],
  ['password', 'domain-browser', 'office', ['user → device', 'device → active-directory', ticket, 'device → client']],
  ['key', 'domain-browser', 'office', ['user → device', 'device → user']],
] as const)('%s with %s from the %s: the device has a lane', (user, client, network, expected) => {
  const { items, zones } = drawn(user, client, network)
  const arrows = items.flatMap((item) => (item.kind === 'arrow' ? [`${item.from} → ${item.to}`] : []))
  expect(arrows.filter((arrow) => arrow.includes('device'))).toEqual(expected)
  const placed = zones.flatMap(({ participants }) => participants.map(({ id }) => id))
  const speaking = items.flatMap((item) => (item.kind === 'arrow' ? [item.from, item.to] : []))
  expect(speaking.filter((id) => !placed.includes(id))).toEqual([])
  expect(new Set(placed).size).toBe(placed.length)
})

test('a sign-in of which no device is stated has no lane for one', () => {
  const { zones } = sessionDiagram([])
  expect(zones.flatMap(({ participants }) => participants.map(({ id }) => id))).not.toContain('device')
})
