import { describe, expect, test } from 'vitest'
import type { LegFacts } from '../vocabulary/facts.ts'
import { missing } from '../vocabulary/facts.ts'
import { methodsToRegister, type Registrant, registrationOf, registrationWithoutPolicies } from './registration.ts'
import { type Plan, tenantOf } from './sign-in.fixture.ts'

const all = [{ id: 'all_users' }]
const on = (id: string) => ({ id, state: 'enabled', includeTargets: all })
const off = (id: string) => ({ id, state: 'disabled' })
const policyOf = (...authenticationMethodConfigurations: readonly object[]): Plan => ({
  tenant: {
    authenticationMethodsPolicy: { policyMigrationState: 'migrationComplete', authenticationMethodConfigurations },
  },
})
const usual = ['MicrosoftAuthenticator', 'SoftwareOath', 'Sms', 'Voice']
const nothing = policyOf(...usual.map(off))

function registrant(plan: Plan, user: Registrant['user'] = {}): Registrant {
  const tenant = tenantOf(plan)
  return { tenant, at: tenant.asOf, user: { kind: 'user', accountHome: 'here', ...user } }
}

describe('what a user can register at a sign-in', () => {
  test('is what the vendor leads to, as far as the tenant allows it', () => {
    expect(methodsToRegister(registrant({}))).toEqual(['microsoftAuthenticatorPush', 'softwareOath', 'sms', 'voice'])
    expect(methodsToRegister(registrant(policyOf(on('Sms'), off('Voice'), on('SoftwareOath'))))).toEqual([
      'softwareOath',
      'sms',
    ])
    expect(methodsToRegister(registrant(nothing))).toEqual([])
  })
})

test('a user whose text messages have ended registers a passkey', () => {
  const ended = (user: Registrant['user']) =>
    methodsToRegister({ ...registrant({}, { roles: new Set(), ...user }), at: Date.UTC(2027, 2, 1) })
  expect(ended({ methods: ['sms'] })).toEqual(['microsoftAuthenticatorPush', 'softwareOath', 'fido2'])
  expect(ended({ methods: ['softwareOath'] })).toEqual(['microsoftAuthenticatorPush', 'softwareOath'])
  expect(ended({ methods: ['sms'], kind: 'guest' })).not.toContain('fido2')
})

describe('without policies on registering', () => {
  test.each([
    ['a method that is allowed can be registered', {}, 'possible'],
    ['none can where none is allowed', nothing, 'no-method'],
    ['one perhaps can where the policy is not fully stated', policyOf(off('Sms')), missing],
    ['one can, although others are not stated', policyOf(on('Sms')), 'possible'],
    ['users of certificates are not led to register', policyOf(on('Sms'), on('X509Certificate')), 'certificate-scope'],
    ['users without certificates are', policyOf(on('Sms'), off('X509Certificate')), 'possible'],
  ] as const)('%s', (_, plan, expected) => {
    expect(registrationWithoutPolicies(registrant(plan))).toBe(expected)
  })
})

type Judged = Parameters<typeof registrationOf>[3]
type Demanding = Parameters<typeof registrationOf>[2]

interface Case {
  readonly plan?: Plan
  readonly decision?: string | typeof missing
  readonly demandsMfa?: string | typeof missing
  readonly facts?: LegFacts
  readonly hit?: 'signInRisk' | 'userRisk'
  readonly effect?: string
}

const riskPolicy = (condition: 'signInRiskLevels' | 'userRiskLevels'): Plan => ({
  policies: [
    {
      displayName: 'Risk',
      state: 'enabled',
      conditions: {
        users: { includeUsers: ['All'] },
        applications: { includeApplications: ['All'] },
        clientAppTypes: ['all'],
        [condition]: ['high'],
      },
      grantControls: { operator: 'OR', builtInControls: ['mfa'] },
    },
  ],
})
const onSignIn = riskPolicy('signInRiskLevels')
const onUser = riskPolicy('userRiskLevels')

/** What becomes of registering where the policies on the page of registration say this, and the policy on risk that. */
function stateOf({ plan = {}, decision = 'allow', demandsMfa = 'no', facts = {}, hit, effect = 'applies' }: Case) {
  const outcome = { policy: 'Risk', effect, conditions: hit === undefined ? {} : { [hit]: 'hit' } }
  const demanding = { combined: { policies: ['Risk'] }, outcomes: () => [outcome] }
  const judged = { combined: { policies: ['Page'] }, reading: { decision, demandsMfa, open: ['country'] } }
  // Of the decisions, and of what policies say, these parts alone are read.
  const read = [demanding as unknown as Demanding, judged as unknown as Judged] as const
  return registrationOf(registrant(plan), facts, ...read)
}

const possible = { state: 'possible', open: [], policies: [] }
const blocked = { state: 'blocked', open: [], policies: ['Page'] }
const risky = { state: 'blocked-by-risk', open: [], policies: ['Risk'] }
const ofProvider: LegFacts = {
  homeRealm: 'federated',
  federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
  idpPerformsMfa: 'yes',
}

const cases: readonly (readonly [string, Case, object])[] = [
  ['possible where policies allow the page', {}, possible],
  ['possible where they demand something else', { decision: 'controls-required' }, possible],
  ['blocked where they block the page', { decision: 'block' }, blocked],
  ['blocked where the device does not fit', { decision: 'device-not-compliant' }, blocked],
  ['blocked where they demand what is to be registered', { decision: 'controls-required', demandsMfa: 'yes' }, blocked],
  [
    'possible where the identity provider performs that',
    { decision: 'controls-required', demandsMfa: 'yes', facts: ofProvider },
    possible,
  ],
  [
    'blocked where its second factor does not count',
    { demandsMfa: 'yes', facts: { ...ofProvider, federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp' } },
    blocked,
  ],
  ['blocked where it performs none', { demandsMfa: 'yes', facts: { ...ofProvider, idpPerformsMfa: 'no' } }, blocked],
  ['blocked for a managed user', { demandsMfa: 'yes', facts: { ...ofProvider, homeRealm: 'managed' } }, blocked],
  ['open where policies are', { decision: missing }, { state: missing, open: ['country'], policies: [] }],
  ['open where their demand is', { demandsMfa: missing }, { state: missing, open: ['country'], policies: [] }],
  ['without any method', { plan: nothing, decision: missing }, { state: 'no-method', open: [], policies: [] }],
  [
    'open where the methods are',
    { plan: policyOf(off('Sms')) },
    { state: missing, open: ['methodAllowed'], policies: [] },
  ],
  ['blocked, whatever the methods are', { plan: policyOf(off('Sms')), decision: 'block' }, blocked],
  ['barred by a risk of the sign-in', { plan: onSignIn, hit: 'signInRisk' }, risky],
  ['barred by a risk of the user', { plan: onUser, hit: 'userRisk' }, risky],
  [
    'possible where the policy on risk does not apply',
    { plan: onSignIn, hit: 'signInRisk', effect: 'skipped' },
    possible,
  ],
  ['possible where the policy that applies is about something else', { plan: onSignIn }, possible],
]

test.each(cases)('registering is %s', (_, one, expected) => {
  expect(stateOf(one)).toEqual(expected)
})
