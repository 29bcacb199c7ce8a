import { describe, expect, test } from 'vitest'
import { parseInstant } from '../source/text/parse-values.ts'
import { loadTenantText } from './load-tenant.ts'
import { mfaSettings } from './settings/mfa.ts'
import { plainSettings, type Settings } from './settings/setting.ts'
import { userSettings } from './settings/users.ts'
import type { Tenant, User } from './tenant.ts'
import { eventInstants, tenantAt } from './tenant-at.ts'

const header = `
name: events
asOf: 2019-10-01
domains:
  - { name: contoso.com, authenticationType: federated, identityProvider: adfs }
  - { name: cloud.example, authenticationType: managed, managedSignIn: password-hash-sync }
identityProviders: [{ name: adfs }]
workloads: { exchange-online: { modernAuthentication: false }, exchange-server: {} }
clients: [apple-mail-ios-10, { name: phone, client: apple-mail-ios-11, accountSetup: since-modern }]
conditionalAccess:
  policies: [{ displayName: Block legacy, state: disabled, conditions: {}, grantControls: null }]
users:
  - { userPrincipalName: anna@contoso.com, displayName: Anna, perUserMfaState: enabled, registered: false, appPasswords: [], mailbox: exchange-server }
  - { userPrincipalName: ben@cloud.example, onPremisesSyncEnabled: true }
  - { userPrincipalName: cleo@cloud.example, onPremisesSyncEnabled: false }
`

function tenantWith(events: string, more = ''): Tenant {
  const loaded = loadTenantText(`${header}${more}events:\n${events}`, 'events.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

function at(text: string): number {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(text)
  return instant
}

function userAt(tenant: Tenant, name: string, when: string): User {
  const user = tenantAt(tenant, at(when)).users.get(name)
  if (user === undefined) throw new Error(name)
  return user
}

const anna = 'anna@contoso.com'
const before = '2019-10-01T23:59:59Z'
const after = '2019-10-02'

describe('an event', () => {
  test.each<readonly [string, string, (user: User) => unknown, unknown, unknown]>([
    [
      'completing registration',
      'registration-completed, user: Anna',
      (user) => user.perUserMfaState,
      'enabled',
      'enforced',
    ],
    ['completing registration', 'registration-completed, user: Anna', (user) => user.mfaRegistered, false, true],
    ['an app password', 'app-password-created, user: Anna, name: Phone', (user) => user.appPasswords, [], ['Phone']],
    [
      'a state',
      'mfa-state-changed, user: ANNA@contoso.com, perUserMfaState: disabled',
      (user) => user.perUserMfaState,
      'enabled',
      'disabled',
    ],
    [
      'a move',
      'mailbox-moved, user: Anna, mailbox: exchange-online',
      (user) => user.mailbox,
      'exchange-server',
      'exchange-online',
    ],
    [
      'a lock on-premises',
      'account-state-changed, user: Anna, state: locked',
      (user) => user.account,
      { onPremises: 'sound', inCloud: 'sound' },
      { onPremises: 'locked', inCloud: 'sound' },
    ],
  ])('%s: %s holds from its instant on', (_what, event, read, expectedBefore, expectedAfter) => {
    const tenant = tenantWith(`  - { at: 2019-10-02, type: ${event} }\n`)
    expect(read(userAt(tenant, anna, before))).toEqual(expectedBefore)
    expect(read(userAt(tenant, anna, after))).toEqual(expectedAfter)
  })

  test('a password reset leaves app passwords alone, and an administrator can delete them all', () => {
    const tenant = tenantWith(
      '  - { at: 2019-10-04, type: app-passwords-deleted, user: Anna }\n' +
        '  - { at: 2019-10-03, type: password-reset, user: Anna }\n' +
        '  - { at: 2019-10-02, type: app-password-created, user: Anna, name: Phone }\n',
    )
    expect(userAt(tenant, anna, '2019-10-03').appPasswords).toEqual(['Phone'])
    expect(userAt(tenant, anna, '2019-10-04').appPasswords).toEqual([])
  })

  test('a registration does not enforce a user whose state is disabled', () => {
    const tenant = tenantWith('  - { at: 2019-10-02, type: registration-completed, user: ben@cloud.example }\n')
    expect(userAt(tenant, 'ben@cloud.example', after)).toMatchObject({
      perUserMfaState: 'disabled',
      mfaRegistered: true,
    })
  })

  test('the place of a changed fact is the event', () => {
    const tenant = tenantWith('  - { at: 2019-10-02, type: registration-completed, user: Anna }\n')
    expect(userAt(tenant, anna, after).origins.perUserMfaState).toEqual(tenant.events[0]?.origin)
    expect(userAt(tenant, anna, before).origins.perUserMfaState?.line).toBe(13)
  })
})

describe('an account disabled on-premises', () => {
  const event = (user: string) => `  - { at: 2019-10-02, type: account-disabled, user: ${user} }\n`
  test.each<readonly [string, string, string, string, unknown]>([
    ['a federated user, no delay declared', anna, '', '2019-10-02T02:59:00Z', undefined],
    ['a federated user after the documented bound', anna, '', '2019-10-02T03:00:00Z', 'disabled'],
    ['a hash-synchronised user, no delay declared', 'ben@cloud.example', '', '2019-10-02T00:29:00Z', undefined],
    [
      'a hash-synchronised user after the documented bound',
      'ben@cloud.example',
      '',
      '2019-10-02T00:30:00Z',
      'disabled',
    ],
    ['within the declared delay', anna, 'directorySync: { delay: PT2H }\n', '2019-10-02T01:59:00Z', 'sound'],
    ['after the declared delay', anna, 'directorySync: { delay: PT2H }\n', '2019-10-02T02:00:00Z', 'disabled'],
  ])('%s: the cloud says so in time', (_case, user, more, when, inCloud) => {
    const { account } = userAt(tenantWith(event(user), more), user, when)
    expect(account.onPremises).toBe('disabled')
    expect(account.inCloud).toBe(inCloud)
  })

  test('an account that lives in the cloud is disabled there at once', () => {
    const { account } = userAt(tenantWith(event('cleo@cloud.example')), 'cleo@cloud.example', after)
    expect(account).toEqual({ onPremises: 'sound', inCloud: 'disabled' })
  })
})

/** A value that a plain setting can have. */
function valueFor(settings: Settings, key: string): unknown {
  const { values = [], schema } = settings[key] ?? {}
  if (values.length > 0) return values.at(-1)
  return schema?.['type'] === 'array' ? ['fido2'] : 7
}

describe('settings and clients', () => {
  test('switches, policies, security defaults and domains follow their events', () => {
    const tenant = tenantWith(
      [
        'app-passwords-setting-changed, appPasswords: allowed',
        'policy-enabled, policy: block LEGACY',
        'security-defaults-changed, isEnabled: true',
        'workload-setting-changed, workload: exchange-online, settings: { OAuth2ClientProfileEnabled: true }',
        'domain-authentication-changed, domain: contoso.com, authenticationType: managed, managedSignIn: pass-through',
        'client-upgraded, client: apple-mail-ios-10, to: apple-mail-ios-11',
        'device-restored-from-backup, client: phone',
      ]
        .map((type) => `  - { at: 2019-10-02, type: ${type} }\n`)
        .join(''),
    )
    const changed = tenantAt(tenant, at(after))
    expect(changed.multifactorAuthentication.appPasswords).toBe('allowed')
    expect(changed.conditionalAccess.policies[0]?.state).toBe('enabled')
    expect(changed.securityDefaults).toBe(true)
    expect(changed.workloads.get('exchange-online')?.modernAuthentication).toBe('on')
    expect(changed.domains.get('contoso.com')).toMatchObject({
      authentication: 'managed',
      managedSignIn: 'pass-through',
    })
    expect(changed.users.get(anna)?.domain?.authentication).toBe('managed')
    expect(changed.clients.get('apple-mail-ios-10')).toMatchObject({ accountSetup: 'before-modern' })
    expect(changed.clients.get('phone')?.accountSetup).toBe('before-modern')
    expect(tenantAt(tenant, at(before))).toBe(tenant)
  })

  test('servers, methods and policies of a workload follow their event', () => {
    const loaded = loadTenantText(
      `name: servers
asOf: 2019-01-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: internet }]
workloads: { exchange-server: { modernAuthentication: false, servers: [{ version: '2013' }] } }
clients: [outlook-2016]
users: [{ userPrincipalName: anna@contoso.com, mailbox: exchange-server }]
events:
  - at: 2019-10-02
    type: workload-setting-changed
    workload: exchange-server
    settings:
      servers: [{ version: '2019' }]
      authenticationMethods: { default: [Negotiate] }
      authenticationPolicies: [{ name: Block, BlockLegacyAuthPop: true }]
      DefaultAuthenticationPolicy: block
`,
      'servers.yaml',
    )
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
    const changed = tenantAt(loaded.value, at(after)).workloads.get('exchange-server')
    expect(changed?.servers).toEqual([{ version: '2019' }])
    expect(changed?.offeredFlows).toEqual({ default: ['windows-integrated'] })
    expect(changed?.authenticationPolicies.get('Block')?.switches).toEqual({ BlockLegacyAuthPop: true })
    expect(changed?.defaultAuthenticationPolicy).toBe('Block')
  })

  test.each(Object.keys(plainSettings(userSettings)))('an event sets the plain setting %s of a user', (key) => {
    const value = valueFor(userSettings, key)
    const event = `  - { at: 2019-10-02, type: user-setting-changed, user: ${anna}, settings: ${JSON.stringify({ [key]: value })} }\n`
    expect(tenantAt(tenantWith(event), at(after)).users.get(anna)).toMatchObject({ [key]: value })
  })

  test.each(Object.keys(plainSettings(mfaSettings)))('an event sets the plain setting %s of the tenant', (key) => {
    const value = valueFor(mfaSettings, key)
    const event = `  - { at: 2019-10-02, type: mfa-setting-changed, settings: ${JSON.stringify({ [key]: value })} }\n`
    expect(tenantAt(tenantWith(event), at(after)).multifactorAuthentication).toMatchObject({ [key]: value })
  })

  test('one stretch between two instants has one tenant, frozen like the first', () => {
    const tenant = tenantWith('  - { at: 2019-10-02, type: account-disabled, user: Anna }\n')
    expect(eventInstants(tenant)).toEqual([at('2019-10-02'), at('2019-10-02T03:00:00Z')])
    expect(tenantAt(tenant, at(after))).toBe(tenantAt(tenant, at('2019-10-02T02:00:00Z')))
    expect(Object.isFrozen(tenantAt(tenant, at(after)).users.get(anna))).toBe(true)
  })
})
