import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { findApplication, findClient, findNetwork, findUser } from './find.ts'
import { loadTenant, loadTenantText } from './load-tenant.ts'
import type { Tenant } from './tenant.ts'

function loaded(body: string, head = 'name: test\nasOf: 2019-10-01\n'): Tenant {
  const result = loadTenantText(head + body, 'test.yaml')
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.map(({ code, args }) => [code, args])))
  return result.value
}

const managed = 'domains: [{ name: contoso.com, authenticationType: Managed }]\n'

function first<T>(things: ReadonlyMap<string, T>): T {
  for (const thing of things.values()) return thing
  throw new Error('nothing there')
}

describe('the founding scenario', () => {
  const result = loadTenant('scenarios/federated-skype-on-premises.yaml', nodeSourceReader('.'))
  if (!result.ok) throw new Error('does not load')
  const tenant = result.value

  test('loads with names resolved to objects', () => {
    const lead = tenant.users.get('finance.lead@contoso.com')
    expect(lead?.domain).toBe(tenant.domains.get('contoso.com'))
    expect(lead?.domain?.identityProvider).toBe(tenant.identityProviders.get('adfs'))
    expect(tenant.clients.get('skype-for-business-2016-joined')?.device).toBe(tenant.devices.get('office desktop'))
    expect(tenant.workloads.get('exchange-online')?.modernAuthentication).toBe('on')
    expect(tenant.syncDelay).toBe(3 * 60 * 60 * 1000)
    expect(tenant.users.get('exchange.admin@contoso.com')?.adminRole).toBe(true)
  })

  test('says about each fact where it stands, and which default stands in for a silent file', () => {
    const lead = tenant.users.get('finance.lead@contoso.com')
    expect(lead?.origins.perUserMfaState).toMatchObject({
      file: 'scenarios/federated-skype-on-premises.yaml',
      column: 5,
    })
    expect(lead?.origins.mfaRegistered?.line).toBe((lead?.origins.perUserMfaState?.line ?? 0) + 1)
    expect(tenant.domains.get('contoso.com')?.assumed).toEqual({
      federatedIdpMfaBehavior: 'default-federated-idp-mfa-behavior',
    })
  })

  test('is frozen to the last part', () => {
    const thaw: string[] = []
    function visit(value: unknown, path: string): void {
      if (typeof value !== 'object' || value === null) return
      if (!Object.isFrozen(value)) thaw.push(path)
      const parts = value instanceof Map || value instanceof Set ? [...value.values()] : Object.values(value)
      parts.forEach((part, index) => {
        visit(part, `${path}/${index}`)
      })
    }
    visit(tenant, '')
    expect(thaw).toEqual([])
  })
})

describe('what a file leaves out', () => {
  test.each<readonly [string, string, (tenant: Tenant) => unknown, unknown]>([
    ['app passwords are blocked', managed, (tenant) => tenant.multifactorAuthentication.appPasswords, 'blocked'],
    [
      'the default has its id',
      managed,
      (tenant) => tenant.multifactorAuthentication.assumed.appPasswordsSetting,
      'default-app-passwords',
    ],
    [
      'how a managed password is checked is a missing fact',
      managed,
      (tenant) => first(tenant.domains).managedSignIn,
      undefined,
    ],
    [
      'modern authentication of an old tenant is off',
      `${managed}createdDateTime: 2015-01-01\nworkloads: { exchange-online: {} }\n`,
      (tenant) => first(tenant.workloads).modernAuthentication,
      'off',
    ],
    [
      'modern authentication of a newer tenant is on',
      `${managed}createdDateTime: 2018-01-01\nworkloads: { exchange-online: {} }\n`,
      (tenant) => first(tenant.workloads).modernAuthentication,
      'on',
    ],
    [
      'modern authentication of a tenant without age is missing',
      `${managed}workloads: { exchange-online: {} }\n`,
      (tenant) => first(tenant.workloads).modernAuthentication,
      undefined,
    ],
    [
      'Exchange Server offers no modern authentication',
      `${managed}workloads: { exchange-server: {} }\n`,
      (tenant) => first(tenant.workloads).modernAuthority,
      'none',
    ],
    ['security defaults were not there before October 2019', managed, (tenant) => tenant.securityDefaults, false],
    [
      'a network is outside',
      `${managed}networks: [{ name: internet }]\n`,
      (tenant) => first(tenant.networks).inside,
      false,
    ],
    [
      'registered methods tell that the user is registered',
      `${managed}users: [{ userPrincipalName: a@contoso.com, methods: [sms] }]\n`,
      (tenant) => first(tenant.users).mfaRegistered,
      true,
    ],
    [
      'registration is a missing fact',
      `${managed}users: [{ userPrincipalName: a@contoso.com }]\n`,
      (tenant) => first(tenant.users).mfaRegistered,
      undefined,
    ],
    [
      'groups are a missing fact',
      `${managed}users: [{ userPrincipalName: a@contoso.com }]\n`,
      (tenant) => first(tenant.users).groups,
      undefined,
    ],
    [
      'the whole catalog of clients stands in',
      managed,
      (tenant) => [tenant.clientsDeclared, tenant.clients.has('outlook-2010')],
      [false, true],
    ],
  ])('%s', (_what, body, read, expected) => {
    expect(read(loaded(body))).toEqual(expected)
  })

  test('security defaults of a tenant without age are a missing fact, unless policies exclude them', () => {
    const head = 'name: test\nasOf: 2024-01-01\n'
    const policy =
      'conditionalAccess: { policies: [{ displayName: Block, state: enabled, conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] } }, grantControls: { operator: OR, builtInControls: [block] } }] }\n'
    expect(loaded(managed, head).securityDefaults).toBeUndefined()
    expect(loaded(managed + policy, head).securityDefaults).toBe(false)
    expect(loaded(`${managed}createdDateTime: 2023-01-01\n`, head).securityDefaults).toBe(true)
  })
})

describe('principals and clients', () => {
  test('groups are transitive, by name and id, and a file that declares groups knows everyone', () => {
    const tenant = loaded(`${managed}
groups:
  - { name: All, members: [Finance] }
  - { name: Finance, id: 11111111-1111-1111-1111-111111111111, members: [anna@contoso.com] }
users: [{ userPrincipalName: anna@contoso.com }, { userPrincipalName: ben@contoso.com }]
`)
    expect([...(tenant.users.get('anna@contoso.com')?.groups ?? [])].sort()).toEqual([
      '11111111-1111-1111-1111-111111111111',
      'all',
      'finance',
    ])
    expect(tenant.users.get('ben@contoso.com')?.groups).toEqual(new Set())
  })

  test('only tenant-wide built-in roles count', () => {
    const tenant = loaded(`${managed}
users:
  - userPrincipalName: anna@contoso.com
    roles: [Global Administrator, { role: User Administrator, directoryScopeId: /administrativeUnits/1 }, { role: Own, isBuiltIn: false }]
`)
    expect(tenant.users.get('anna@contoso.com')?.roles).toEqual(new Set(['62e90394-69f5-4237-9190-012177145e10']))
  })

  test('a client is declared by what it can do', () => {
    const tenant = loaded(`${managed}
clients: [{ name: mailer, kind: mail, platform: linux, flows: [modern, basic], protocols: [imap4, smtp-auth], prompts: one }]
`)
    expect(tenant.clients.get('mailer')?.product).toMatchObject({
      flows: ['modern', 'basic'],
      protocols: { 'read-mail': ['imap4'], 'send-mail': ['smtp-auth'] },
    })
  })

  test('published access policies become rules over claims', () => {
    const tenant = loaded(`
domains: [{ name: contoso.com, authenticationType: federated, identityProvider: adfs }]
identityProviders:
  - name: adfs
    accessRules: [block-all-external-except-activesync, { policy: block-all-external-except-groups, groups: [Staff] }]
`)
    const [activeSync, groups] = tenant.identityProviders.get('adfs')?.accessRules ?? []
    expect(activeSync?.conditions.map(({ claim }) => claim)).toEqual(['client-inside', 'x-ms-client-application'])
    expect(groups?.conditions[1]).toEqual({ claim: 'group', operator: 'not-equals', value: 'Staff' })
  })
})

describe('names', () => {
  const tenant = loaded(`${managed}
networks: [{ name: Head office }]
applications: [{ displayName: Payroll, appId: AAAA1111-0000-0000-0000-000000000000 }]
clients: [{ name: old, client: outlook-2010, displayName: Our old Outlook }]
users: [{ userPrincipalName: anna@contoso.com, displayName: Anna Berg, id: u-1 }]
`)
  test.each<readonly [string, () => { readonly found: boolean }]>([
    ['a user by principal name', () => findUser(tenant, 'ANNA@contoso.com')],
    ['a user by display name', () => findUser(tenant, 'anna berg')],
    ['a client by display name', () => findClient(tenant, 'our OLD outlook')],
    ['a catalog client that is not declared', () => findClient(tenant, 'Outlook-2016')],
    ['a network', () => findNetwork(tenant, 'head OFFICE')],
    ['an application by app id', () => findApplication(tenant, 'aaaa1111-0000-0000-0000-000000000000')],
  ])('%s is found, case ignored', (_what, find) => {
    expect(find().found).toBe(true)
  })

  test.each<readonly [string, () => unknown, string]>([
    ['user', () => findUser(tenant, 'ana@contoso.com'), 'anna@contoso.com'],
    ['client', () => findClient(tenant, 'outlok-2016'), 'outlook-2016'],
    ['network', () => findNetwork(tenant, 'hed office'), 'Head office'],
  ])('a mistyped %s is answered with the nearest', (_kind, find, suggestion) => {
    expect(find()).toMatchObject({ found: false, suggestion })
  })
})

describe('files next to the tenant file', () => {
  const policy = { displayName: 'From a file', state: 'disabled', conditions: {}, grantControls: null }
  const text = `name: test\nasOf: 2019-10-01\n${managed}conditionalAccess: { policies: ['ca/*.json'] }\nusers: { from: users.csv }\n`

  test('policies come from the files that a pattern names, and the population stays where it is', () => {
    const files = {
      't/tenant.yaml': text,
      't/ca/one.json': JSON.stringify(policy),
      't/users.csv': 'userPrincipalName\n',
    }
    const result = loadTenant('t/tenant.yaml', memorySourceReader(files))
    expect(result.ok && result.value.conditionalAccess.policies.map(({ name }) => name)).toEqual(['From a file'])
    expect(result.ok && result.value.population).toEqual({
      from: 'users.csv',
      files: [{ name: 'users.csv', origin: { file: 't/tenant.yaml', line: 5, column: 16 } }],
      awaited: [],
    })
  })

  test('a file that is not there is a mistake at the place that names it', () => {
    const result = loadTenant('t/tenant.yaml', memorySourceReader({ 't/tenant.yaml': text }))
    const places = result.ok
      ? []
      : result.diagnostics.map(({ code, at }) => [code, at.source.text.slice(at.start, at.end)])
    expect(places).toEqual([
      ['SRC-22', "'ca/*.json'"],
      ['SRC-1', 'users.csv'],
    ])
  })
})
