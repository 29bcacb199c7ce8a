import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import { factOrder, factRows } from '../../vocabulary/facts.ts'
import { isWithoutEffect } from '../schema/as-returned.ts'
import type { JsonSchema } from '../schema/parts.ts'
import { schemaOfTenantFile } from '../tenant-file.schema.ts'
import { applicationSettings } from './applications.ts'
import { authenticationMethodsSettings } from './authentication-methods.ts'
import { basicPolicySettings, legacyPolicySettings, policyWithDisputes } from './authentication-policies.ts'
import { authorizationSettings } from './authorization-policy.ts'
import { autodiscoverSettings, connectionPointSettings, dnsSettings } from './autodiscover.ts'
import { clientAccessRuleSettings } from './client-access-rules.ts'
import { clientSettings, registryFacts } from './clients.ts'
import { conditionalAccessSettings } from './conditional-access.ts'
import { crossTenantAccessSettings } from './cross-tenant-access.ts'
import { daySettings } from './day.ts'
import { deviceSettings } from './devices.ts'
import { directorySyncSettings } from './directory-sync.ts'
import { domainSettings } from './domains.ts'
import { connectorSettings } from './exchange-online.ts'
import { groupSettings } from './groups.ts'
import { homeRealmDiscoverySettings } from './home-realm-discovery.ts'
import { providerSettings } from './identity-providers.ts'
import { mailboxSwitchesWithDisputes } from './mailbox.ts'
import { mfaSettings } from './mfa.ts'
import { networkSettings } from './networks.ts'
import { rolloutSettings, rolloutTrials } from './rollouts.ts'
import { serverSettings } from './servers.ts'
import { factsOf, type Settings, triesOf } from './setting.ts'
import { tenantSettings } from './tenant.ts'
import { userSettings } from './users.ts'
import { anyWorkloadSettings, workloadSettings } from './workloads.ts'

/** Every table of settings, by where its things are in the file. */
const parts: Readonly<Record<string, Settings>> = {
  '': tenantSettings,
  domains: domainSettings,
  identityProviders: providerSettings,
  crossTenantAccess: crossTenantAccessSettings,
  homeRealmDiscoveryPolicies: homeRealmDiscoverySettings,
  directorySync: directorySyncSettings,
  authenticationMethodsPolicy: authenticationMethodsSettings,
  multifactorAuthentication: mfaSettings,
  authorizationPolicy: authorizationSettings,
  conditionalAccess: conditionalAccessSettings,
  autodiscover: autodiscoverSettings,
  'autodiscover.serviceConnectionPoints': connectionPointSettings,
  'autodiscover.dns': dnsSettings,
  networks: networkSettings,
  devices: deviceSettings,
  applications: applicationSettings,
  clients: clientSettings,
  rollouts: rolloutSettings,
  day: daySettings,
  groups: groupSettings,
  users: userSettings,
  'users.mailboxSwitches': mailboxSwitchesWithDisputes,
  ...Object.fromEntries(Object.entries(workloadSettings).map(([name, rows]) => [`workloads.${name}`, rows])),
  'workloads.exchange-online.authenticationPolicies': policyWithDisputes(basicPolicySettings),
  'workloads.exchange-server.authenticationPolicies': policyWithDisputes(legacyPolicySettings),
  'workloads.exchange-online.ClientAccessRules': clientAccessRuleSettings,
  'workloads.exchange-online.connectors': connectorSettings,
  'workloads.exchange-server.servers': serverSettings,
  'workloads.skype-for-business-server.servers': serverSettings,
}

/** Values with a form of their own: what is in them is read together, and no part of it is a setting. */
const forms = [
  'domains.stagedRollout',
  'domains.exportsDisagree',
  'identityProviders.accessRules',
  'crossTenantAccess.default',
  'crossTenantAccess.partners',
  'networks.tenantRestrictions',
  'authenticationMethodsPolicy.authenticationMethodConfigurations',
  'authenticationMethodsPolicy.systemCredentialPreferences',
  'authenticationMethodsPolicy.registrationEnforcement',
  'securityDefaults',
  'clients.protocols',
  'users.appPasswords',
  'users.exportsDisagree',
  'workloads.exchange-online.exportsDisagree',
  'workloads.exchange-server.exportsDisagree',
  'workloads.skype-for-business-online.exportsDisagree',
  'workloads.skype-for-business-server.exportsDisagree',
  'workloads.sharepoint-online.exportsDisagree',
  'users.mailboxSwitches.exportsDisagree',
  'workloads.exchange-online.authenticationPolicies.exportsDisagree',
  'workloads.exchange-server.authenticationPolicies.exportsDisagree',
  'exportsDisagree',
  'exportsDisagreeOn',
  'users.passkeys',
  'applications.appRoleAssignedTo',
  'users.roles',
  'users.from',
  'workloads',
  'events',
]

const rows = Object.entries(parts).flatMap(([part, settings]) =>
  Object.entries(settings).map(([key, row]) => ({ path: part === '' ? key : `${part}.${key}`, key, row })),
)

/** What reads the tenant file: everything except what says which settings there are, and tests. */
const readers = ['tenant', 'simulate', 'analysis', 'report', 'catalog', 'vocabulary'].flatMap((room) =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
    .filter((name) => !/^(settings|schema|generated)\//.test(name))
    .map((name) => readFileSync(join('src', room, name), 'utf8')),
)
const text = readers.join('\n')
const names = new Set(text.match(/[A-Za-z_][\w-]*/g))

/** Switches whose names a reader puts together of a prefix and a protocol. */
const isRead = (key: string): boolean =>
  names.has(key) || /^(AllowBasicAuth|BlockLegacyAuth|BlockModernAuth)/.test(key) || /^extensionAttribute\d+$/.test(key)

/** What the room of the tenant says besides what its types declare. */
const normalizing = new Set(
  readdirSync('src/tenant', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
    .filter((name) => !/^(settings|schema|generated)\//.test(name))
    .map((name) => readFileSync(join('src/tenant', name), 'utf8').replace(/\breadonly [A-Za-z_]\w*\??:/g, ''))
    .join('\n')
    .match(/[A-Za-z_][\w-]*/g),
)

/** Parts whose keys are copied as they are. */
const copiedWhole = ['workloads', 'users.mailboxSwitches']

describe.each(rows)('$path', ({ path, key, row }) => {
  test('is copied into the tenant, or read where the tenant is made of its file', () => {
    const isCopied = 'plain' in row || copiedWhole.some((part) => path.startsWith(`${part}.`))
    if (row.readBy === 'device filters of policies') return
    if (!isCopied && row.readBy?.startsWith('nothing') !== true)
      expect(normalizing.has(key), `nothing takes over ${key}`).toBe(true)
  })

  test('states facts or says what reads it', () => {
    expect(factsOf(row).filter((fact) => !factOrder.includes(fact))).toEqual([])
    expect(row.states ?? row.readBy).toBeTruthy()
  })

  test('is named where something reads it', () => {
    if (row.readBy?.startsWith('nothing') !== true) expect(isRead(key), `nothing reads ${key}`).toBe(true)
  })

  test('can be tried with another value or says why not', () => {
    if ('notTried' in row) expect(row.notTried).not.toBe('')
    else expect([undefined, ...row.values].flatMap((stated) => triesOf(row, stated))).not.toEqual([])
  })

  test('has a label on the page only where its values can be listed', () => {
    if (row.label !== undefined) expect(row.values).not.toEqual([])
  })
})

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null
const { definitions } = schemaOfTenantFile()

function resolved(schema: unknown): JsonSchema {
  if (!isSchema(schema)) return {}
  const reference = schema['$ref']
  return typeof reference === 'string' ? resolved(Object(definitions)[reference.split('/').at(-1) ?? '']) : schema
}

/** Every key that a tenant file may have, below forms none. */
function keysOf(schema: unknown, path: string): readonly string[] {
  const { properties, items } = resolved(schema)
  const own = isSchema(properties) ? Object.entries(properties) : []
  return [
    ...own.flatMap(([key, part]) => {
      if (isWithoutEffect(part)) return []
      const below = path === '' ? key : `${path}.${key}`
      return [below, ...(forms.includes(below) && below !== 'workloads' ? [] : keysOf(part, below))]
    }),
    ...(items === undefined ? [] : keysOf(items, path)),
  ]
}

test('every key of the schema is a setting that a row describes, and every row is a key', () => {
  const keys = keysOf(schemaOfTenantFile(), '').filter((key) => !['users.from', 'users.memberships'].includes(key))
  const workloads = Object.keys(workloadSettings).map((name) => `workloads.${name}`)
  const known = [...rows.map(({ path }) => path), ...workloads]
  expect(keys.filter((key) => !known.includes(key))).toEqual([])
  expect(known.filter((key) => !keys.includes(key))).toEqual([])
})

test('a key means the same in every workload that has it', () => {
  for (const settings of Object.values(workloadSettings))
    for (const [key, row] of Object.entries(settings)) {
      const { title, states } = (anyWorkloadSettings as Settings)[key] ?? row
      expect({ key, title, states }).toEqual({ key, title: row.title, states: row.states })
    }
})

/** Facts that follow from several settings, from the catalog, or from what else is in the file. */
const derived = [
  'skypeExchangeLeg',
  'switchConcernsClient',
  'modernStated',
  'moduleSupport',
  'service',
  'hosting',
  'protocolKind',
  'carriesModern',
  'onlineMailboxesOnly',
  'serviceAvailable',
  'protocolAvailable',
  'basicAuthentication',
  'basicTurnedOnAgain',
  'outlookWebServices',
  'neededProtocols',
  'mailbox',
  'ewsReading',
  'sendingRoute',
  'appPassword',
  'servicePlace',
  'serverPrerequisites',
  'sharedMailboxAccess',
  'deviceJoin',
  'deviceSystem',
  'accountSynced',
  'clientTakesTicket',
]

test('every fact that a file states has a setting, and the others are named', () => {
  const stated = new Set<string>([...rows.flatMap(({ row }) => factsOf(row)), ...Object.keys(registryFacts)])
  const owners: readonly string[] = ['client', 'service', 'user', 'domain', 'identity-provider']
  const silent = factOrder.filter((fact) => owners.includes(factRows[fact].of) && !stated.has(fact))
  expect(silent.filter((fact) => !derived.includes(fact))).toEqual([])
  expect(derived.filter((fact) => stated.has(fact))).toEqual([])
})

test('every rollout that a tenant can state has states to try', () => {
  const settings = new Set(Object.values(parts).flatMap((table) => Object.keys(table)))
  const overrides = new Set(vendorTimeline.flatMap(({ override }) => override ?? []))
  const tried = rolloutTrials.map(([change]) => change)
  expect([...overrides].filter((name) => !settings.has(name) && !tried.includes(name))).toEqual([])
})
