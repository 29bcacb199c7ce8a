import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  loadTenant,
  loadTenantText,
  planRequests,
  populationOf,
  renderTable,
  replaySignIns,
  sessionVerdict,
  simulateSession,
  tenantAt,
} from './index.ts'
import { memorySourceReader } from './source/files/memory-source.ts'

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

test('people in a separate file are planned once they are read, and never left out in silence', () => {
  const plan = readFileSync(founding, 'utf8').replace(
    /\nusers:\n[\s\S]*?\ngroups:/,
    '\nusers: { from: people.csv }\n\ngroups:',
  )
  const rows = 'userPrincipalName,displayName\nada@contoso.com,Ada\nbob@contoso.com,Bob\n'
  const reader = memorySourceReader({ 'plan.yaml': plan, 'people.csv': rows })
  const loaded = loadTenant('plan.yaml', reader)
  if (!loaded.ok) throw new Error('the plan has errors')
  expect(() => planRequests(loaded.value)).toThrow(/people\.csv: read them with populationOf/)
  const read = populationOf(loaded.value, reader, { people: ['Bob'] })
  if (!read.ok) throw new Error('the people have errors')
  const planned = new Set([...planRequests(read.value.tenant)].map(({ user }) => user))
  expect([...planned]).toEqual(['ada@contoso.com', 'bob@contoso.com'])
})

test('recorded sign-ins judge a tenant and a date', async () => {
  const loaded = loadTenant('scenarios/conditional-access.yaml')
  if (!loaded.ok) throw new Error('the scenario has errors')
  const paths = ['features/replay/sign-ins.jsonl']
  const answer = await replaySignIns(loaded.value, paths, { at: Date.UTC(2023, 5, 1) })
  if (!answer.ok) throw new Error(answer.message)
  const { signIns, explained, plan } = answer.value
  expect({ signIns, explained, effects: plan?.effects.map(({ effect, people }) => [effect, people]) }).toEqual({
    signIns: 40,
    explained: 38 / 40,
    effects: [['newly blocked', 1]],
  })
  for (const path of ['features/replay/planned.yaml', 'nowhere.json', '/etc'])
    expect(await replaySignIns(loaded.value, [path])).toMatchObject({ ok: false, message: expect.any(String) })
})
