import { describe, expect, test } from 'vitest'
import { neededServices } from '../../tenant/conditional-access/application-suites.ts'
import { externalUserTypes } from '../../tenant/conditional-access/read-users.ts'
import { decidePolicies } from './evaluate.ts'
import { principalRow } from './judge-users.ts'
import { compiledFrom, samplePolicy, sampleSignIn, teams } from './sample-policies.fixture.ts'
import type { PolicyPrincipal, PolicySignIn } from './sign-in.ts'

const contoso = '11111111-1111-4111-8111-111111111111'
const fabrikam = '22222222-2222-4222-8222-222222222222'

/** What one policy decides about a sign-in, and what is missing to say. */
function decided(conditions: object, changes: Partial<PolicySignIn>): string {
  const compiled = compiledFrom({ policies: [samplePolicy('p', { ...conditions })] })
  const { decision, missing = [] } = decidePolicies(compiled, sampleSignIn(changes)).combined
  return [decision, ...missing].join(' ')
}

const guests = (guestOrExternalUserTypes: string, members?: readonly string[]) => ({
  users: {
    includeGuestsOrExternalUsers: {
      guestOrExternalUserTypes,
      externalTenants: members === undefined ? { membershipKind: 'all' } : { membershipKind: 'enumerated', members },
    },
  },
})

const who = (more: Partial<PolicyPrincipal>): Partial<PolicySignIn> => ({
  principal: { kind: 'guest', groups: new Set(), roles: new Set(), ...more },
})
const b2b = (homeTenant?: string) =>
  who({ guestType: 'b2bCollaborationGuest', ...(homeTenant === undefined ? {} : { homeTenant }) })
const ofTenants = (...members: readonly string[]) => guests('b2bCollaborationGuest', members)

test('a part of the assignment that is not understood stays open, whichever way missing signals are read', () => {
  const users = { includeUsers: ['None'], somethingNew: ['x'] }
  const compiled = compiledFrom({ policies: [samplePolicy('p', { users })] })
  for (const reading of ['undetermined', 'none', 'matches'] as const) {
    const { combined } = decidePolicies(compiled, sampleSignIn(), { missing: reading, dependencies: true })
    expect([combined.decision, ...(combined.missing ?? [])].join(' ')).toMatch(/^undetermined policy:p\S*$/)
  }
})

describe('guests of listed tenants', () => {
  test.each([
    ['of one that is listed by its id', ofTenants(contoso), b2b(contoso), 'controls-required'],
    ['of another id', ofTenants(contoso), b2b(fabrikam), 'allow'],
    ['of a domain, where ids are listed', ofTenants(contoso), b2b('contoso.com'), 'undetermined externalTenantId'],
    [
      'of a domain that is listed beside ids',
      ofTenants(contoso, 'fabrikam.com'),
      b2b('Fabrikam.com'),
      'controls-required',
    ],
    [
      'of another domain than is listed beside ids',
      ofTenants(contoso, 'fabrikam.com'),
      b2b('other.com'),
      'undetermined externalTenantId',
    ],
    ['of another domain than the only one', ofTenants('fabrikam.com'), b2b('other.com'), 'allow'],
    ['of an unknown tenant', ofTenants(contoso), b2b(), 'undetermined externalTenantId'],
    ['of an unknown tenant, where all are meant', guests('b2bCollaborationGuest'), b2b(), 'controls-required'],
  ] as const)('%s', (_, conditions, changes, expected) => {
    expect(decided(conditions, changes)).toBe(expected)
  })

  test.each(['internalGuest', 'otherExternalUser'])('an account of the kind %s has no home tenant', (guestType) => {
    expect(decided(guests('internalGuest,otherExternalUser', [contoso]), who({ guestType }))).toBe('controls-required')
  })

  test('a guest of an unknown kind', () => {
    expect(decided(guests('b2bCollaborationGuest'), who({}))).toBe('undetermined externalUserType')
  })

  test('a guest of an unknown kind, where every kind is meant', () => {
    expect(decided(guests(externalUserTypes.join(',')), who({}))).toBe('controls-required')
    expect(decided(guests(externalUserTypes.slice(1).join(',')), who({}))).toBe('undetermined externalUserType')
  })

  test('kinds that are not understood', () => {
    expect(decided(guests('b2bCollaborationGuest,kindOfTomorrow'), b2b(contoso))).toMatch(/^undetermined policy:/)
    expect(decided(guests('kindOfTomorrow'), who({ kind: 'user' }))).toBe('allow')
  })

  test('among more policies than fit in one word', () => {
    const others = Array.from({ length: 69 }, (_, at) =>
      samplePolicy(`a${at}`, { users: { includeUsers: ['nobody'] } }),
    )
    const compiled = compiledFrom({ policies: [...others, samplePolicy('z', guests('b2bCollaborationGuest'))] })
    const decide = (changes: Partial<PolicySignIn>) => decidePolicies(compiled, sampleSignIn(changes)).combined
    expect(decide(who({}))).toMatchObject({ decision: 'undetermined', missing: ['externalUserType'] })
    expect(decide(b2b(contoso)).policies).toEqual(['z'])
    expect(decide({}).policies).toEqual([])
  })
})

describe('programs', () => {
  const program = { kind: 'service-principal', id: 'backup' } as const
  const ofTenant = { includeServicePrincipals: ['ServicePrincipalsInMyTenant'] }
  const only = (clientApplications: object, more: object = {}) => ({
    users: { includeUsers: ['None'] },
    clientApplications,
    ...more,
  })
  const rule = 'CustomSecurityAttribute.Engineering_Project -eq "Baker"'
  test.each([
    ['of the tenant', only(ofTenant), 'block'],
    ['by name', only({ includeServicePrincipals: ['Backup'] }), 'block'],
    ['of another name', only({ includeServicePrincipals: ['other'] }), 'allow'],
    ['but this one', only({ ...ofTenant, excludeServicePrincipals: ['backup'] }), 'allow'],
    [
      'by an attribute',
      only({ servicePrincipalFilter: { mode: 'include', rule } }),
      'undetermined customSecurityAttributes',
    ],
    [
      'but those with an attribute',
      only({ ...ofTenant, servicePrincipalFilter: { mode: 'exclude', rule } }),
      'undetermined customSecurityAttributes',
    ],
    [
      'at risk, of which nothing is known',
      only(ofTenant, { servicePrincipalRiskLevels: ['high'] }),
      'undetermined servicePrincipalRiskLevel',
    ],
  ] as const)('%s', (_, conditions, expected) => {
    const block = { operator: 'OR', builtInControls: ['block'] }
    const compiled = compiledFrom({ policies: [samplePolicy('p', conditions, block)] })
    const { decision, missing = [] } = decidePolicies(compiled, sampleSignIn({ principal: program })).combined
    expect([decision, ...missing].join(' ')).toBe(expected)
  })

  test('by the name that is displayed', () => {
    const block = { operator: 'OR', builtInControls: ['block'] }
    const compiled = compiledFrom({
      policies: [samplePolicy('p', only({ includeServicePrincipals: ['Nightly backup'] }), block)],
    })
    const decide = (displayName: string) =>
      decidePolicies(compiled, sampleSignIn({ principal: { ...program, displayName } })).combined.decision
    expect(decide('nightly Backup')).toBe('block')
    expect(decide('Daily backup')).toBe('allow')
  })

  test.each([
    ['include', { includeServicePrincipals: [{ id: 7 }] }],
    ['exclude', { excludeServicePrincipals: [{ id: 7 }] }],
  ])('of which a policy says something that is not understood leave open whether it is for people: %s', (_, part) => {
    const compiled = compiledFrom({ policies: [samplePolicy('p', { clientApplications: part })] })
    const { decision, missing = [] } = decidePolicies(compiled, sampleSignIn()).combined
    expect([decision, ...missing].join(' ')).toMatch(/^undetermined policy:p\S*$/)
  })

  test('of another risk have the word of workload identities for it', () => {
    const atRisk = samplePolicy('p', only(ofTenant, { servicePrincipalRiskLevels: ['high'] }))
    const signIn = sampleSignIn({ principal: program, servicePrincipalRiskLevel: 'low' })
    const [outcome] = decidePolicies(compiledFrom({ policies: [atRisk] }), signIn).outcomes()
    expect(outcome).toMatchObject({ effect: 'skipped', reasons: ['workloadIdentities'] })
    expect(outcome?.conditions).toMatchObject({ workloadIdentities: 'hit', servicePrincipalRisk: 'miss' })
  })

  test('that Azure manages are beyond policies', () => {
    const { users } = compiledFrom({ policies: [samplePolicy('p', only(ofTenant))] })
    const row = principalRow(users, { kind: 'managed-identity', id: 'vm' }, 'undetermined')
    expect([...row.possible, ...row.certain, ...row.missing]).toEqual([0, 0])
  })
})

describe('a service that Teams needs later', () => {
  const planner = '09abbdfd-ed23-44ee-a2d9-a627aa1c90f3'
  const about = (id: string) =>
    compiledFrom({ policies: [samplePolicy('p', { applications: { includeApplications: [id] } })] })
  test('has its policy shown as applying, by way of that service', () => {
    const { combined, outcomes } = decidePolicies(about(planner), sampleSignIn({ target: { applications: [teams] } }))
    expect(combined.decision).toBe('allow')
    expect(outcomes()).toMatchObject([
      { effect: 'applies', conditions: { application: 'hit', users: 'hit' }, via: { binding: 'late' } },
    ])
  })

  test('is reached on no other platform than its policy names', () => {
    const policies = [
      samplePolicy('p', {
        applications: { includeApplications: [planner] },
        platforms: { includePlatforms: ['iOS'] },
      }),
    ]
    const signIn = sampleSignIn({ target: { applications: [teams] }, devicePlatform: 'windows' })
    expect(decidePolicies(compiledFrom({ policies }), signIn).outcomes()).toMatchObject([
      { effect: 'skipped', conditions: { application: 'hit', devicePlatform: 'miss' }, reasons: ['devicePlatform'] },
    ])
  })

  test('is the one by way of which a policy for all others applies', () => {
    const others = neededServices([teams], 'early').map(({ application }) => application)
    const last = neededServices([teams], 'late').filter(({ application }) => application !== planner)
    const excluded = [teams, ...others, ...last.map(({ application }) => application)]
    const policies = [
      samplePolicy('p', { applications: { includeApplications: ['All'], excludeApplications: excluded } }),
    ]
    const signIn = sampleSignIn({ target: { applications: [teams] } })
    expect(decidePolicies(compiledFrom({ policies }), signIn).outcomes()).toMatchObject([
      { effect: 'applies', via: { service: 'planner', binding: 'late' } },
    ])
  })

  test('is no part of what others need', () => {
    const [outcome] = decidePolicies(about('another'), sampleSignIn({ target: { applications: [teams] } })).outcomes()
    expect(outcome).toMatchObject({ effect: 'skipped', conditions: { application: 'miss' }, reasons: ['application'] })
    expect(outcome?.via).toBeUndefined()
  })
})

describe('a person of whom it is open whether a guest', () => {
  const person: PolicyPrincipal = {
    ...{ kind: 'user', id: contoso, userPrincipalName: 'ada@contoso.com', displayName: 'Ada' },
    ...{ groups: new Set(), roles: new Set(), otherwise: { kind: 'guest', guestType: 'b2bCollaborationGuest' } },
  }
  const users = (includeUsers: readonly string[], excludeUsers: readonly string[] = []) => ({
    users: { includeUsers, excludeUsers },
  })
  const but = {
    users: {
      includeUsers: ['All'],
      excludeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: 'b2bCollaborationGuest',
        externalTenants: { membershipKind: 'all' },
      },
    },
  }
  test.each<[string, object, string]>([
    ['everybody', users(['All']), 'controls-required'],
    ['guests', users(['GuestsOrExternalUsers']), 'undetermined userType'],
    ['everybody but guests', users(['All'], ['GuestsOrExternalUsers']), 'undetermined userType'],
    ['guests of a type', guests('b2bCollaborationGuest'), 'undetermined userType'],
    ['everybody but guests of a type', but, 'undetermined userType'],
    ['guests of another type', guests('internalGuest'), 'allow'],
    ['the person by id', users([contoso]), 'controls-required'],
    ['the person by name', users(['Ada@contoso.com']), 'controls-required'],
    ['the person by display name', users(['Ada']), 'controls-required'],
    ['somebody else', users([fabrikam]), 'allow'],
  ])('a policy for %s', (_, conditions, expected) => {
    expect(decided(conditions, { principal: person })).toBe(expected)
  })

  test('a guest for sure, and a user for sure, leave nothing open', () => {
    const { otherwise: _open, ...sure } = person
    expect(decided(users(['GuestsOrExternalUsers']), { principal: sure })).toBe('allow')
    const guest: PolicyPrincipal = { ...sure, kind: 'guest', guestType: 'b2bCollaborationGuest' }
    expect(decided(users(['GuestsOrExternalUsers']), { principal: guest })).toBe('controls-required')
  })
})

describe('clients of ActiveSync', () => {
  const about = (...clientAppTypes: readonly string[]) => ({ clientAppTypes })
  const phone = (devicePlatform?: string): Partial<PolicySignIn> => ({
    clientAppType: 'exchangeActiveSync',
    ...(devicePlatform === undefined ? {} : { devicePlatform }),
  })
  test.each([
    ['all of them', about('exchangeActiveSync', 'easSupported'), phone('linux'), 'controls-required'],
    ['those of supported platforms', about('easSupported'), phone('android'), 'controls-required'],
    ['but no others', about('easSupported'), phone('linux'), 'allow'],
    ['of no other kind', about('browser'), phone('android'), 'allow'],
  ] as const)('%s', (_, conditions, changes, expected) => {
    expect(decided(conditions, { legacy: false, ...changes })).toBe(expected)
  })
})
