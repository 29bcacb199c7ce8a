import { describe, expect, test } from 'vitest'
import { decidePolicies } from './evaluate.ts'
import {
  compiledFrom,
  samplePolicy as policy,
  type SamplePolicies,
  sampleSignIn as signIn,
} from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'

const grant = (operator: string, ...builtInControls: readonly string[]) => ({ operator, builtInControls })
const strength = (id: string) => ({ operator: 'OR', builtInControls: [], authenticationStrength: { id } })
const phishingResistant = '00000000-0000-0000-0000-000000000004'
const decide = (
  policies: readonly unknown[],
  changes: Partial<PolicySignIn> = {},
  rest: Partial<SamplePolicies> = {},
) => decidePolicies(compiledFrom({ policies, ...rest }), signIn(changes)).combined
const legacy = { clientAppType: 'other', legacy: true } as const
const withGrant = (name: string, controls: unknown) => policy(name, {}, controls)

describe('what is demanded', () => {
  test('one of several controls is one clause, in the order in which the vendor asks', () => {
    const combined = decide([withGrant('p', grant('OR', 'domainJoinedDevice', 'mfa', 'compliantDevice'))])
    expect(combined).toEqual({
      decision: 'controls-required',
      policies: ['p'],
      required: [['mfa', 'compliantDevice', 'domainJoinedDevice']],
    })
  })
  test('all policies must be met, and a clause that another implies is not asked for', () => {
    const combined = decide([
      withGrant('b', grant('OR', 'compliantDevice', 'domainJoinedDevice')),
      withGrant('a', grant('AND', 'compliantDevice', 'mfa')),
      withGrant('c', { ...grant('OR'), termsOfUse: ['tou1'] }),
    ])
    expect(combined.required).toEqual([['mfa'], ['compliantDevice'], ['termsOfUse:tou1']])
    expect(combined.policies).toEqual(['a', 'b', 'c'])
  })
  test('a block wins over everything else', () => {
    const combined = decide([withGrant('a', grant('OR', 'mfa')), withGrant('b', grant('OR', 'block'))])
    expect(combined).toEqual({ decision: 'block', policies: ['b'], required: [] })
  })
  test('a certain block wins over what is open', () => {
    const open = policy('open', { signInRiskLevels: ['high'] })
    const { signInRiskLevel: _, ...rest } = signIn()
    expect(
      decidePolicies(compiledFrom({ policies: [open, withGrant('b', grant('OR', 'block'))] }), rest).combined.decision,
    ).toBe('block')
  })
  test('a strength that nobody declares is missing beside the signal that another policy waits for', () => {
    const open = policy('open', { signInRiskLevels: ['high'] }, grant('OR', 'block'))
    const { signInRiskLevel: _, ...rest } = signIn()
    const compiled = compiledFrom({
      policies: [open, withGrant('own', strength('5a3e0000-0000-4000-8000-000000000001'))],
    })
    expect(decidePolicies(compiled, rest).combined).toMatchObject({
      decision: 'undetermined',
      missing: ['authenticationStrength:5a3e0000-0000-4000-8000-000000000001', 'signInRiskLevel'],
    })
  })
  test('an open policy that leaves one of two controls alone is not the same demand', () => {
    const open = policy('open', { signInRiskLevels: ['high'] })
    const { signInRiskLevel: _, ...rest } = signIn()
    const compiled = compiledFrom({ policies: [open, withGrant('all', grant('OR', 'mfa', 'compliantDevice'))] })
    expect(decidePolicies(compiled, rest).combined).toMatchObject({
      decision: 'undetermined',
      missing: ['signInRiskLevel'],
    })
  })
  test('policies that demand something on every platform, but not the same, leave it open', () => {
    const phones = policy('phones', { platforms: { includePlatforms: ['iOS'] } })
    const others = policy(
      'others',
      { platforms: { includePlatforms: ['all'], excludePlatforms: ['iOS'] } },
      { ...grant('OR'), termsOfUse: ['t'] },
    )
    const { devicePlatform: _, ...rest } = signIn()
    expect(decidePolicies(compiledFrom({ policies: [phones, others] }), rest).combined).toMatchObject({
      decision: 'undetermined',
      missing: ['devicePlatform'],
    })
  })
  test('an open policy that demands nothing new leaves the answer as it is', () => {
    const open = policy('open', { signInRiskLevels: ['high'] })
    const { signInRiskLevel: _, ...rest } = signIn()
    const policies = [open, withGrant('all', grant('OR', 'mfa'))]
    expect(decidePolicies(compiledFrom({ policies }), rest).combined).toEqual({
      decision: 'controls-required',
      policies: ['all'],
      required: [['mfa']],
    })
    const blocking = policy('open', { signInRiskLevels: ['high'] }, grant('OR', 'block'))
    const undecided = decidePolicies(compiledFrom({ policies: [blocking] }), rest).combined
    expect(undecided).toEqual({
      decision: 'undetermined',
      policies: ['open'],
      required: [],
      missing: ['signInRiskLevel'],
    })
  })
})

describe('policies that agree together', () => {
  test('a platform that nobody gives does not matter where every platform leads to the same', () => {
    const { devicePlatform: _, ...rest } = signIn()
    const on = (name: string, include: readonly string[], exclude: readonly string[]) =>
      policy(name, { platforms: { includePlatforms: include, excludePlatforms: exclude } })
    const policies = [on('phones', ['iOS', 'android'], []), on('others', ['all'], ['iOS', 'android'])]
    const { combined } = decidePolicies(compiledFrom({ policies }), rest)
    expect(combined).toEqual({ decision: 'controls-required', policies: ['others', 'phones'], required: [['mfa']] })
  })
})

describe('what is met already', () => {
  const cases: readonly (readonly [string, unknown, Partial<PolicySignIn>, string])[] = [
    ['an MFA claim meets mfa', grant('OR', 'mfa'), { grants: { mfaClaim: 'entra-id' } }, 'allow'],
    ['password and text message meet mfa', grant('OR', 'mfa'), { grants: { methods: ['password', 'sms'] } }, 'allow'],
    ['so do both in one entry', grant('OR', 'mfa'), { grants: { methods: ['password, sms'] } }, 'allow'],
    ['a password alone does not', grant('OR', 'mfa'), { grants: { methods: ['password'] } }, 'controls-required'],
    [
      'a key meets the phishing-resistant strength',
      strength(phishingResistant),
      { grants: { methods: ['fido2'] } },
      'allow',
    ],
    [
      'MFA of the identity provider does not',
      strength(phishingResistant),
      { grants: { mfaClaim: 'federated-idp' } },
      'controls-required',
    ],
    [
      'it meets the strength of plain MFA',
      strength('00000000-0000-0000-0000-000000000002'),
      { grants: { mfaClaim: 'federated-idp' } },
      'allow',
    ],
    [
      'where it is all there is, a stronger one is out of reach',
      strength(phishingResistant),
      { grants: { availableMethods: ['federatedMultiFactor'] } },
      'cannot-satisfy',
    ],
    [
      'a compliant device meets its control',
      grant('OR', 'compliantDevice'),
      { device: { isCompliant: 'True' } },
      'allow',
    ],
    [
      'a hybrid joined device meets its control',
      grant('OR', 'domainJoinedDevice'),
      { device: { trustType: 'Hybrid Azure AD joined' } },
      'allow',
    ],
    [
      'a control said to be met',
      grant('AND', 'mfa', 'compliantDevice'),
      { grants: { satisfied: ['mfa', 'compliantDevice'] } },
      'allow',
    ],
  ]
  test.each(cases)('%s', (_, controls, changes, expected) => {
    expect(decide([withGrant('p', controls)], changes).decision).toBe(expected)
  })
})

describe('what can never be met', () => {
  const cases: readonly (readonly [string, unknown, Partial<PolicySignIn>, string])[] = [
    ['a legacy client is blocked by any control', grant('OR', 'mfa'), legacy, 'block'],
    [
      'also where the device would do',
      grant('OR', 'mfa', 'compliantDevice'),
      { ...legacy, device: { isCompliant: 'true' } },
      'block',
    ],
    [
      'a device control on device code flow',
      grant('OR', 'compliantDevice'),
      { authenticationFlow: 'deviceCodeFlow' },
      'cannot-satisfy',
    ],
    [
      'MFA on device code flow can be met',
      grant('OR', 'mfa', 'compliantDevice'),
      { authenticationFlow: 'deviceCodeFlow' },
      'controls-required',
    ],
    ['hybrid join on a phone', grant('OR', 'domainJoinedDevice'), { devicePlatform: 'iOS' }, 'cannot-satisfy'],
    [
      'an approved app on a desktop',
      grant('OR', 'approvedApplication'),
      { devicePlatform: 'windows' },
      'cannot-satisfy',
    ],
    [
      'an approved app after its retirement is not asked for',
      grant('OR', 'approvedApplication'),
      { devicePlatform: 'iOS', at: Date.UTC(2026, 6) },
      'allow',
    ],
    [
      'an approved app on the last day on which it is',
      grant('OR', 'approvedApplication'),
      { devicePlatform: 'iOS', at: Date.UTC(2026, 5, 30) },
      'controls-required',
    ],
    [
      'an app in neither list',
      grant('OR', 'approvedApplication', 'compliantApplication'),
      { devicePlatform: 'iOS', appProtection: 'none' },
      'cannot-satisfy',
    ],
    [
      'the app protection beside it still is',
      grant('OR', 'approvedApplication', 'compliantApplication'),
      { devicePlatform: 'iOS', at: Date.UTC(2026, 6) },
      'controls-required',
    ],
    ['MFA where nobody can be asked', grant('OR', 'mfa'), { interactive: false }, 'cannot-satisfy'],
  ]
  test.each(cases)('%s', (_, controls, changes, expected) => {
    expect(decide([withGrant('p', controls)], changes).decision).toBe(expected)
  })
  test('a strength that nobody declares is a missing fact', () => {
    const combined = decide([withGrant('p', strength('99999999-0000-0000-0000-000000000000'))])
    expect(combined.missing).toEqual(['authenticationStrength:99999999-0000-0000-0000-000000000000'])
    expect(combined.decision).toBe('undetermined')
  })
  test('a strength that nobody declares is named beside a control that is not understood', () => {
    const combined = decide([
      withGrant('a', strength('99999999-0000-0000-0000-000000000000')),
      withGrant('b', grant('OR', 'sparkle')),
      withGrant('c', grant('OR', 'glitter')),
      withGrant('d', grant('OR', 'mfa')),
    ])
    expect(combined).toEqual({
      decision: 'undetermined',
      policies: ['a', 'b', 'c', 'd'],
      required: [['mfa'], ['authenticationStrength:99999999-0000-0000-0000-000000000000']],
      missing: [
        'authenticationStrength:99999999-0000-0000-0000-000000000000',
        'policy:b:grantControls.builtInControls.0',
        'policy:c:grantControls.builtInControls.0',
      ],
    })
  })
  test('of two controls that are not understood alone, both policies are open', () => {
    const combined = decide([withGrant('b', grant('OR', 'sparkle')), withGrant('c', grant('OR', 'glitter'))])
    expect(combined).toMatchObject({ decision: 'undetermined', policies: ['b', 'c'] })
  })
  test('a strength that nobody declares does not matter where a device can never be compliant', () => {
    const combined = decide(
      [
        withGrant('a', strength('99999999-0000-0000-0000-000000000000')),
        withGrant('b', grant('OR', 'compliantDevice')),
      ],
      { devicePlatform: 'unknown' },
    )
    expect(combined.decision).toBe('cannot-satisfy')
  })
  test('a strength that a policy carries itself admits the passkeys that it lists and no others', () => {
    const carried = {
      operator: 'OR',
      builtInControls: [],
      authenticationStrength: {
        id: 's1',
        displayName: 'Keys',
        allowedCombinations: ['fido2'],
        combinationConfigurations: [
          {
            '@odata.type': '#microsoft.graph.fido2CombinationConfiguration',
            appliesToCombinations: ['fido2'],
            allowedAAGUIDs: ['de1e552d-db1d-4423-a619-566b625cdc84'],
          },
        ],
      },
    }
    const using = (key: string) =>
      decide([withGrant('p', carried)], { grants: { methods: ['fido2'], passkeys: [key] } })
    expect(using('de1e552d-db1d-4423-a619-566b625cdc84').decision).toBe('allow')
    expect(using('90a3ccdf-635c-4729-a248-9b709135078f').decision).toBe('controls-required')
  })
  test('of a strength for someone whose account is at home in no tenant no page says whether it keeps them out', () => {
    const outsider = { ...signIn().principal, accountHome: 'one-time-passcode' }
    expect(decide([withGrant('p', strength(phishingResistant))], { principal: outsider })).toMatchObject({
      decision: 'undetermined',
      missing: [`satisfied.authenticationStrength:${phishingResistant}`],
    })
    expect(decide([withGrant('p', grant('OR', 'mfa'))], { principal: outsider }).decision).toBe('controls-required')
  })
  test.each(['password,hardwareOath', 'hardwareOath , password'])(
    'a strength of the tenant admits %s',
    (combination) => {
      const authenticationStrengths = [{ id: 'S1', displayName: 'Cards', allowedCombinations: [combination] }]
      const met = { grants: { methods: ['password', 'hardwareOath'] } }
      expect(decide([withGrant('p', strength('s1'))], met, { authenticationStrengths }).decision).toBe('allow')
      expect(
        decide(
          [withGrant('p', strength('s1'))],
          { grants: { methods: ['password', 'sms'] } },
          { authenticationStrengths },
        ).required,
      ).toEqual([['authenticationStrength:s1']])
    },
  )
})

describe('each policy', () => {
  const outcome = (one: unknown, changes: Partial<PolicySignIn> = {}) => {
    const [found] = decidePolicies(compiledFrom({ policies: [one] }), signIn(changes)).outcomes()
    return [found?.effect, found?.result, found?.reasons.join()]
  }
  const reporting = { state: 'enabledForReportingButNotEnforced' }
  const reported = (controls: unknown) => policy('p', {}, controls, reporting)
  test.each([
    ['applies and is not met yet', withGrant('p', grant('OR', 'mfa')), {}, ['applies', 'failure', 'notSet']],
    [
      'applies and is met',
      withGrant('p', grant('OR', 'mfa')),
      { grants: { mfaClaim: 'entra-id' } } as const,
      ['applies', 'success', 'notSet'],
    ],
    [
      'is disabled',
      policy('p', {}, grant('OR', 'mfa'), { state: 'disabled' }),
      {},
      ['disabled', 'notEnabled', 'policyNotEnabled'],
    ],
    [
      'misses the application before the user',
      policy('p', { applications: { includeApplications: ['x'] }, users: { includeUsers: ['y'] } }),
      {},
      ['skipped', 'notApplied', 'application'],
    ],
    [
      'misses the user before the platform',
      policy('p', { users: { includeUsers: ['y'] }, platforms: { includePlatforms: ['iOS'] } }),
      {},
      ['skipped', 'notApplied', 'users'],
    ],
    [
      'misses the platform before the location',
      policy('p', { platforms: { includePlatforms: ['iOS'] }, clientAppTypes: ['browser'] }),
      {},
      ['skipped', 'notApplied', 'devicePlatform'],
    ],
    ['has no control', policy('p', {}, null), {}, ['skipped', 'notApplied', 'emptyPolicy']],
    ['only reports a block', reported(grant('OR', 'block')), {}, ['report-only', 'reportOnlyFailure', 'notSet']],
    [
      'only reports that somebody would be asked',
      reported(grant('OR', 'mfa')),
      {},
      ['report-only', 'reportOnlyInterrupted', 'notSet'],
    ],
    [
      'only reports that all is met',
      reported(grant('OR', 'compliantDevice')),
      { device: { isCompliant: 'true' } },
      ['report-only', 'reportOnlySuccess', 'notSet'],
    ],
    [
      'only reports a device that fails',
      reported(grant('OR', 'compliantDevice')),
      {},
      ['report-only', 'reportOnlyFailure', 'notSet'],
    ],
    [
      'only reports, and not here',
      policy('p', { users: { includeUsers: ['y'] } }, grant('OR', 'mfa'), reporting),
      {},
      ['skipped', 'reportOnlyNotApplied', 'users'],
    ],
    [
      'carries what nobody understands',
      policy('p', { agents: { x: 1 } }),
      {},
      ['signal-dependent', 'unknown', 'notEnoughInformation'],
    ],
    [
      'carries it and misses anyway',
      policy('p', { agents: { x: 1 }, users: { includeUsers: ['y'] } }),
      {},
      ['skipped', 'notApplied', 'users'],
    ],
  ])('%s', (_, one, changes, expected) => expect(outcome(one, changes)).toEqual(expected))

  const terms = (state = 'enabled') =>
    policy('terms', {}, { operator: 'OR', builtInControls: [], termsOfUse: ['t'] }, { state })
  const accepted = { satisfied: ['termsOfUse:t'] }
  test.each<[string, unknown, NonNullable<PolicySignIn['grants']>, readonly string[]]>([
    ['terms wait for MFA', withGrant('a', grant('OR', 'mfa')), accepted, ['failure', 'failure']],
    [
      'terms after MFA',
      withGrant('a', grant('OR', 'mfa')),
      { ...accepted, mfaClaim: 'entra-id' },
      ['success', 'success'],
    ],
    [
      'terms beside a device that fails',
      withGrant('a', grant('OR', 'compliantDevice')),
      accepted,
      ['failure', 'success'],
    ],
    [
      'terms beside MFA that only reports',
      reported(grant('OR', 'mfa')),
      accepted,
      ['reportOnlyInterrupted', 'success'],
    ],
    ['terms alone', policy('p', { platforms: { includePlatforms: ['iOS'] } }), accepted, ['notApplied', 'success']],
  ])('%s', (_, other, grants, expected) => {
    const made = compiledFrom({ policies: [other, terms()] })
    const found = decidePolicies(made, signIn({ grants, devicePlatform: 'windows' })).outcomes()
    expect(found.map(({ result }) => result)).toEqual(expected)
  })

  const ownTerms = (name: string, id: string, state = 'enabled') =>
    policy(name, {}, { operator: 'OR', builtInControls: [], termsOfUse: [id] }, { state })
  const custom = { operator: 'OR', builtInControls: [], customAuthenticationFactors: ['duo'] }
  const newPassword = withGrant('n', grant('OR', 'passwordChange'))
  test.each<[string, readonly unknown[], Partial<PolicySignIn>, readonly string[]]>([
    [
      'MFA does not wait for a strength',
      [withGrant('a', strength(phishingResistant)), withGrant('b', grant('OR', 'mfa'))],
      { grants: { mfaClaim: 'entra-id' } },
      ['failure', 'success'],
    ],
    [
      'terms that only report wait for nothing',
      [withGrant('a', grant('OR', 'mfa')), ownTerms('b', 't', 'enabledForReportingButNotEnforced')],
      { grants: accepted },
      ['failure', 'reportOnlySuccess'],
    ],
    [
      'a new password comes before terms',
      [newPassword, ownTerms('t', 't')],
      { grants: { satisfied: ['passwordChange'] } },
      ['success', 'failure'],
    ],
    ['terms wait for a new password', [newPassword, ownTerms('t', 't')], { grants: accepted }, ['failure', 'failure']],
    [
      'one of two that comes before terms is enough',
      [ownTerms('a', 't'), withGrant('b', { ...custom, builtInControls: ['passwordChange'] })],
      { grants: { satisfied: ['passwordChange', 'customAuthenticationFactor:duo'] } },
      ['failure', 'success'],
    ],
    [
      'terms do not wait for other terms',
      [ownTerms('a', 't'), ownTerms('b', 'u')],
      { grants: { satisfied: ['termsOfUse:u'] } },
      ['failure', 'success'],
    ],
    [
      'terms wait for MFA, whatever else is asked for after them',
      [withGrant('a', grant('OR', 'mfa')), withGrant('b', custom), ownTerms('c', 't')],
      { grants: accepted },
      ['failure', 'failure', 'failure'],
    ],
    [
      'a client that cannot be asked has met nothing',
      [withGrant('a', grant('OR', 'mfa')), ownTerms('b', 't')],
      { ...legacy, grants: accepted },
      ['failure', 'failure'],
    ],
  ])('%s', (_, policies, changes, expected) => {
    const found = decidePolicies(compiledFrom({ policies }), signIn(changes)).outcomes()
    expect(found.map(({ result }) => result)).toEqual(expected)
  })

  test('session controls are the strictest of all policies that apply', () => {
    const session = (name: string, sessionControls: unknown) => policy(name, {}, null, { sessionControls })
    const combined = decide([
      session('a', {
        signInFrequency: { isEnabled: true, value: 1, type: 'days' },
        persistentBrowser: { isEnabled: true, mode: 'always' },
      }),
      session('b', {
        signInFrequency: { isEnabled: true, value: 8, type: 'hours' },
        persistentBrowser: { isEnabled: true, mode: 'never' },
      }),
      session('c', { signInFrequency: { isEnabled: false, frequencyInterval: 'everyTime' } }),
    ])
    expect(combined.session).toEqual({
      signInFrequency: { value: 8, type: 'hours' },
      persistentBrowser: { mode: 'never' },
    })
    expect(combined.decision).toBe('allow')
  })
  test('what report-only policies would do is told and changes nothing', () => {
    const combined = decide([withGrant('a', grant('OR', 'mfa')), policy('b', {}, grant('OR', 'block'), reporting)])
    expect(combined.decision).toBe('controls-required')
    expect(combined.ifReportOnlyEnforced).toEqual({ decision: 'block', policies: ['b'] })
  })
})

describe('a control can be met on its platforms, and on no other', () => {
  const every = ['windows', 'iOS', 'android', 'macOS', 'linux', 'windowsPhone']
  test.each<[string, readonly string[]]>([
    ['compliantDevice', ['windows', 'iOS', 'android', 'macOS', 'linux']],
    ['domainJoinedDevice', ['windows']],
    ['approvedApplication', ['iOS', 'android']],
    ['compliantApplication', ['windows', 'iOS', 'android']],
    ['mfa', every],
  ])('%s', (control, platforms) => {
    const met = every.filter(
      (devicePlatform) =>
        decide([withGrant('p', grant('OR', control))], { devicePlatform, at: Date.UTC(2023, 0, 1) }).decision ===
        'controls-required',
    )
    expect(met).toEqual(platforms)
  })
})
