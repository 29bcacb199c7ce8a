import { describe, expect, test } from 'vitest'
import { importExports } from '../import-exports.ts'

const guid = (digit: string): string =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`

const policyOfAzuread = {
  object_id: guid('1'),
  id: `/identity/conditionalAccess/policies/${guid('1')}`,
  display_name: 'MFA outside',
  state: 'enabled',
  timeouts: null,
  conditions: [
    {
      client_app_types: ['all'],
      applications: [
        { included_applications: ['All'], excluded_applications: [], included_user_actions: [], filter: [] },
      ],
      users: [
        {
          included_users: ['All'],
          excluded_users: [],
          excluded_groups: [guid('3')],
          included_guests_or_external_users: [],
          excluded_guests_or_external_users: [
            {
              guest_or_external_user_types: ['b2bCollaborationGuest', 'internalGuest'],
              external_tenants: [{ membership_kind: 'all', members: [] }],
            },
          ],
        },
      ],
      locations: [
        {
          included_locations: ['All'],
          excluded_locations: [`/identity/conditionalAccess/namedLocations/${guid('2')}`],
        },
      ],
      platforms: [],
      devices: [{ filter: [{ mode: 'exclude', rule: 'device.isCompliant -eq True' }] }],
      client_applications: [],
      sign_in_risk_levels: [],
      insider_risk_levels: null,
    },
  ],
  grant_controls: [
    {
      operator: 'OR',
      built_in_controls: [],
      authentication_strength_policy_id:
        '/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004',
      terms_of_use: [],
    },
  ],
  session_controls: [
    {
      application_enforced_restrictions_enabled: false,
      cloud_app_security_policy: '',
      disable_resilience_defaults: false,
      persistent_browser_mode: 'never',
      sign_in_frequency: 10,
      sign_in_frequency_period: 'hours',
      sign_in_frequency_interval: 'timeBased',
      sign_in_frequency_authentication_type: 'primaryAndSecondaryAuthentication',
    },
  ],
}

const asGraph = {
  id: guid('1'),
  displayName: 'MFA outside',
  state: 'enabled',
  conditions: {
    clientAppTypes: ['all'],
    applications: { includeApplications: ['All'] },
    users: {
      includeUsers: ['All'],
      excludeGroups: [guid('3')],
      excludeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: 'b2bCollaborationGuest,internalGuest',
        externalTenants: { membershipKind: 'all' },
      },
    },
    locations: { includeLocations: ['All'], excludeLocations: [guid('2')] },
    devices: { deviceFilter: { mode: 'exclude', rule: 'device.isCompliant -eq True' } },
  },
  grantControls: { operator: 'OR', authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } },
  sessionControls: {
    persistentBrowser: { isEnabled: true, mode: 'never' },
    signInFrequency: {
      isEnabled: true,
      value: 10,
      type: 'hours',
      frequencyInterval: 'timeBased',
      authenticationType: 'primaryAndSecondaryAuthentication',
    },
  },
}

const location = {
  object_id: guid('2'),
  display_name: 'Office',
  ip: [{ ip_ranges: ['203.0.113.0/24'], trusted: true }],
  country: [],
}
const group = { object_id: guid('3'), display_name: 'Emergency', security_enabled: true, members: [] }

const resource = (type: string, values: object, address = `${type}.x`) => ({
  address,
  mode: 'managed',
  type,
  name: 'x',
  values,
})

/** Without empty lists and nulls, which Graph and providers leave out or not. */
const dense = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(dense)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, dense(part)] as const)
      .filter(([, part]) => part !== null && !(Array.isArray(part) && part.length === 0)),
  )
}

function imported(document: object, name = 'state.json') {
  const made = importExports([{ name, text: JSON.stringify(document, undefined, 1) }], { asOf: '2026-01-01' })
  const problems = made.ok ? made.warnings : made.diagnostics
  const file = made.ok ? made.value.file : undefined
  return {
    policies: dense(file?.conditionalAccess?.policies),
    locations: dense(file?.conditionalAccess?.namedLocations),
    strengths: dense(file?.conditionalAccess?.authenticationStrengths),
    codes: problems.map(({ code }) => code),
    coverage: made.ok ? made.value.coverage : [],
    origins: made.ok ? made.value.origins : [],
  }
}

const all = [
  resource('azuread_conditional_access_policy', policyOfAzuread),
  resource('azuread_named_location', location),
  resource('azuread_group', group),
  resource('azurerm_resource_group', { name: 'rg' }),
]
const shown = (resources: readonly object[]) => ({
  format_version: '1.0',
  terraform_version: '1.9.0',
  values: { root_module: { resources } },
})

describe('policies as code give the policies that Graph would show', () => {
  const deep = (levels: number): object => (levels === 0 ? { resources: all } : { child_modules: [deep(levels - 1)] })

  test.each<[string, object]>([
    ['a state', shown(all)],
    ['a state with modules within modules', { terraform_version: '1.9.0', values: { root_module: deep(5) } }],
    [
      'a plan',
      { terraform_version: '1.9.0', planned_values: { root_module: { resources: all } }, resource_changes: [] },
    ],
    [
      'a state file',
      {
        version: 4,
        terraform_version: '1.9.0',
        resources: all.map(({ type, values }) => ({ mode: 'managed', type, instances: [{ attributes: values }] })),
      },
    ],
  ])('%s', (_, document) => {
    const { policies, locations, codes, coverage } = imported(document)
    expect(codes).toEqual([])
    expect(policies).toEqual([asGraph])
    expect(locations).toEqual([
      {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        id: guid('2'),
        displayName: 'Office',
        isTrusted: true,
        ipRanges: [{ cidrAddress: '203.0.113.0/24' }],
      },
    ])
    expect(coverage).toContainEqual(expect.objectContaining({ status: 'not-imported', source: 'state.json' }))
  })
})

test('blocks of session controls in earlier versions of the provider', () => {
  const session_controls = [
    {
      application_enforced_restrictions: [{ enabled: true }],
      cloud_app_security: [{ enabled: true, cloud_app_security_type: 'monitorOnly' }],
      sign_in_frequency: [{ enabled: true, type: 'hours', value: 10 }],
      persistent_browser: [],
    },
  ]
  const { policies, codes } = imported(
    shown([resource('azuread_conditional_access_policy', { ...policyOfAzuread, session_controls }), ...all.slice(1)]),
  )
  expect(codes).toEqual([])
  expect(policies).toEqual([
    expect.objectContaining({
      sessionControls: {
        applicationEnforcedRestrictions: { isEnabled: true },
        cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: 'monitorOnly' },
        signInFrequency: { isEnabled: true, type: 'hours', value: 10 },
      },
    }),
  ])
})

test('attributes of the provider microsoft365', () => {
  const policy = {
    id: guid('4'),
    display_name: 'Block device code',
    state: 'enabled',
    conditions: {
      client_app_types: ['all'],
      users: { include_users: ['All'], exclude_users: [] },
      applications: { include_applications: ['All'] },
      authentication_flows: { transfer_methods: 'deviceCodeFlow' },
      locations: null,
    },
    grant_controls: { operator: 'OR', built_in_controls: ['block'], authentication_strength: null },
    session_controls: {
      sign_in_frequency: { is_enabled: true, value: 4, type: 'hours', frequency_interval: 'timeBased' },
    },
  }
  const type = 'microsoft365_graph_beta_identity_and_access_conditional_access_policy'
  const { policies, codes } = imported(shown([resource(type, policy)]))
  expect(codes).toEqual([])
  expect(policies).toEqual([
    {
      id: guid('4'),
      displayName: 'Block device code',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        users: { includeUsers: ['All'] },
        applications: { includeApplications: ['All'] },
        authenticationFlows: { transferMethods: 'deviceCodeFlow' },
      },
      grantControls: { operator: 'OR', builtInControls: ['block'] },
      sessionControls: {
        signInFrequency: { isEnabled: true, value: 4, type: 'hours', frequencyInterval: 'timeBased' },
      },
    },
  ])
})

test('a policy of a plan with values that are known after it is applied stays undetermined', () => {
  const address = 'azuread_conditional_access_policy.x'
  const after_unknown = { conditions: [{ locations: [{ excluded_locations: true }] }] }
  const plan = {
    terraform_version: '1.9.0',
    planned_values: {
      root_module: { resources: [resource('azuread_conditional_access_policy', policyOfAzuread, address)] },
    },
    resource_changes: [{ address, change: { after_unknown } }],
  }
  const { coverage } = imported(plan)
  expect(coverage).toContainEqual(expect.objectContaining({ kind: 'policy', status: 'not-understood' }))
})

test('a location of a plan whose ranges are known after it is applied is not a location without ranges', () => {
  const address = 'azuread_named_location.x'
  const values = { object_id: guid('2'), display_name: 'Office', ip: [{ trusted: true }], country: [] }
  const { locations, coverage } = imported({
    terraform_version: '1.9.0',
    planned_values: { root_module: { resources: [resource('azuread_named_location', values, address)] } },
    resource_changes: [{ address, change: { after_unknown: { ip: [{ ip_ranges: true }] } } }],
  })
  expect(locations).toMatchObject([{ knownAfterApply: true }])
  expect(coverage).toContainEqual(expect.objectContaining({ kind: 'named location', status: 'not-understood' }))
})

test('countries, strengths and a place for each value', () => {
  const country = {
    object_id: guid('5'),
    display_name: 'Home',
    ip: [],
    country: [
      {
        countries_and_regions: ['DE'],
        include_unknown_countries_and_regions: false,
        country_lookup_method: 'clientIpAddress',
      },
    ],
  }
  const strength = { id: guid('6'), display_name: 'Keys', allowed_combinations: ['fido2'] }
  const { locations, strengths, codes, origins } = imported(
    shown([resource('azuread_named_location', country), resource('azuread_authentication_strength_policy', strength)]),
  )
  expect(codes).toEqual([])
  expect(locations).toEqual([expect.objectContaining({ displayName: 'Home', countriesAndRegions: ['DE'] })])
  expect(strengths).toEqual([
    { id: guid('6'), displayName: 'Keys', policyType: 'custom', allowedCombinations: ['fido2'] },
  ])
  const place = [...origins].find(({ path }) => path.at(-1) === 'countriesAndRegions')?.at
  expect(place?.source.text.slice(place.start, place.end)).toContain('"DE"')
})

test('--only terraform keeps to resources, and --only graph leaves them out', () => {
  const source = { name: 's.json', text: JSON.stringify(shown(all)) }
  const only = importExports([source], { only: ['terraform'] })
  expect(only.ok && only.value.file.conditionalAccess?.policies).toHaveLength(1)
  expect(importExports([source], { only: ['graph'] }).ok).toBe(false)
})
