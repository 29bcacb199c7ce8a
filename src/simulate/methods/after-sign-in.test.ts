import { describe, expect, test } from 'vitest'
import { legsOf, type Plan, policy } from '../sign-in.fixture.ts'

const mfa = [policy({ builtInControls: ['mfa'] })]

function assumedOf(tenant: object, user: NonNullable<Plan['user']>, more: Partial<Plan> = {}): readonly string[] {
  const plan: Plan = { asOf: '2025-06-01', tenant: { licences: ['p1'], ...tenant }, user, policies: mfa, ...more }
  return legsOf(plan, { client: 'browser' }).flatMap(({ steps }) =>
    steps.flatMap((step) =>
      step.kind === 'assumption' && /campaign|certificate/.test(step.default ?? '') ? [step.default ?? ''] : [],
    ),
  )
}

const methods = ['Sms', 'Voice', 'SoftwareOath', 'MicrosoftAuthenticator', 'Fido2']
const allowed = (id: string): object => ({ id, state: 'enabled', includeTargets: [{ id: 'all_users' }] })

const campaign = (changes: object, more: readonly string[] = []): object => ({
  authenticationMethodsPolicy: {
    policyMigrationState: 'migrationComplete',
    authenticationMethodConfigurations: [...methods, ...more].map(allowed),
    registrationEnforcement: {
      authenticationMethodsRegistrationCampaign: {
        state: 'enabled',
        includeTargets: [{ id: 'all_users', targetedAuthenticationMethod: 'microsoftAuthenticator' }],
        ...changes,
      },
    },
  },
})

describe('a registration campaign is assumed to be postponed', () => {
  test.each([
    ['by a user who lacks Authenticator', {}, ['softwareOath'], 1],
    ['not by one who has it', {}, ['sms', 'microsoftAuthenticatorPush'], 0],
    ['not by one whose phone signs in', {}, ['deviceBasedPush'], 0],
    ['as the vendor manages it, by one with calls', { state: 'default' }, ['voice'], 1],
    [
      'not by one who has a passkey',
      { includeTargets: [{ id: 'all_users', targetedAuthenticationMethod: 'fido2' }] },
      ['fido2'],
      0,
    ],
    ['not where it is off', { state: 'disabled' }, ['sms'], 0],
    ['as the vendor manages it, by one with text messages', { state: 'default' }, ['sms'], 1],
    ['and not by one without', { state: 'default' }, ['softwareOath'], 0],
    ['not by someone excluded', { excludeTargets: [{ id: 'all_users' }] }, ['sms'], 0],
    ['not by someone it does not name', { includeTargets: [{ id: 'Sales' }] }, ['sms'], 0],
    [
      'by a user who lacks a passkey',
      { includeTargets: [{ id: 'all_users', targetedAuthenticationMethod: 'fido2' }] },
      ['microsoftAuthenticatorPush'],
      1,
    ],
  ] as const)('%s', (_, changes, methods, times) => {
    const expected = Array.from({ length: times }, () => 'presumed-campaign-postponed')
    expect(assumedOf(campaign(changes), { methods, groups: [] })).toEqual(expected)
  })

  test.each<[string, object, NonNullable<Plan['user']>, number]>([
    [
      'by a user who lacks a passkey, by its newer name',
      { includeTargets: [{ id: 'all_users', targetedAuthenticationMethod: 'passkey' }] },
      { methods: ['sms'] },
      1,
    ],
    [
      'not by one who has it, by its newer name',
      { includeTargets: [{ id: 'all_users', targetedAuthenticationMethod: 'passkey' }] },
      { methods: ['fido2'] },
      0,
    ],
    [
      'perhaps by someone whose groups nobody says',
      { includeTargets: [{ id: 'Sales', targetedAuthenticationMethod: 'fido2' }] },
      { methods: ['sms'], groups: undefined },
      1,
    ],
    ['not for a method that nobody names', { includeTargets: [{ id: 'all_users' }] }, { methods: ['sms'] }, 0],
    ['not by a user of whom nobody says the methods', {}, { methods: undefined }, 0],
    [
      'not by an outsider',
      {},
      {
        userType: 'Guest',
        externalUserType: 'b2bCollaborationGuest',
        homeIdentity: 'one-time-passcode',
        methods: ['sms'],
        mailbox: 'none',
      },
      0,
    ],
  ])('%s', (_, changes, user, times) => {
    const expected = Array.from({ length: times }, () => 'presumed-campaign-postponed')
    expect(assumedOf(campaign(changes), { groups: [], ...user })).toEqual(expected)
  })

  test.each([
    ['windows', 1],
    ['macOS', 1],
    ['iOS', 0],
    ['android', 0],
  ])('on a device with %s: %i times', (platform, times) => {
    const device = {
      devices: [{ name: 'device', platform }],
      clients: [{ name: 'on-device', client: 'browser', device: 'device' }],
    }
    const plan: Plan = {
      asOf: '2025-06-01',
      tenant: { licences: ['p1'], ...campaign({}), ...device },
      user: { methods: ['sms'], groups: [] },
      policies: mfa,
    }
    const assumed = legsOf(plan, { client: 'on-device' }).flatMap(({ steps }) =>
      steps.filter((step) => step.kind === 'assumption' && step.default === 'presumed-campaign-postponed'),
    )
    expect(assumed).toHaveLength(times)
  })

  test('beside what is assumed of a certificate', () => {
    expect(
      assumedOf(campaign({}, ['X509Certificate']), { methods: ['x509CertificateSingleFactor', 'softwareOath'] }),
    ).toEqual(['presumed-certificate', 'presumed-campaign-postponed'])
  })

  test('nor where MFA is not asked', () => {
    expect(assumedOf(campaign({}), { methods: ['sms'] }, { policies: [] })).toEqual([])
  })
})

describe('a certificate is assumed to be valid and bound', () => {
  test('of a user who can present one', () => {
    expect(assumedOf({}, { methods: ['x509CertificateMultiFactor'] })).toEqual(['presumed-certificate'])
  })
  test('and of no other', () => {
    expect(assumedOf({}, { methods: ['fido2'] })).toEqual([])
  })
})
