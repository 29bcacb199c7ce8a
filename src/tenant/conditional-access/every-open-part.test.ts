import { expect, test } from 'vitest'
import { isMapping } from '../../vocabulary/mapping.ts'
import { parseGraphSource } from './parse-graph-source.ts'
import { readConditionalAccess } from './read-conditional-access.ts'

const filter = { mode: 'include', rule: 'device.isCompliant -eq True' }
const whole = {
  id: 'p',
  displayName: 'P',
  state: 'enabled',
  conditions: {
    users: {
      includeUsers: ['All'],
      includeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: 'internalGuest',
        externalTenants: { membershipKind: 'enumerated', members: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'] },
      },
    },
    clientApplications: {
      includeServicePrincipals: ['ServicePrincipalsInMyTenant'],
      servicePrincipalFilter: { mode: 'include', rule: 'CustomSecurityAttribute.A_B -eq "c"' },
    },
    applications: {
      includeApplications: ['All'],
      applicationFilter: { mode: 'exclude', rule: 'CustomSecurityAttribute.A_B -eq "c"' },
    },
    clientAppTypes: ['all'],
    platforms: { includePlatforms: ['all'], excludePlatforms: ['iOS'] },
    locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
    devices: { deviceFilter: filter },
    signInRiskLevels: ['high'],
    servicePrincipalRiskLevels: ['high'],
    authenticationFlows: { transferMethods: 'deviceCodeFlow' },
  },
  grantControls: {
    operator: 'OR',
    builtInControls: ['compliantDevice'],
    termsOfUse: [{ id: 't', displayName: 'T' }],
    authenticationStrength: { id: 's', displayName: 'S', allowedCombinations: ['fido2'] },
  },
  sessionControls: {
    cloudAppSecurity: { cloudAppSecurityType: 'monitorOnly', isEnabled: true },
    signInFrequency: { value: 4, type: 'hours', frequencyInterval: 'timeBased', isEnabled: true },
    persistentBrowser: { mode: 'always', isEnabled: true },
    continuousAccessEvaluation: { mode: 'strictLocation' },
    globalSecureAccessFilteringProfile: { profileId: 'x', isEnabled: true },
    disableResilienceDefaults: true,
  },
}

type Place = readonly string[]

function placesIn(value: unknown, place: Place = []): readonly Place[] {
  const own = place.length === 0 ? [] : [place]
  if (!isMapping(value) && !Array.isArray(value)) return own
  return [...own, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...place, key]))]
}

/** A copy in which another value is at the place; undefined removes it. */
function changed(value: unknown, [step, ...rest]: Place, put: unknown): unknown {
  if (step === undefined) return put
  if (Array.isArray(value))
    return value.map((part, index) => (String(index) === step ? changed(part, rest, put) : part))
  return isMapping(value) ? { ...value, [step]: changed(value[step], rest, put) } : value
}

function read(authored: unknown) {
  const parsed = parseGraphSource({ name: 'ca.json', text: JSON.stringify([authored]) })
  if (!parsed.ok) throw new Error('no JSON')
  const part = { document: parsed.value, path: [] }
  const { value, diagnostics } = readConditionalAccess({
    policies: [part],
    authenticationStrengths: [],
    authenticationContexts: [],
  })
  return { open: value.policies.flatMap(({ notUnderstood }) => notUnderstood), diagnostics }
}

const values = [undefined, null, '', 'telepathy', 7, true, [], {}, ['telepathy'], { telepathy: 1 }]

test('nothing of a policy is left open without being reported', () => {
  expect(read(whole)).toEqual({ open: [], diagnostics: [] })
  for (const place of placesIn(whole))
    for (const put of values) {
      const { open, diagnostics } = read(changed(whole, place, put))
      expect([place.join('.'), put, open.length > 0 && diagnostics.length === 0]).toEqual([place.join('.'), put, false])
    }
})

test.each([
  ['conditions', ['conditions']],
  ['users', ['conditions', 'users']],
  ['applications', ['conditions', 'applications']],
])('a policy without %s is reported and left open', (lacks, place) => {
  const people = changed(
    changed(whole, ['conditions', 'clientApplications'], undefined),
    ['conditions', 'servicePrincipalRiskLevels'],
    undefined,
  )
  const { open, diagnostics } = read(changed(people, place, undefined))
  expect(open).toHaveLength(1)
  expect(diagnostics).toMatchObject([{ code: 'POL-30', args: { lacks } }])
})
