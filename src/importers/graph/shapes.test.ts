import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readSource } from '../../source/files/read-source.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { isComplete } from '../coverage.ts'
import { type ImportedTenant, importExports } from '../import-exports.ts'

const folder = mkdtempSync(join(tmpdir(), 'shapes-'))
afterAll(() => rmSync(folder, { recursive: true }))

const policy = {
  displayName: 'Block old clients',
  state: 'enabled',
  conditions: {
    users: { includeUsers: ['All'] },
    applications: { includeApplications: ['All'] },
    clientAppTypes: ['exchangeActiveSync', 'other'],
  },
  grantControls: { operator: 'OR', builtInControls: ['block'] },
}
const location = {
  '@odata.type': '#microsoft.graph.ipNamedLocation',
  displayName: 'Office',
  isTrusted: true,
  ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' }],
}

/** The same object with names as PowerShell writes them. */
function pascal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pascal)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.charAt(0).toUpperCase() + key.slice(1), pascal(part)]),
  )
}

const text = (value: unknown): string => JSON.stringify(value, null, 2)
const mark = '\ufeff'

/** Exports of one policy, as collections have them. */
const shapes: readonly (readonly [string, string | Uint8Array])[] = [
  ['one object', text(policy)],
  ['a list', text([policy])],
  ['an answer of Graph', text({ '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#x', value: [policy] })],
  ['UTF-8 with a mark', Buffer.from(mark + text(policy))],
  ['UTF-16 with a mark', Buffer.from(mark + text(policy), 'utf16le')],
  ['UTF-16 without one', Buffer.from(text(policy), 'utf16le')],
  ['Windows line breaks', text(policy).replaceAll('\n', '\r\n')],
  ['names in PowerShell case', text(pascal(policy))],
  [
    'notes of OData and fields that are null or empty',
    text({
      ...policy,
      '@odata.etag': 'W/"1"',
      'grantControls@odata.context': 'x',
      id: '0b7a7c1e-0000-4000-8000-000000000001',
      templateId: null,
      partialEnablementStrategy: null,
      createdDateTime: '/Date(1700000000000)/',
      sessionControls: null,
      conditions: {
        ...policy.conditions,
        signInRiskLevels: [],
        platforms: null,
        locations: null,
        times: null,
        deviceStates: null,
        devices: null,
        clientApplications: null,
      },
    }),
  ],
  [
    'lists of one that became a value',
    text({
      ...policy,
      conditions: {
        ...policy.conditions,
        users: { includeUsers: 'All' },
        applications: { includeApplications: 'All' },
      },
    }),
  ],
  ['a list of nothing', text({ ...policy, conditions: { ...policy.conditions, userRiskLevels: [null] } })],
  ['sections of a report', text({ report: { conditional_access_policies: [policy], date: 'today' } })],
]

function imported(content: string | Uint8Array): ImportedTenant {
  const file = join(folder, 'export.json')
  writeFileSync(file, content)
  const source = readSource(file)
  if (!source.ok) throw new Error(JSON.stringify(source.diagnostics))
  const made = importExports([{ ...source.value, name: 'export.json' }], { asOf: '2024-01-01' })
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics.map(({ code }) => code)))
  return made.value
}

function tenantOf({ text: yaml }: ImportedTenant): Tenant {
  const loaded = loadTenantText(yaml, 'imported.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

describe('a policy exported as', () => {
  test.each(shapes)('%s is understood', (_, content) => {
    const made = imported(content)
    expect(isComplete(made.coverage)).toBe(true)
    const [read] = tenantOf(made).conditionalAccess.policies
    expect(read?.name).toBe('Block old clients')
    expect(read?.grant?.block).toBe(true)
    expect([...(read?.conditions.clientApps?.types ?? [])].sort()).toEqual(['exchangeActiveSync', 'other'])
    expect(read?.conditions.include.all).toBe(true)
    expect(read?.conditions.resources.all).toBe(true)
    expect(read?.notUnderstood).toEqual([])
  })
})

describe('what nobody knows yet', () => {
  const conditions = policy.conditions
  test.each([
    ['agents', { ...policy, conditions: { ...conditions, agents: { includeAgents: ['All'] } } }, 'conditions.agents'],
    [
      'the risk of agents',
      { ...policy, conditions: { ...conditions, agentIdRiskLevels: 'high' } },
      'conditions.agentIdRiskLevels',
    ],
    [
      'a control',
      { ...policy, grantControls: { operator: 'OR', builtInControls: ['holdHands'] } },
      'grantControls.builtInControls.0',
    ],
    ['a state', { ...policy, state: 'asleep' }, 'state'],
  ])('%s leaves its policy open and is told by its name', (_, exported, path) => {
    const made = imported(text(exported))
    expect(isComplete(made.coverage)).toBe(false)
    expect(made.coverage.find(({ kind }) => kind === 'policy')?.note).toContain(path)
    expect(tenantOf(made).conditionalAccess.policies[0]?.notUnderstood.map((one) => one.path)).toContain(path)
  })
})

test('a location in PowerShell case is a trusted one', () => {
  const { conditionalAccess } = tenantOf(imported(text([policy, pascal(location)])))
  expect(conditionalAccess.namedLocations?.map(({ name, trusted, ranges }) => [name, trusted, ranges])).toEqual([
    ['Office', true, ['203.0.113.0/24']],
  ])
})
