import { expect, test } from 'vitest'
import { earlierRoleNames, roleOf } from '../catalog/roles.ts'
import type { DocumentPath } from '../source/document/located-document.ts'
import { parseSource } from '../source/document/located-document.ts'
import { loadTenantText } from './load-tenant.ts'

const role = '62e90394-69f5-4237-9190-012177145e10'

/** A file that names something in every place where the schema lets it. */
const file = {
  name: 'Contoso',
  asOf: '2025-06-01',
  domains: [
    {
      name: 'contoso.com',
      authenticationType: 'federated',
      identityProvider: 'adfs',
      stagedRollout: { groups: ['pilot'] },
    },
  ],
  identityProviders: [
    {
      name: 'adfs',
      performsMfa: true,
      passesClaims: ['authnmethodsreferences'],
      accessRules: [
        { policy: 'block-all-external-except-groups', groups: ['pilot'] },
        { effect: 'deny', name: 'outside', conditions: [{ claim: 'group', operator: 'equals', value: 'pilot' }] },
      ],
    },
  ],
  groups: [
    { name: 'pilot', members: ['anna@contoso.com'] },
    { name: 'all', members: ['pilot'] },
  ],
  users: [
    {
      userPrincipalName: 'anna@contoso.com',
      groups: ['pilot'],
      roles: ['Global Administrator', { role }],
      authenticationPolicy: 'no basic',
      mailbox: 'exchange-online',
    },
    { userPrincipalName: 'backup@contoso.com', kind: 'service-principal' },
  ],
  applications: [{ displayName: 'Payroll', appId: '3f1c7a52-8a3d-4c0b-9d0f-6a0f8a1b2c3d' }],
  networks: [{ name: 'internet' }],
  devices: [{ name: 'laptop' }],
  clients: [{ name: 'mail', client: 'outlook-2019', device: 'laptop', users: ['anna@contoso.com'] }],
  rollouts: [{ change: 'smtpBasicAuthenticationReEnabled', state: 'applied' }],
  workloads: {
    'exchange-online': { authenticationPolicies: [{ name: 'no basic' }], DefaultAuthenticationPolicy: 'no basic' },
  },
  events: [
    { at: '2025-07-01', type: 'policy-enabled', policy: 'P' },
    { at: '2025-07-02', type: 'app-passwords-setting-changed', appPasswords: 'blocked', by: 'anna@contoso.com' },
    { at: '2025-07-03', type: 'account-disabled', user: 'anna@contoso.com' },
    { at: '2025-07-04', type: 'client-upgraded', client: 'mail', to: 'outlook-2016' },
    {
      at: '2025-07-05',
      type: 'workload-setting-changed',
      workload: 'exchange-online',
      settings: { EwsEnabled: false },
    },
    {
      at: '2025-07-06',
      type: 'domain-authentication-changed',
      domain: 'contoso.com',
      identityProvider: 'adfs',
      authenticationType: 'federated',
    },
  ],
  conditionalAccess: {
    namedLocations: [{ id: 'l1', displayName: 'Office', ipRanges: [{ cidrAddress: '203.0.113.0/24' }] }],
    authenticationContexts: [{ id: 'c1', displayName: 'Secret' }],
    policies: [
      {
        displayName: 'P',
        state: 'enabled',
        conditions: {
          users: {
            includeUsers: ['anna@contoso.com'],
            excludeUsers: ['backup@contoso.com'],
            includeGroups: ['pilot'],
            excludeGroups: ['all'],
            includeRoles: [role],
            excludeRoles: ['Global Administrator'],
            includeGuestsOrExternalUsers: {
              guestOrExternalUserTypes: 'internalGuest',
              externalTenants: { membershipKind: 'all' },
            },
          },
          applications: {
            includeApplications: ['Payroll'],
            excludeApplications: ['Office365'],
            includeUserActions: ['urn:user:registerdevice'],
            includeAuthenticationContextClassReferences: ['Secret'],
          },
          clientApplications: {
            includeServicePrincipals: ['backup@contoso.com'],
            excludeServicePrincipals: ['backup@contoso.com'],
          },
          clientAppTypes: ['browser'],
          platforms: { includePlatforms: ['windows'], excludePlatforms: ['iOS'] },
          locations: { includeLocations: ['Office'], excludeLocations: ['AllTrusted'] },
        },
        grantControls: {
          operator: 'OR',
          builtInControls: ['compliantDevice'],
          authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' },
        },
      },
    ],
  },
}

/** Keys whose text is a name of the thing's own, free text, or declares what it names: a claim that is passed on. */
const own = new Set([
  'name',
  'displayName',
  'id',
  'appId',
  'asOf',
  'at',
  'userPrincipalName',
  'cidrAddress',
  'settings',
  'passesClaims',
])

/** The places of all words that name something else. */
function placesBelow(value: unknown, path: DocumentPath): readonly DocumentPath[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => placesBelow(item, [...path, index]))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) =>
      own.has(key) && !(key === 'id' && path.at(-1) === 'authenticationStrength')
        ? []
        : placesBelow(part, [...path, key]),
    )
  return typeof value === 'string' ? [path] : []
}

function replaced(value: unknown, [step, ...rest]: DocumentPath, word: string): unknown {
  if (step === undefined) return word
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? replaced(item, rest, word) : item))
  return Object.fromEntries(
    Object.entries(Object(value)).map(([key, part]) => [key, key === step ? replaced(part, rest, word) : part]),
  )
}

const codesAt = (text: string, path: DocumentPath): readonly string[] => {
  const loaded = loadTenantText(text, 'tenant.json')
  const parsed = parseSource({ name: 'tenant.json', text })
  if (!parsed.ok) throw new Error('no JSON')
  const { start, end } = parsed.value.rangeOf(path)
  const all = loaded.ok ? loaded.warnings : loaded.diagnostics
  return all.flatMap(({ code, at }) => (at.start >= start - 1 && at.end <= end + 1 ? [code] : []))
}

test('the file itself names nothing that is unknown', () => {
  const loaded = loadTenantText(JSON.stringify(file), 'tenant.json')
  const found = loaded.ok ? loaded.warnings : loaded.diagnostics
  expect(found.map(({ code, args }) => [code, args]).filter(([code]) => !`${code}`.startsWith('CON'))).toEqual([])
})

test.each(placesBelow(file, []).map((path) => [path.join('.'), path] as const))(
  'a word at %s that names nothing is reported there',
  (_, path) => {
    expect(codesAt(JSON.stringify(replaced(file, path, 'telepathy')), path)).not.toEqual([])
  },
)

test.each([...earlierRoleNames])(
  'the earlier name of a role, %s, is answered with the one of today',
  (earlier, today) => {
    const users = [{ userPrincipalName: 'anna@contoso.com', roles: [earlier] }]
    const domains = [{ name: 'contoso.com', authenticationType: 'managed' }]
    const loaded = loadTenantText(JSON.stringify({ name: 'T', asOf: '2025-06-01', domains, users }), 'tenant.json')
    const found = loaded.ok ? [] : loaded.diagnostics.filter(({ code }) => code === 'TEN-12')
    expect(found.map(({ args }) => args)).toEqual([expect.objectContaining({ suggestion: today })])
    expect(roleOf(today)).toBeDefined()
  },
)
