import { expect, test } from 'vitest'
import {
  loadTenant,
  loadTenantText,
  planRequests,
  renderTable,
  sessionVerdict,
  simulateSession,
  tenantAt,
} from './index.ts'

const founding = 'scenarios/federated-skype-on-premises.yaml'

test('a few calls answer the question of the product', () => {
  const loaded = loadTenant(founding)
  if (!loaded.ok) throw new Error('the scenario has errors')
  const wanted = {
    user: 'finance.lead@contoso.com',
    client: 'outlook-2010',
    purpose: 'read-mail',
    network: 'internet',
  } as const
  const [request] = planRequests(loaded.value, wanted)
  if (request === undefined) throw new Error('nothing to play')
  const traces = simulateSession(loaded.value, request)
  expect(sessionVerdict(traces)).toEqual({ kind: 'signs-in', credentials: ['app-password'] })
  expect(renderTable([traces])).toContain('CRED-2')
})

test('a mistake is a value and no exception', () => {
  const loaded = loadTenantText('name: [', 'tenant.yaml')
  expect(loaded.ok).toBe(false)
  expect(loadTenant('nowhere.yaml').ok).toBe(false)
})

test('a tenant at its own date is the tenant', () => {
  const loaded = loadTenant(founding)
  if (loaded.ok) expect(tenantAt(loaded.value, loaded.value.asOf).name).toBe(loaded.value.name)
})
