import { expect, test } from 'vitest'
import { clients } from '../catalog/clients.ts'
import { preconditions } from '../catalog/preconditions.ts'
import { policyConstraintCodes } from '../source/diagnostics/policy-constraint-codes.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { verdictOf } from '../trace/verdict.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

/** A hybrid in which every change below contradicts a prerequisite, or leaves one unsaid. */
const base = {
  exchange: 'modernAuthority: entra-id, OAuth2ClientProfileEnabled: true, hybrid: classic-full',
  servers: "[{ version: '2019', cumulativeUpdate: 14, role: mailbox }]",
  skype: '',
  extra: '',
  user: 'perUserMfaState: disabled, appPasswords: [], registered: true, mailbox: exchange-server',
  clients: '[outlook-2019]',
}

function played(changes: Partial<typeof base>) {
  const { exchange, servers, skype, extra, user, clients: used } = { ...base, ...changes }
  const text = `name: Hybrid
asOf: 2021-06-01
createdDateTime: 2016-01-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
multifactorAuthentication: { appPasswords: allowed }
securityDefaults: false
networks: [{ name: internet }]
workloads:
  exchange-online: { OAuth2ClientProfileEnabled: true }
  exchange-server: { ${exchange}, servers: ${servers} }
${skype}
clients: ${used}
users: [{ userPrincipalName: ann@contoso.com, ${user}, archive: none, groups: [], roles: [] }]
${extra}`
  const loaded = loadTenant('plan.yaml', memorySourceReader({ 'plan.yaml': text }))
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args)).join())
  const traces = [...planRequests(loaded.value, { purpose: 'read-mail' })].flatMap((request) =>
    simulateSession(loaded.value, request),
  )
  return {
    codes: loaded.warnings.map(({ code }) => code),
    verdicts: traces.map((trace) => verdictOf(trace).kind),
    flows: traces.map(({ authentication }) => authentication?.used),
    assumed: traces.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        step.kind === 'assumption' && step.default.startsWith('presumed') ? [step.default] : [],
      ),
    ),
  }
}

test('what fulfills every prerequisite has a definite verdict and no finding', () => {
  const { codes, verdicts } = played({})
  expect(codes.filter((code) => code.startsWith('CON'))).toEqual([])
  expect(verdicts).toEqual(['signs-in'])
})

test.each([
  ['CON-3', { servers: "[{ version: '2016', cumulativeUpdate: 7, role: mailbox }]" }],
  [
    'CON-4',
    { servers: "[{ version: '2019', cumulativeUpdate: 14, role: mailbox }, { version: '2010', role: mailbox }]" },
  ],
  ['CON-5', { exchange: `${base.exchange}, SSLOffloading: true` }],
  ['CON-6', { exchange: base.exchange.replace('classic-full', 'modern-agent') }],
  [
    'CON-9',
    {
      exchange: 'modernAuthority: ad-fs, OAuth2ClientProfileEnabled: true, hybrid: none',
      servers: "[{ version: '2016', cumulativeUpdate: 23, role: mailbox }]",
      clients: '[{ name: outlook-2019, registry: { EnableExchangeOnPremModernAuth: 1 } }]',
    },
  ],
  ['CON-42', { skype: "  skype-for-business-server: { servers: [{ version: '2013', role: front-end }] }" }],
] as const)(
  'where check reports %s, the verdict is open for whoever signs in with tokens, and for nobody else',
  (code, changes) => {
    expect(played(changes).codes).toContain(code)
    expect(played(changes).verdicts).toEqual(['undetermined'])
    expect(played({ ...changes, clients: '[outlook-2010]' }).verdicts).toEqual(['signs-in'])
  },
)

test.each([
  ['presumed-update-of-exchange', { servers: '[]' }],
  ['presumed-endpoint-of-server', {}],
  ['presumed-endpoint-of-activesync', { clients: '[outlook-mobile-ios]' }],
  ['presumed-licence-of-outlook-mobile', { clients: '[outlook-mobile-ios]' }],
  ['presumed-build-of-office', { clients: '[outlook-2016]' }],
  [
    'presumed-update-for-redirection',
    { clients: '[eas-client]', user: base.user.replace('exchange-server', 'exchange-online') },
  ],
  ['presumed-consent', { clients: '[thunderbird]', user: base.user.replace('exchange-server', 'exchange-online') }],
  [
    'presumed-app-password-created',
    {
      clients: '[imap-client]',
      user: 'perUserMfaState: enforced, appPasswords: [], registered: true, mailbox: exchange-online',
    },
  ],
  [
    'presumed-managed-policy-reports-only',
    {
      user: base.user.replace('exchange-server', 'exchange-online'),
      extra: `conditionalAccess: { policies: [{ displayName: "Microsoft-managed: MFA", state: enabledForReportingButNotEnforced, createdDateTime: 2021-01-01T00:00:00Z, conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }, grantControls: { operator: OR, builtInControls: [mfa] } }] }`,
    },
  ],
  [
    'presumed-policy-as-written',
    {
      user: base.user.replace('exchange-server', 'exchange-online'),
      extra: `conditionalAccess: { policies: [{ displayName: Change, state: enabled, conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }, grantControls: { operator: OR, builtInControls: [passwordChange] } }] }`,
    },
  ],
  [
    'presumed-session-policy-as-written',
    {
      user: base.user.replace('exchange-server', 'exchange-online'),
      extra: `conditionalAccess: { policies: [{ displayName: Stay, state: enabled, conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [00000002-0000-0ff1-ce00-000000000000] }, clientAppTypes: [all] }, sessionControls: { persistentBrowser: { isEnabled: true, mode: always } } }] }`,
    },
  ],
  [
    'presumed-activesync-policy-as-written',
    {
      clients: '[eas-client]',
      user: base.user.replace('exchange-server', 'exchange-online'),
      extra: `conditionalAccess: { policies: [{ displayName: Mail, state: enabled, conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [exchangeActiveSync] }, grantControls: { operator: OR, builtInControls: [block] } }] }`,
    },
  ],
] as const)('what is assumed is recorded: %s', (id, changes) => {
  const { assumed, verdicts } = played(changes)
  expect(assumed).toContain(id)
  expect(verdicts.at(-1)).not.toBe('undetermined')
  expect(preconditions.map((row) => row.id as string)).toContain(id)
})

const managed = (created: string) => ({
  user: base.user.replace('exchange-server', 'exchange-online'),
  extra: `conditionalAccess: { policies: [{ displayName: "Microsoft-managed: MFA", state: enabledForReportingButNotEnforced, createdDateTime: ${created}, conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }, grantControls: { operator: OR, builtInControls: [mfa] } }] }`,
})

test('a managed policy may be on from its 45th day', () => {
  const day = Date.UTC(2021, 5, 1)
  const before = (days: number): string => new Date(day - days * 86_400_000).toISOString()
  expect(played(managed(before(45))).assumed).toContain('presumed-managed-policy-reports-only')
  expect(played(managed(before(44))).assumed).not.toContain('presumed-managed-policy-reports-only')
})

/** Builds that a note of the catalog names as unable, and one just outside each. */
const notedBuilds = clients.flatMap(({ id, ...client }) => {
  const note = 'note' in client ? client.note : undefined
  const ranges = [...(note ?? '').matchAll(/(\d+)\.0\.(\d+) to \d+\.0\.(\d+)/g)]
  return ranges.map(([, major, first, last]) => [id, `${major}.0`, Number(first), Number(last)] as const)
})

test('every note of the catalog that names builds without modern authentication is read', () => {
  const noted = clients.filter((client) => 'note' in client && /cannot do modern|builds .* cannot/.test(client.note))
  expect(noted.map(({ id }) => id).filter((id) => !notedBuilds.some(([other]) => other === id))).toEqual([])
})

test.each(notedBuilds)('%s: builds %s.%i to %i send a password, the next one a token', (id, version, first, last) => {
  const user = base.user.replace('exchange-server', 'exchange-online')
  const flowOf = (build: string) =>
    played({ user, clients: `[{ name: ${id}, build: ${build}, registry: { EnableADAL: 1 } }]` }).flows
  expect(flowOf(`${version}.${Math.max(first, 1)}.9999`)).toEqual(['basic'])
  expect(flowOf(`${version}.${last}.9999`)).toEqual(['basic'])
  expect(flowOf(`${version}.${last + 1}.1`)).toEqual(['modern'])
})

test('every limit of a policy has an assumption with its page, for a policy that is evaluated as written', () => {
  // A policy that only reports takes no part.
  const pages = Object.values(policyConstraintCodes).flatMap(({ citation = '' }) => citation)
  const assumed = preconditions.flatMap((row) => (row.fact === 'policy' ? [row.citation.source as string] : []))
  const others = ['ca-report-only', 'ca-network', 'entra-strength-of-external-users']
  expect(new Set([...assumed, ...others])).toEqual(new Set([...pages, 'ca-conditions']))
})
