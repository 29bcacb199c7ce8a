import { describe, expect, test, vi } from 'vitest'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import type { Purpose } from '../../vocabulary/requests.ts'
import { readPlan } from '../matrix/plan.ts'
import { type WhyNot, whyNot } from './why-not.ts'

// A search plays hundreds of plans.
vi.setConfig({ testTimeout: 60_000 })

const ends =
  (want: string) =>
  (traces: readonly Trace[]): boolean => {
    const verdict = sessionVerdict(traces)
    return verdict.kind === want || (verdict.kind === 'signs-in' && verdict.credentials.join() === want)
  }

interface Question {
  readonly user: string
  readonly client: string
  readonly want: string
  readonly purpose?: Purpose
}

function search(reader: SourceReader, file: string, { user, client, want, purpose }: Question): WhyNot {
  const plan = readPlan(file, reader)
  if (!plan.ok) throw new Error(JSON.stringify(plan.diagnostics.map(({ code, args }) => [code, args])))
  const filter = { user, client, ...(purpose && { purpose }) }
  const found = whyNot({ plan: plan.value, filter, wanted: ends(want), reader, limit: 12 })
  if (!found.ok) throw new Error('the search fails')
  return found.value
}

const said = ({ sets }: WhyNot): readonly string[] =>
  sets.map(({ levers }) => levers.map(({ what, to }) => `${what} ${to ?? 'gone'}`).join(' and '))

const tenant = (policies: string, user = 'methods: [microsoftAuthenticatorPush], roles: []'): string => `name: Acts
asOf: 2024-03-01
createdDateTime: 2019-01-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
networks: [{ name: internet }]
securityDefaults: false
workloads: { exchange-online: { modernAuthentication: true, EwsEnabled: true }, microsoft-365-admin: {} }
clients: [outlook-microsoft-365, browser, imap-client]
conditionalAccess:
  policies: ${policies}
users:
  - { userPrincipalName: ada@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [], groups: [], mailbox: exchange-online, ${user} }
  - { userPrincipalName: ben@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [], groups: [], mailbox: exchange-online, methods: [], roles: [] }
`

const policy = (grant: object, users: object = { includeUsers: ['All'] }, name = 'Policy') => ({
  displayName: name,
  state: 'enabled',
  conditions: { clientAppTypes: ['all'], applications: { includeApplications: ['All'] }, users },
  grantControls: { operator: 'AND', ...grant },
})

const inline = (...policies: readonly object[]): SourceReader =>
  memorySourceReader({ 'tenant.yaml': tenant(JSON.stringify(policies)) })

const phishingResistant = { authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } }
const outlook = { user: 'ada@contoso.com', client: 'outlook-microsoft-365', want: 'interactive' } as const
const method = 'users[ada@contoso.com].methods "fido2"'
const enrolment = 'clients[outlook-microsoft-365].device "managed device"'
const weakens = /^conditionalAccess/

describe('the obvious act comes before anything is weakened', () => {
  test('a method is registered that the policy demands', () => {
    const [first, ...others] = said(search(inline(policy(phishingResistant)), 'tenant.yaml', outlook))
    expect(first).toBe(method)
    expect(others.some((one) => weakens.test(one))).toBe(true)
  })

  test('the device is enrolled', () => {
    const found = said(search(inline(policy({ builtInControls: ['compliantDevice'] })), 'tenant.yaml', outlook))
    expect(found[0]).toBe(enrolment)
  })

  test('the device is enrolled where the file does not say which clients are in use', () => {
    const text = tenant(JSON.stringify([policy({ builtInControls: ['compliantDevice'] })]))
    const silent = memorySourceReader({ 'tenant.yaml': text.replace(/^clients:.*\n/m, '') })
    const found = search(silent, 'tenant.yaml', outlook)
    expect(said(found)[0]).toBe(enrolment)
    expect(found.sets[0]?.sideEffects.lost).toBe(0)
    expect(
      search(memorySourceReader({ 'tenant.yaml': found.sets[0]?.text ?? '' }), 'tenant.yaml', outlook).already,
    ).toBe(true)
  })

  test('the role is given that a policy leaves out', () => {
    const block = policy(
      { builtInControls: ['block'] },
      { includeUsers: ['All'], excludeRoles: ['Global Administrator'] },
    )
    const question = { ...outlook, client: 'browser', purpose: 'administer' } as const
    expect(said(search(inline(block), 'tenant.yaml', question))[0]).toBe(
      'users[ada@contoso.com].roles "Global Administrator"',
    )
  })

  test('two acts are shown beside single changes that weaken a policy, and before them', () => {
    const both = policy({ builtInControls: ['compliantDevice'], ...phishingResistant })
    const found = search(inline(both), 'tenant.yaml', outlook)
    const [first, ...others] = said(found)
    expect([found.size, found.gentlerPairs > 0]).toEqual([1, true])
    expect(first?.split(' and ').sort()).toEqual([enrolment, method].sort())
    expect(others.some((one) => weakens.test(one))).toBe(true)
    const disturbed = (wanted: boolean) =>
      found.sets.filter(({ levers }) => (levers.length === 1) === wanted).map(({ sideEffects }) => sideEffects.verdicts)
    expect(Math.min(...disturbed(false))).toBeLessThan(Math.max(...disturbed(true)))
  })
})

describe('a policy in a separate file', () => {
  const { conditions, ...rest } = policy({ builtInControls: ['block'] }, { includeUsers: ['All'] }, 'Block')
  const files = {
    'ca/block.json': `${JSON.stringify({ value: [{ ...rest, conditions }] }, null, 2)}\n`,
    'ca/mfa.yaml': `displayName: MFA # for everybody
state: enabled
conditions:
  clientAppTypes: [all]
  applications: { includeApplications: [All] }
  users: { includeUsers: [All] }
grantControls: { operator: OR, builtInControls: [mfa] }
`,
    'tenant.yaml': tenant("['ca/*.json', ca/mfa.yaml]"),
  }
  const found = search(memorySourceReader(files), 'tenant.yaml', outlook)

  test('is patched in that file', () => {
    expect(said(found)).toContain('conditionalAccess.policies[Block].state "disabled"')
    expect(said(found)).toContain('conditionalAccess.policies[Block].excludeUsers "ada@contoso.com"')
    for (const { files: changed, patch } of found.sets) {
      expect(changed.map(({ name }) => name)).toEqual(['ca/block.json'])
      expect(patch).toContain('+++ b/ca/block.json')
      expect(patch).not.toContain('tenant.yaml')
    }
  })

  test('gives what is wanted once it is patched', () => {
    for (const { files: changed } of found.sets) {
      const patched = { ...files, ...Object.fromEntries(changed.map(({ name, text }) => [name, text])) }
      for (const { text } of changed) expect(() => JSON.parse(text)).not.toThrow()
      expect(search(memorySourceReader(patched), 'tenant.yaml', outlook).already).toBe(true)
    }
  })
})

const flagOf = ({ code, args }: Diagnostic): string => JSON.stringify([code, args])

/** What checking says about a text. */
function flags(text: string, file: string, reader: SourceReader): ReadonlySet<string> {
  const loaded = loadTenantText(text, file, reader)
  return new Set((loaded.ok ? loaded.warnings : loaded.diagnostics).map(flagOf))
}

test('security defaults are never turned on beside policies', () => {
  const reader = inline(policy({ builtInControls: ['mfa'] }, { includeUsers: ['ben@contoso.com'] }))
  const question = { user: 'ada@contoso.com', client: 'imap-client', want: 'blocked', purpose: 'send-mail' } as const
  const found = said(search(reader, 'tenant.yaml', question))
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((one) => one.includes('securityDefaults'))).toEqual([])
})

const disk = nodeSourceReader(process.cwd())

/** Questions whose answers touch users, settings and clients. */
const questions = [
  [
    'security-defaults',
    { user: 'winemaker@cohovineyard.com', client: 'imap-client', want: 'account-password', purpose: 'send-mail' },
  ],
  [
    'security-defaults',
    { user: 'winemaker@cohovineyard.com', client: 'outlook-2016', want: 'blocked', purpose: 'read-mail' },
  ],
  [
    'mfa-states',
    { user: 'veteran@alpine.com', client: 'outlook-2010', want: 'account-password', purpose: 'read-mail' },
  ],
] as const

test.each(questions)('in %s checking flags no changed file more than it was: %o', (name, question) => {
  const file = `scenarios/${name}.yaml`
  const source = disk.read(file)
  if (!source.ok) throw new Error(`${file} cannot be read`)
  const before = flags(source.value.text, file, disk)
  const found = search(disk, file, question)
  expect(found.sets.length).toBeGreaterThan(0)
  for (const { text, levers } of found.sets) {
    const more = [...flags(text, file, disk)].filter((flag) => !before.has(flag))
    expect([levers.map(({ what }) => what), more]).toEqual([levers.map(({ what }) => what), []])
  }
})

test('the application of a file share is excluded before a policy is weakened', () => {
  const file = `name: File shares
asOf: 2026-06-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
workloads: { azure-files: { appId: dddddddd-0000-4000-8000-00000000000f, directoryServiceOptions: AADKERB } }
devices: [{ name: laptop, platform: windows, trustType: AzureAD }]
clients: [{ name: explorer, client: windows-file-explorer, device: laptop }]
users: [{ userPrincipalName: ada@contoso.com, onPremisesSyncEnabled: true, methods: [microsoftAuthenticatorPush] }]
conditionalAccess:
  policies:
    - displayName: MFA
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
`
  const question = { user: 'ada@contoso.com', client: 'explorer', want: 'signs-in' }
  expect(said(search(memorySourceReader({ 'tenant.yaml': file }), 'tenant.yaml', question))[0]).toBe(
    'conditionalAccess.policies[MFA].excludeApplications "dddddddd-0000-4000-8000-00000000000f"',
  )
})
