import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../trace/verdict.ts'
import { missing } from '../../vocabulary/facts.ts'
import { federated, legsOf, type Plan, policy } from '../sign-in.fixture.ts'

const rollout = (state: string) => [{ change: 'systemPreferredFirstFactorRollout', state }]

interface Case {
  readonly methods: readonly string[]
  readonly state?: string
  readonly grant?: object
  readonly device?: object
}

/** What a user with these methods presents in a browser of a Windows device, once the vendor orders the first factor. */
function presents({ methods, state = 'applied', grant, device = { registered: true } }: Case): string {
  const plan: Plan = {
    asOf: '2026-05-01',
    tenant: {
      licences: ['p1'],
      rollouts: rollout(state),
      devices: [{ name: 'pc', platform: 'windows', ...device }],
      clients: [{ name: 'on-pc', client: 'browser', device: 'pc' }],
    },
    user: { methods },
    ...(grant === undefined ? {} : { policies: [policy({ ...grant })] }),
  }
  const verdict = legsOf(plan, { client: 'on-pc' }).map(verdictOf).at(-1)
  return verdict?.kind === 'signs-in' ? (verdict.presents ?? '-') : (verdict?.kind ?? 'none')
}

const mfa = { builtInControls: ['mfa'] }

describe('whether Microsoft Entra ID checks the first factor itself', () => {
  const of = (methods: readonly string[], domain: Plan['domain'] = {}, state = 'applied') =>
    legsOf(
      { asOf: '2026-05-01', domain, tenant: { rollouts: rollout(state) }, user: { methods } },
      { client: 'browser' },
    ).at(-1)?.facts.cloudMethod
  test.each([
    [['temporaryAccessPassOneTime'], 'yes'],
    [['temporaryAccessPassMultiUse'], 'yes'],
    [['fido2'], 'yes'],
    [['deviceBasedPush'], 'yes'],
    [['sms', 'deviceBasedPush'], 'yes'],
    [['sms'], 'no'],
    [['windowsHelloForBusiness'], 'no'],
  ] as const)('of a user with %j', (methods, expected) => expect(of(methods)).toBe(expected))

  test('not before the vendor orders the first factor', () => {
    expect(of(['deviceBasedPush'], {}, 'not-applied')).toBe('no')
  })

  test.each([
    [['temporaryAccessPassMultiUse'], 'yes'],
    [['temporaryAccessPassOneTime', 'temporaryAccessPassMultiUse'], 'yes'],
    [['temporaryAccessPassMultiUse', 'sms'], 'yes'],
    [['microsoftAuthenticatorPush', 'temporaryAccessPassOneTime', 'fido2'], 'yes'],
    [['fido2'], 'no'],
    [[], 'no'],
  ] as const)('of a federated user with %j', (methods, expected) => expect(of(methods, federated)).toBe(expected))
})

describe('where the password fails on-premises, it is open whether the user presents another method', () => {
  const of = (user: object, domain: NonNullable<Plan['domain']>) =>
    legsOf({ asOf: '2025-06-01', domain, user: { onPremisesSyncEnabled: true, ...user } }, { client: 'browser' }).at(-1)
      ?.facts.cloudMethod
  const passThrough = { managedSignIn: 'pass-through' }
  const states = ['locked', 'expired', 'password-expired', 'outside-logon-hours']
  test.each(states)('%s', (onPremisesAccountState) => {
    expect(of({ methods: ['fido2'], onPremisesAccountState }, passThrough)).toBe(missing)
    expect(of({ methods: ['fido2'], onPremisesAccountState }, federated)).toBe(missing)
    expect(of({ methods: ['sms'], onPremisesAccountState }, passThrough)).toBe('no')
    expect(of({ methods: ['fido2'], onPremisesAccountState }, {})).toBe('no')
  })

  test.each([
    ['an identity provider that nobody on the internet reaches', { reachableFromInternet: false }, 'cannot-sign-in'],
    ['an access rule that denies', { accessRules: ['block-all-external'] }, 'blocked'],
  ])('%s', (_, provider, otherwise) => {
    const ended = (methods: readonly string[]) =>
      legsOf({ asOf: '2025-06-01', domain: federated, provider, user: { methods } }, { client: 'browser' })
        .map(verdictOf)
        .at(-1)
    expect(ended(['fido2'])).toMatchObject({
      kind: 'undetermined',
      missing: expect.arrayContaining(['methods']),
    })
    expect(ended(['sms'])).toMatchObject({ kind: otherwise })
  })

  test.each([[{ reachableFromInternet: false }], [{ accessRules: ['block-all-external'] }]])(
    'a pass is preferred over federation, whatever else is registered: %j',
    (provider) => {
      const methods = ['temporaryAccessPassOneTime', 'microsoftAuthenticatorPush']
      const legs = legsOf({ asOf: '2025-06-01', domain: federated, provider, user: { methods } }, { client: 'browser' })
      expect(legs.map(verdictOf).at(-1)).toMatchObject({ kind: 'signs-in', verifier: 'entra-id' })
    },
  )

  test('not where it works, or the account is disabled there and so in the cloud', () => {
    expect(of({ methods: ['fido2'] }, passThrough)).toBe('no')
    expect(of({ methods: ['fido2'], onPremisesAccountState: 'disabled' }, passThrough)).toBe('no')
  })
})

describe('without a demand for a second factor', () => {
  test.each([
    ['a passkey before a text message', ['sms', 'fido2'], 'fido2'],
    ['a pass for several uses', ['temporaryAccessPassMultiUse', 'sms'], 'temporaryAccessPassMultiUse'],
    ['a pass for one use', ['temporaryAccessPassOneTime', 'fido2'], 'temporaryAccessPassOneTime'],
    ['a push without a password', ['deviceBasedPush', 'sms'], 'deviceBasedPush'],
    ['a certificate', ['x509CertificateMultiFactor', 'sms'], 'x509CertificateMultiFactor'],
    ['the choice of the user between two that rank alike', ['fido2', 'windowsHelloForBusiness'], '-'],
    ['a lone Windows Hello may be passed over', ['windowsHelloForBusiness', 'sms'], '-'],
    ['the password, where a QR code cannot be read', ['qrCodePin', 'sms'], 'password'],
  ] as const)('%s', (_, methods, expected) => expect(presents({ methods })).toBe(expected))
})

describe('where a second factor is demanded', () => {
  test('a certificate of one factor is presented with the password, if that is all that is admissible', () => {
    expect(presents({ methods: ['x509CertificateSingleFactor'], grant: mfa })).toBe(
      'password,x509CertificateSingleFactor',
    )
    expect(presents({ methods: ['x509CertificateSingleFactor', 'sms'], grant: mfa })).toBe('-')
  })

  test.each([
    ['a passkey', ['sms', 'fido2'], 'applied', 'fido2'],
    ['the stronger of two second factors', ['sms', 'softwareOath'], 'applied', 'password,softwareOath'],
    ['the only one', ['sms'], 'applied', 'password,sms'],
    ['the choice of the user between two that rank alike', ['softwareOath', 'hardwareOath'], 'applied', '-'],
    ['the same before the first is ordered', ['softwareOath', 'hardwareOath'], 'not-applied', '-'],
    [
      'the stronger second factor, before the first is ordered',
      ['sms', 'softwareOath'],
      'not-applied',
      'password,softwareOath',
    ],
    ['the choice of the user, before the first is ordered', ['sms', 'fido2'], 'not-applied', '-'],
  ] as const)('%s', (_, methods, state, expected) => {
    expect(presents({ methods, state, grant: mfa })).toBe(expected)
  })
})
