import { expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { parseGraphSource } from '../../tenant/conditional-access/parse-graph-source.ts'
import { readPolicies } from '../../tenant/conditional-access/read-policies.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { policyInWords } from './policy-in-words.ts'

function words(authored: unknown) {
  const parsed = parseGraphSource({ name: 'p.json', text: JSON.stringify(authored) })
  const [policy] = parsed.ok ? readPolicies([{ document: parsed.value, path: [] }], []) : []
  if (policy === undefined) throw new Error('no policy')
  return policyInWords(policy)
}

const everything = {
  displayName: 'Everything',
  state: 'enabled',
  conditions: {
    users: {
      includeUsers: ['GuestsOrExternalUsers', 'u1'],
      includeGroups: ['g1'],
      includeRoles: ['62e90394-69f5-4237-9190-012177145e10'],
      excludeUsers: ['u2'],
      excludeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: 'internalGuest,serviceProvider',
        externalTenants: { membershipKind: 'enumerated', members: ['t1'] },
      },
    },
    applications: {
      includeApplications: ['All'],
      excludeApplications: ['Office365', '00000002-0000-0ff1-ce00-000000000000'],
    },
    clientAppTypes: ['browser', 'other'],
    platforms: { includePlatforms: ['all'], excludePlatforms: ['iOS', 'android'] },
    locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted', 'x'] },
    devices: { deviceFilter: { mode: 'exclude', rule: 'device.isCompliant -eq True' } },
    signInRiskLevels: ['high', 'medium'],
    userRiskLevels: ['high'],
    insiderRiskLevels: 'elevated',
    authenticationFlows: { transferMethods: 'deviceCodeFlow' },
    agents: { include: 'x' },
  },
  grantControls: {
    operator: 'AND',
    builtInControls: ['mfa', 'compliantDevice'],
    termsOfUse: ['tou'],
    customAuthenticationFactors: ['duo'],
  },
  sessionControls: {
    signInFrequency: { isEnabled: true, value: 1, type: 'days' },
    persistentBrowser: { isEnabled: true, mode: 'never' },
    cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: 'monitorOnly' },
    secureSignInSession: { isEnabled: true },
    disableResilienceDefaults: true,
  },
}

test('a policy in words leaves nothing out', () => {
  expect(words(everything)).toEqual({
    name: 'Everything',
    state: 'enforced',
    users: [
      'Applies to all guests and external users.',
      'Applies to the user u1.',
      'Applies to members of the group g1.',
      'Applies to holders of the role Global Administrator.',
      'Does not apply to the user u2.',
      'Does not apply to internal guests and service provider users of the tenants t1.',
    ],
    resources: [
      'Protects all resources.',
      'Does not protect Office 365.',
      'Does not protect Office 365 Exchange Online (00000002-0000-0ff1-ce00-000000000000).',
    ],
    conditions: [
      'With browsers or other clients, which send a user name and password.',
      'On any platform, except android or iOS.',
      'From any location, except from all trusted locations or x.',
      'Not for devices with device.isCompliant -eq True.',
      'When the risk of the sign-in is high or medium.',
      'When the risk of the user is high.',
      'When the insider risk is elevated.',
      'By device code flow.',
    ],
    grant: [
      'Requires all of: multifactor authentication, a device marked as compliant, acceptance of the terms of use tou and the custom control duo.',
    ],
    session: [
      'The session is monitored by the application proxy.',
      'The user signs in again after 1 day.',
      'The browser never stays signed in after it is closed.',
      'Tokens are bound to the device.',
      'Sessions are not extended during an outage.',
    ],
    notUnderstood: ['conditions.agents: unknown field agents.'],
  })
})

test('a policy that says little says so', () => {
  const { users, resources, conditions, grant, session } = words({
    displayName: 'x',
    state: 'disabled',
    conditions: { users: { includeUsers: ['None'] }, applications: { includeApplications: ['None'] } },
  })
  expect([users, resources, conditions, grant, session]).toEqual([
    ['Applies to nobody.'],
    ['Does not protect anything.'],
    ['With any client.'],
    ['Grants access without any requirement.'],
    [],
  ])
})

test('a policy that lacks a part says which, and not that it applies to nothing', () => {
  const { resources, notUnderstood } = words({
    displayName: 'x',
    state: 'disabled',
    conditions: { users: { includeUsers: ['None'] } },
  })
  expect([resources, notUnderstood]).toEqual([[], ['conditions.applications: no applications.']])
})

test('one of several controls is distinguished from all of them', () => {
  const either = {
    ...everything,
    grantControls: { operator: 'OR', builtInControls: ['block', 'mfa', 'domainJoinedDevice'] },
  }
  expect(words(either).grant).toEqual([
    'Blocks access.',
    'Requires one of: multifactor authentication or a hybrid joined device.',
  ])
})

test('a group that the tenant declares is named', () => {
  const id = '10000000-0000-4000-8000-000000000001'
  const text = `name: Named
asOf: 2026-01-01
domains: [{ name: contoso.com, authenticationType: managed }]
groups: [{ name: Sales, id: ${id}, members: [] }]
users: []
conditionalAccess:
  policies:
    - displayName: Block
      state: enabled
      conditions: { users: { includeGroups: [${id}] }, applications: { includeApplications: [All] } }
      grantControls: { operator: OR, builtInControls: [block] }
`
  const loaded = loadTenant('t.yaml', memorySourceReader({ 't.yaml': text }))
  if (!loaded.ok) throw new Error('the file is valid')
  const [policy] = loaded.value.conditionalAccess.policies
  expect(policy && policyInWords(policy, loaded.value).users).toEqual(['Applies to members of the group Sales.'])
})
