import { objectAt, type Placed, plainAt } from '../placed.ts'
import type { DscResource } from './parse-configuration.ts'

/** An empty text or list means that nothing is configured. */
const isEmpty = (part: Placed | undefined): boolean =>
  part === undefined ||
  (part.items !== undefined
    ? part.items.length === 0
    : part.fields === undefined && (part.value === '' || part.value === null))

/** The keys of a policy by the part of Graph's object that they stand in. */
const listed: Readonly<Record<string, readonly string[]>> = {
  users: ['includeUsers', 'excludeUsers', 'includeGroups', 'excludeGroups', 'includeRoles', 'excludeRoles'],
  applications: ['includeApplications', 'excludeApplications', 'includeUserActions'],
  platforms: ['includePlatforms', 'excludePlatforms'],
  locations: ['includeLocations', 'excludeLocations'],
  clientApplications: ['includeServicePrincipals', 'excludeServicePrincipals'],
}
const risks = ['clientAppTypes', 'userRiskLevels', 'signInRiskLevels', 'servicePrincipalRiskLevels']
const controls = ['builtInControls', 'customAuthenticationFactors', 'termsOfUse']

/** Keys for the connection, or without meaning for a policy. */
const others = new Set(
  ['id', 'displayname', 'state', 'ensure', 'credential', 'applicationid', 'tenantid', 'applicationsecret'].concat([
    'certificatethumbprint',
    'certificatepath',
    'certificatepassword',
    'managedidentity',
    'accesstokens',
    'psdscrunascredential',
  ]),
)

type Take = (key: string) => Placed | undefined
type Entry = readonly [string, Placed | undefined]

function part(resource: Placed, entries: readonly Entry[]): Placed | undefined {
  return entries.every(([, value]) => value === undefined) ? undefined : objectAt(entries, resource)
}

const joined = (value: Placed | undefined): Placed | undefined =>
  value?.items === undefined ? value : plainAt(value.items.map((item) => String(item.value)).join(','), value)

function guests(whole: Placed, take: Take, side: 'include' | 'exclude'): Placed | undefined {
  const tenants = part(whole, [
    ['membershipKind', take(`${side}ExternalTenantsMembershipKind`)],
    ['members', take(`${side}ExternalTenantsMembers`)],
  ])
  const types = joined(take(`${side}GuestOrExternalUserTypes`))
  return types === undefined
    ? undefined
    : objectAt(
        [
          ['guestOrExternalUserTypes', types],
          ['externalTenants', tenants],
        ],
        whole,
      )
}

function filter(whole: Placed, take: Take, name: string): Placed | undefined {
  const [mode, rule] = [take(`${name}Mode`), take(`${name}Rule`) ?? take(name)]
  return rule === undefined
    ? undefined
    : objectAt(
        [
          ['mode', mode],
          ['rule', rule],
        ],
        whole,
      )
}

function conditions(whole: Placed, take: Take): readonly Entry[] {
  const of = (keys: readonly string[] | undefined): readonly Entry[] => (keys ?? []).map((key) => [key, take(key)])
  const contexts = take('authenticationContexts')
  const flows = joined(take('transferMethods') ?? take('authenticationFlowsTransferMethods'))
  return [
    [
      'users',
      part(whole, [
        ...of(listed['users']),
        ['includeGuestsOrExternalUsers', guests(whole, take, 'include')],
        ['excludeGuestsOrExternalUsers', guests(whole, take, 'exclude')],
      ]),
    ],
    [
      'applications',
      part(whole, [
        ...of(listed['applications']),
        ['includeAuthenticationContextClassReferences', contexts],
        ['applicationFilter', filter(whole, take, 'applicationsFilter')],
      ]),
    ],
    ['platforms', part(whole, of(listed['platforms']))],
    ['locations', part(whole, of(listed['locations']))],
    ['devices', part(whole, [['deviceFilter', filter(whole, take, 'deviceFilter')]])],
    [
      'clientApplications',
      part(whole, [
        ...of(listed['clientApplications']),
        ['servicePrincipalFilter', filter(whole, take, 'servicePrincipalFilter')],
      ]),
    ],
    ['authenticationFlows', part(whole, [['transferMethods', flows]])],
    ['insiderRiskLevels', joined(take('insiderRiskLevels'))],
    ...of(risks),
  ]
}

function grant(whole: Placed, take: Take): Placed | undefined {
  const strength = take('authenticationStrength')
  const stated = controls.map((key): Entry => [key, take(key)])
  const named: Entry = [
    'authenticationStrength',
    strength === undefined ? undefined : objectAt([['id', strength]], strength),
  ]
  const operator = take('grantControlOperator')
  return part(whole, [...stated, named]) === undefined
    ? undefined
    : part(whole, [['operator', operator], ...stated, named])
}

/** The enabled session controls, each with the values of its other keys. */
function session(whole: Placed, take: Take): Placed | undefined {
  const control = (name: string, keys: Readonly<Record<string, string>>): Entry => {
    const on = take(`${name}IsEnabled`)
    const entries = Object.entries(keys).map(([graph, key]): Entry => [graph, take(key)])
    return [name, on?.value === true ? objectAt([['isEnabled', on], ...entries], on) : undefined]
  }
  const resilience = take('disableResilienceDefaultsIsEnabled') ?? take('disableResilienceDefaults')
  return part(whole, [
    control('applicationEnforcedRestrictions', {}),
    control('cloudAppSecurity', { cloudAppSecurityType: 'cloudAppSecurityType' }),
    control('persistentBrowser', { mode: 'persistentBrowserMode' }),
    control('secureSignInSession', {}),
    control('signInFrequency', {
      value: 'signInFrequencyValue',
      type: 'signInFrequencyType',
      frequencyInterval: 'signInFrequencyInterval',
      authenticationType: 'signInFrequencyAuthenticationType',
    }),
    ['disableResilienceDefaults', resilience?.value === true ? resilience : undefined],
  ])
}

/** A policy in Graph's form; values that the shell computes and unknown keys leave it undetermined. */
export function dscPolicy({ at, fields, computed }: DscResource): Placed {
  const whole: Placed = { at: () => at, fields }
  const taken = new Set<string>()
  const take: Take = (name) => {
    const key = name.toLowerCase()
    taken.add(key)
    const value = fields.get(key)
    return isEmpty(value) ? undefined : value
  }
  const made = {
    conditions: conditions(whole, take),
    grantControls: grant(whole, take),
    sessionControls: session(whole, take),
  }
  const unknown = [...fields].filter(([key, value]) => !taken.has(key) && !others.has(key) && !isEmpty(value))
  const open = computed
    .filter((key) => !others.has(key))
    .map((key): Entry => [`computed ${key}`, plainAt(true, fields.get(key) ?? whole)])
  return objectAt(
    [
      ['id', take('id')],
      ['displayName', take('displayName')],
      ['state', take('state')],
      ['conditions', objectAt([...made.conditions, ...unknown, ...open], whole)],
      ['grantControls', made.grantControls],
      ['sessionControls', made.sessionControls],
    ],
    whole,
  )
}
