import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseGraphSource } from '../tenant/conditional-access/parse-graph-source.ts'
import { readConditionalAccess } from '../tenant/conditional-access/read-conditional-access.ts'
import { graphFragment } from './graph/graph-fragment.ts'
import { recognizeFiles } from './recognize-files.ts'

/** What a policy states, in the words of Graph, flat. */
interface Facts {
  readonly state: string
  readonly users: Readonly<Record<string, readonly string[]>>
  readonly guests: Readonly<Partial<Record<'include' | 'exclude', readonly string[]>>>
  readonly applications: Readonly<Record<string, readonly string[]>>
  readonly clients: readonly string[]
  readonly platforms?: Readonly<Record<string, readonly string[]>>
  readonly locations?: Readonly<Record<string, readonly string[]>>
  readonly risks: Readonly<Record<string, readonly string[]>>
  readonly filter?: { readonly mode: string; readonly rule: string }
  readonly flows: readonly string[]
  readonly insider: readonly string[]
  readonly grant?: { readonly operator: string; readonly controls: readonly string[]; readonly strength?: string }
  readonly frequency?: { readonly every: boolean; readonly value: number; readonly type: string; readonly kind: string }
  readonly browser?: string
  readonly proxy?: string
  readonly restricted: boolean
  readonly resilience: boolean
}

const guid = (digit: number): string => `${`${digit}`.repeat(8)}-1111-4111-8111-111111111111`
const some = (...values: readonly string[]) => fc.subarray([...values])
const few = (...values: readonly string[]) => fc.subarray([...values], { minLength: 1 })
const sides = (name: string, included: readonly string[], excluded: readonly string[]) =>
  fc.record({ [`include${name}`]: few(...included), [`exclude${name}`]: some(...excluded) })

const facts: fc.Arbitrary<Facts> = fc.record(
  {
    state: fc.constantFrom('enabled', 'disabled', 'enabledForReportingButNotEnforced'),
    users: fc.record({
      includeUsers: fc.constantFrom(['All'], ['None'], [guid(1), guid(2)]),
      excludeUsers: some(guid(3)),
      includeGroups: some(guid(4)),
      excludeGroups: some(guid(5), guid(6)),
      includeRoles: some('62e90394-69f5-4237-9190-012177145e10'),
      excludeRoles: some('62e90394-69f5-4237-9190-012177145e10'),
    }),
    guests: fc.record(
      {
        include: few('internalGuest', 'b2bCollaborationGuest'),
        exclude: few('serviceProvider', 'b2bCollaborationMember'),
      },
      { requiredKeys: [] },
    ),
    applications: fc.oneof(
      sides('Applications', ['All'], ['00000002-0000-0ff1-ce00-000000000000', 'Office365']),
      fc.record({ includeUserActions: few('urn:user:registersecurityinfo') }),
    ),
    clients: few('browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other'),
    platforms: sides('Platforms', ['all', 'android'], ['iOS', 'macOS']),
    locations: sides('Locations', ['All'], ['AllTrusted']),
    risks: fc.record({ signInRiskLevels: some('high', 'medium'), userRiskLevels: some('high') }),
    filter: fc.record({
      mode: fc.constantFrom('include', 'exclude'),
      rule: fc.constant('device.trustType -eq "ServerAD" -and device.isCompliant -eq True'),
    }),
    flows: some('deviceCodeFlow', 'authenticationTransfer'),
    insider: some('elevated', 'moderate'),
    grant: fc.record(
      {
        operator: fc.constantFrom('AND', 'OR'),
        controls: few('mfa', 'compliantDevice', 'domainJoinedDevice'),
        strength: fc.constant('00000000-0000-0000-0000-000000000004'),
      },
      { requiredKeys: ['operator', 'controls'] },
    ),
    frequency: fc.record({
      every: fc.boolean(),
      value: fc.integer({ min: 1, max: 23 }),
      type: fc.constantFrom('hours', 'days'),
      kind: fc.constantFrom('primaryAndSecondaryAuthentication', 'secondaryAuthentication'),
    }),
    browser: fc.constantFrom('always', 'never'),
    proxy: fc.constantFrom('monitorOnly', 'blockDownloads'),
    restricted: fc.boolean(),
    resilience: fc.boolean(),
  },
  {
    requiredKeys: [
      ...(['state', 'users', 'guests', 'applications', 'clients', 'risks', 'flows', 'insider'] as const),
      ...(['restricted', 'resilience'] as const),
    ],
  },
)

const idOf = (index: number): string => `99999999-1111-4111-8111-${`${index}`.padStart(12, '0')}`
const joined = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join(','))
const guestsInGraph = (types: readonly string[] | undefined) =>
  types === undefined
    ? null
    : { guestOrExternalUserTypes: types.join(','), externalTenants: { membershipKind: 'all', members: [] } }

function inGraph(one: Facts, index: number): object {
  const { frequency, grant } = one
  return {
    id: idOf(index),
    displayName: `P${index}`,
    state: one.state,
    conditions: {
      users: {
        ...one.users,
        includeGuestsOrExternalUsers: guestsInGraph(one.guests.include),
        excludeGuestsOrExternalUsers: guestsInGraph(one.guests.exclude),
      },
      applications: one.applications,
      clientAppTypes: one.clients,
      platforms: one.platforms ?? null,
      locations: one.locations ?? null,
      ...one.risks,
      devices: one.filter === undefined ? null : { deviceFilter: one.filter },
      authenticationFlows: one.flows.length === 0 ? null : { transferMethods: one.flows.join(',') },
      insiderRiskLevels: joined(one.insider),
    },
    grantControls:
      grant === undefined
        ? null
        : {
            operator: grant.operator,
            builtInControls: grant.controls,
            authenticationStrength: grant.strength === undefined ? null : { id: grant.strength },
          },
    sessionControls: {
      applicationEnforcedRestrictions: one.restricted ? { isEnabled: true } : null,
      cloudAppSecurity: one.proxy === undefined ? null : { isEnabled: true, cloudAppSecurityType: one.proxy },
      persistentBrowser: one.browser === undefined ? null : { isEnabled: true, mode: one.browser },
      signInFrequency:
        frequency === undefined
          ? null
          : {
              isEnabled: true,
              frequencyInterval: frequency.every ? 'everyTime' : 'timeBased',
              value: frequency.every ? null : frequency.value,
              type: frequency.every ? null : frequency.type,
              authenticationType: frequency.kind,
            },
      disableResilienceDefaults: one.resilience ? true : null,
    },
  }
}
const asGraph = (all: readonly Facts[]): string => JSON.stringify({ '@odata.context': 'x', value: all.map(inGraph) })

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
function literal(value: unknown): string {
  if (Array.isArray(value)) return `@(${value.map(literal).join(',')})`
  if (typeof value === 'boolean') return value ? '$True' : '$False'
  return typeof value === 'number' ? `${value}` : `"${`${value ?? ''}`.replaceAll('"', '`"')}"`
}

function inDsc(one: Facts, index: number): string {
  const { frequency, grant, guests } = one
  const keys: Readonly<Record<string, unknown>> = {
    Id: idOf(index),
    DisplayName: `P${index}`,
    State: one.state,
    Ensure: 'Present',
    ...one.users,
    ...one.applications,
    ...one.platforms,
    ...one.locations,
    ...one.risks,
    IncludeGuestOrExternalUserTypes: guests.include ?? [],
    IncludeExternalTenantsMembershipKind: guests.include === undefined ? '' : 'all',
    ExcludeGuestOrExternalUserTypes: guests.exclude ?? [],
    ExcludeExternalTenantsMembershipKind: guests.exclude === undefined ? '' : 'all',
    ClientAppTypes: one.clients,
    DeviceFilterMode: one.filter?.mode,
    DeviceFilterRule: one.filter?.rule,
    TransferMethods: one.flows.join(','),
    InsiderRiskLevels: one.insider.join(','),
    GrantControlOperator: grant?.operator,
    BuiltInControls: grant?.controls ?? [],
    AuthenticationStrength: grant?.strength,
    ApplicationEnforcedRestrictionsIsEnabled: one.restricted,
    CloudAppSecurityIsEnabled: one.proxy !== undefined,
    CloudAppSecurityType: one.proxy,
    PersistentBrowserIsEnabled: one.browser !== undefined,
    PersistentBrowserMode: one.browser,
    SignInFrequencyIsEnabled: frequency !== undefined,
    SignInFrequencyInterval: frequency && (frequency.every ? 'everyTime' : 'timeBased'),
    SignInFrequencyAuthenticationType: frequency?.kind,
    ...(frequency?.every === false
      ? { SignInFrequencyType: frequency.type, SignInFrequencyValue: frequency.value }
      : {}),
    DisableResilienceDefaultsIsEnabled: one.resilience,
  }
  const lines = Object.entries(keys).map(([key, value]) => `      ${upper(key)} = ${literal(value)};`)
  return `    AADConditionalAccessPolicy "P${index}"\n    {\n${lines.join('\n')}\n    }`
}
const asDsc = (all: readonly Facts[]): string => `Configuration M365TenantConfig
{
  Import-DscResource -ModuleName 'Microsoft365DSC'
  Node localhost
  {
${all.map(inDsc).join('\n')}
  }
}
`

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const included = (part: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(part).map(([key, value]) => [snake(key).replace(/^(in|ex)clude_/, '$1cluded_'), value]),
  )
const block = (part: object | undefined) => (part === undefined ? [] : [part])
const guestsInTerraform = (types: readonly string[] | undefined) =>
  block(
    types && {
      guest_or_external_user_types: types,
      external_tenants: [{ membership_kind: 'all', members: [] }],
    },
  )

function inTerraform(one: Facts, index: number): object {
  const { frequency, grant } = one
  const hasSession =
    one.restricted || one.resilience || [one.proxy, one.browser, frequency].some((part) => part !== undefined)
  const values = {
    object_id: idOf(index),
    display_name: `P${index}`,
    state: one.state,
    conditions: [
      {
        client_app_types: one.clients,
        users: [
          {
            ...included(one.users),
            included_guests_or_external_users: guestsInTerraform(one.guests.include),
            excluded_guests_or_external_users: guestsInTerraform(one.guests.exclude),
          },
        ],
        applications: [included(one.applications)],
        platforms: block(one.platforms && included(one.platforms)),
        locations: block(one.locations && included(one.locations)),
        sign_in_risk_levels: one.risks['signInRiskLevels'],
        user_risk_levels: one.risks['userRiskLevels'],
        devices: block(one.filter && { filter: [one.filter] }),
        authentication_flow_transfer_methods: one.flows,
        insider_risk_levels: joined(one.insider),
      },
    ],
    grant_controls: block(
      grant && {
        operator: grant.operator,
        built_in_controls: grant.controls,
        authentication_strength_policy_id:
          grant.strength === undefined ? null : `/policies/authenticationStrengthPolicies/${grant.strength}`,
      },
    ),
    session_controls: block(
      hasSession
        ? {
            application_enforced_restrictions_enabled: one.restricted,
            cloud_app_security_policy: one.proxy ?? '',
            persistent_browser_mode: one.browser ?? '',
            disable_resilience_defaults: one.resilience,
            sign_in_frequency: frequency?.every === false ? frequency.value : 0,
            sign_in_frequency_period: frequency?.every === false ? frequency.type : '',
            sign_in_frequency_interval: frequency && (frequency.every ? 'everyTime' : 'timeBased'),
            sign_in_frequency_authentication_type: frequency?.kind,
          }
        : undefined,
    ),
  }
  const type = 'azuread_conditional_access_policy'
  return { address: `${type}.p${index}`, mode: 'managed', type, name: `p${index}`, values }
}
function asTerraform(all: readonly Facts[]): string {
  const root_module = { resources: all.map(inTerraform) }
  return JSON.stringify({ format_version: '1.0', terraform_version: '1.9.0', values: { root_module } })
}

/** The policies of an export as the product understands them. */
function understood(name: string, text: string): unknown {
  const { objects } = recognizeFiles([{ name, text }], [], {})
  const written = JSON.stringify(graphFragment(objects).file.conditionalAccess?.policies)
  const parsed = parseGraphSource({ name: 'policies.json', text: written })
  if (!parsed.ok) throw new Error('no JSON')
  const part = { document: parsed.value, path: [] }
  const read = readConditionalAccess({ policies: [part], authenticationStrengths: [], authenticationContexts: [] })
  return read.value.policies.map(({ authored: _, origin: __, ...policy }) => policy)
}

test('Graph, Microsoft365DSC and Terraform give the same policy for the same facts', () => {
  fc.assert(
    fc.property(fc.array(facts, { minLength: 20, maxLength: 20, size: 'max' }), (all) => {
      const graph = understood('policies.json', asGraph(all))
      expect(understood('tenant.ps1', asDsc(all))).toEqual(graph)
      expect(understood('state.json', asTerraform(all))).toEqual(graph)
    }),
    { numRuns: 3 },
  )
})
