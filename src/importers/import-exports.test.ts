import { describe, expect, test } from 'vitest'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { sources as citedSources } from '../vocabulary/citations.ts'
import { coverageLines, isComplete } from './coverage.ts'
import { importExports } from './import-exports.ts'

const source = (name: string, value: unknown) => ({ name, text: JSON.stringify(value) })
const group = '11111111-1111-1111-1111-111111111111'
const policy = {
  id: 'ca1',
  displayName: 'MFA for staff',
  state: 'enabled',
  createdDateTime: '2024-05-01T10:00:00Z',
  conditions: {
    users: { includeGroups: [group], excludeRoles: ['62e90394-69f5-4237-9190-012177145e10'] },
    applications: { includeApplications: ['All'] },
    clientAppTypes: ['all'],
  },
  grantControls: { operator: 'OR', builtInControls: ['mfa'] },
}
const sources = [
  source('policies.json', { '@odata.context': 'x', value: [policy] }),
  source('locations.json', [
    {
      '@odata.type': '#microsoft.graph.ipNamedLocation',
      id: 'l1',
      displayName: 'Office',
      isTrusted: true,
      ipRanges: [{ cidrAddress: '203.0.113.0/24' }],
    },
  ]),
  source('domains.json', {
    value: [
      { id: 'contoso.com', authenticationType: 'Federated', isDefault: true, isVerified: true },
      { id: 'contoso.onmicrosoft.com', authenticationType: 'Managed', isVerified: true },
      { id: 'later.com', authenticationType: 'Managed', isVerified: false },
    ],
  }),
  source('federation.json', {
    '@odata.context':
      "https://graph.microsoft.com/v1.0/$metadata#domains('contoso.com')/federationConfiguration/$entity",
    id: 'f1',
    displayName: 'Contoso',
    issuerUri: 'http://sts.contoso.com/adfs/services/trust',
    passiveSignInUri: 'https://sts.contoso.com/adfs/ls/',
    federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
    preferredAuthenticationProtocol: 'wsFed',
  }),
  source('organization.json', {
    value: [
      {
        id: 'o',
        displayName: 'Contoso',
        createdDateTime: '2015-03-01T00:00:00Z',
        onPremisesSyncEnabled: true,
        verifiedDomains: [],
        assignedPlans: [{ capabilityStatus: 'Enabled', servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d' }],
      },
    ],
  }),
  source('sync.json', { value: [{ features: { passwordSyncEnabled: true } }] }),
  source('defaults.json', {
    '@odata.context':
      'https://graph.microsoft.com/v1.0/$metadata#policies/identitySecurityDefaultsEnforcementPolicy/$entity',
    isEnabled: false,
  }),
  source('users.json', {
    value: [
      {
        id: 'u1',
        userPrincipalName: 'anna@contoso.com',
        displayName: 'Anna',
        accountEnabled: true,
        userType: 'Member',
      },
      {
        id: 'u2',
        userPrincipalName: 'bob_fabrikam.com#EXT#@contoso.onmicrosoft.com',
        displayName: 'Bob',
        userType: 'Guest',
      },
      { id: 'u3', userPrincipalName: 'carl@elsewhere.com', displayName: 'Carl' },
    ],
  }),
  source('groups.json', {
    value: [
      {
        id: group,
        displayName: 'Staff',
        securityEnabled: true,
        members: [{ '@odata.type': '#microsoft.graph.user', id: 'u1', userPrincipalName: 'anna@contoso.com' }],
      },
    ],
  }),
  source('roles.json', {
    value: [{ roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10', principalId: 'u1', directoryScopeId: '/' }],
  }),
  source('mfa.json', {
    '@odata.context': "https://graph.microsoft.com/beta/$metadata#users('u1')/authentication/requirements/$entity",
    perUserMfaState: 'enforced',
  }),
]

function imported(from = sources, options?: Parameters<typeof importExports>[1]) {
  const made = importExports(from, options)
  if (!made.ok) throw new Error(made.diagnostics.map(({ code }) => code).join())
  return made.value
}

describe('an import of Graph exports', () => {
  test('is a tenant file that loads', () => {
    const loaded = loadTenantText(imported().text, 'tenant.yaml')
    if (!loaded.ok)
      throw new Error(loaded.diagnostics.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join())
    const { value } = loaded
    expect(value.name).toBe('Contoso')
    expect([...value.domains.keys()]).toEqual(['contoso.com', 'contoso.onmicrosoft.com'])
    expect(value.domains.get('contoso.com')).toMatchObject({
      authentication: 'federated',
      federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
    })
    expect(value.domains.get('contoso.com')?.identityProvider?.product).toBe('ad-fs')
    expect(value.securityDefaults).toBe(false)
    expect(value.conditionalAccess.policies.map(({ name }) => name)).toEqual(['MFA for staff'])
    const anna = value.users.get('anna@contoso.com')
    expect(anna).toMatchObject({ perUserMfaState: 'enforced' })
    expect(anna?.groups?.has('staff')).toBe(true)
    expect(anna?.roles?.has('62e90394-69f5-4237-9190-012177145e10')).toBe(true)
  })
  test('writes the same bytes regardless of the order of the files', () => {
    expect(imported([...sources].reverse())).toEqual(imported())
  })
  test('takes the last date of the export, or the one it is told', () => {
    expect(imported().text).toContain('asOf: 2024-05-01')
    expect(imported(sources, { asOf: '2025-01-01' }).text).toContain('asOf: 2025-01-01')
  })
  test('writes names next to the ids that policies name', () => {
    expect(imported().text).toMatch(new RegExp(`${group} # Staff`))
    expect(imported().text).toContain('62e90394-69f5-4237-9190-012177145e10 # Global Administrator')
  })
  test('that a trusted location is outside of the corporate network is an assumption', () => {
    const { coverage } = imported()
    const networks = coverage.filter(({ kind, status }) => kind === 'network' && status === 'assumed')
    expect(networks.map(({ name }) => name)).toEqual(['internet', 'Office'])
    expect(networks[1]?.note).toContain('insideCorporateNetwork')
  })
  test('accounts for what it left open', () => {
    const { coverage } = imported()
    const left = coverage.filter(({ status }) => status === 'not-understood')
    expect(left).toEqual([expect.objectContaining({ kind: 'user', name: 'carl@elsewhere.com' })])
    expect(isComplete(coverage)).toBe(false)
    expect(coverageLines(coverage)[0]).toContain('1 policy')
  })
  test('leaves memberships open when the members of a group are not told', () => {
    const { text, coverage } = imported(sources.filter(({ name }) => name !== 'groups.json'))
    expect(text).not.toMatch(/^ {4}groups:/m)
    expect(coverage).toContainEqual(expect.objectContaining({ kind: 'group', name: group, status: 'assumed' }))
  })
  test('names the fields of a policy that it does not understand', () => {
    const strange = { ...policy, conditions: { ...policy.conditions, agents: { include: ['x'] } } }
    const { coverage } = imported([source('p.json', strange)])
    expect(coverage).toContainEqual({
      source: 'p.json',
      kind: 'policy',
      name: 'MFA for staff',
      status: 'not-understood',
      note: 'conditions.agents',
    })
  })
  test('finds objects in the sections of a larger report', () => {
    const { coverage } = imported([
      source('report.json', {
        report: {
          conditional_access_policies: [policy],
          security_defaults: [{ isEnabled: true, displayName: 'Security Defaults' }],
          count: 3,
        },
      }),
    ])
    expect(coverage.map(({ kind }) => kind)).toEqual([
      'date',
      'security defaults policy',
      'policy',
      'group',
      'network',
      'workloads',
      'user',
    ])
  })
})

describe('what exports of Graph cannot tell', () => {
  const made = (...from: Parameters<typeof importExports>[0]) => {
    const imported = importExports(from)
    if (!imported.ok) throw new Error('not imported')
    const loaded = loadTenantText(imported.value.text, 'imported.yaml')
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
    return loaded.value
  }

  test('someone stands in where there is no user', () => {
    const tenant = made(source('policy.json', policy))
    expect([...tenant.users.keys()]).toEqual(['someone@example.com'])
  })

  test('nobody stands in beside users', () => {
    const tenant = made(...sources)
    expect([...tenant.users.keys()]).not.toContain('someone@contoso.com')
  })

  test('a trusted location is a network, and there is always another place', () => {
    const tenant = made(...sources)
    expect([...tenant.networks.values()].map(({ name, ranges }) => [name, ranges.length])).toEqual([
      ['Office', 1],
      ['internet', 0],
    ])
  })
})

const lastRead = Object.values(citedSources)
  .map(({ read }) => read)
  .sort()
  .at(-1)

describe('the date of exports', () => {
  test.each([
    ['the last one in them', policy, {}, '2024-05-01', 'last date in the exports'],
    [
      'where there is none, the last that is known about',
      { ...policy, createdDateTime: null },
      {},
      lastRead,
      'no date',
    ],
    ['the one that is wanted', policy, { asOf: '2025-01-01' }, '2025-01-01', undefined],
  ])('is %s', (_, exported, options, asOf, note) => {
    const made = importExports([source('x.json', exported)], options)
    if (!made.ok) throw new Error('not imported')
    expect(made.value.text).toContain(`asOf: ${asOf}`)
    const dated = made.value.coverage.find(({ kind }) => kind === 'date')
    expect(dated?.status).toBe(note === undefined ? undefined : 'assumed')
    expect(dated?.note ?? '').toContain(note ?? '')
  })
})

describe('an import that cannot be', () => {
  test.each([
    ['a private key', [{ name: 'x.pem', text: '-----BEGIN PRIVATE KEY-----' }], ['IMP-5', 'IMP-2']],
    ['nothing known', [source('x.json', { hello: 1 })], ['IMP-1', 'IMP-2']],
    ['no JSON', [{ name: 'x.json', text: '{' }], ['SRC-18', 'IMP-2']],
    ['a configuration of Terraform', [{ name: 'main.tf', text: 'locals {}' }], ['IMP-33', 'IMP-2']],
  ])('%s', (_, from, codes) => {
    const made = importExports(from)
    expect(made.ok ? [] : made.diagnostics.map(({ code }) => code)).toEqual(codes)
  })
})
