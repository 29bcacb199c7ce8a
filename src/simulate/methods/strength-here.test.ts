import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../trace/verdict.ts'
import { legsOf, type Plan, policy } from '../sign-in.fixture.ts'

const key = 'de1e552d-db1d-4423-a619-566b625cdc84'
const strengths = {
  'phishing-resistant': { id: '00000000-0000-0000-0000-000000000004' },
  'certain keys': {
    ...{ id: 'keys', displayName: 'keys', policyType: 'custom', allowedCombinations: ['fido2'] },
    combinationConfigurations: [
      {
        '@odata.type': '#microsoft.graph.fido2CombinationConfiguration',
        ...{ appliesToCombinations: ['fido2'], allowedAAGUIDs: [key] },
      },
    ],
  },
  'certain issuers': {
    ...{ id: 'issuers', displayName: 'issuers', policyType: 'custom' },
    allowedCombinations: ['x509CertificateMultiFactor'],
    combinationConfigurations: [
      {
        '@odata.type': '#microsoft.graph.x509CertificateCombinationConfiguration',
        ...{ appliesToCombinations: ['x509CertificateMultiFactor'], allowedIssuerSkis: ['9A42'] },
      },
    ],
  },
  'QR code': { id: 'qr', displayName: 'qr', policyType: 'custom', allowedCombinations: ['qrCodePin'] },
}

interface Case {
  readonly strength: keyof typeof strengths
  readonly user: NonNullable<Plan['user']>
  readonly platform?: string
  readonly beside?: readonly string[]
}

/** How a sign-in ends in a browser of an unregistered device where a policy demands this strength, or something beside it. */
function endsWith({ strength, user, platform = 'windows', beside = [] }: Case): string {
  const plan: Plan = {
    asOf: '2025-06-01',
    tenant: {
      licences: ['p1'],
      devices: [{ name: 'device', platform, registered: false }],
      clients: [{ name: 'there', client: 'browser', device: 'device' }],
    },
    user,
    policies: [policy({ builtInControls: beside, authenticationStrength: strengths[strength] })],
  }
  const verdict = legsOf(plan, { client: 'there' }).map(verdictOf).at(-1)
  return verdict?.kind === 'undetermined' ? verdict.missing.join() : (verdict?.kind ?? 'none')
}

const push = 'microsoftAuthenticatorPush'

describe('a strength that admits a method of the user', () => {
  const key2 = 'ee882879-721c-4913-9775-3dfcce97072a'
  test.each<readonly [name: string, given: Case, expected: string]>([
    ['a passkey', { strength: 'phishing-resistant', user: { methods: ['fido2'] } }, 'signs-in'],
    ...(['windows', 'iOS', 'android', 'linux'] as const).map(
      (platform) =>
        [
          `Windows Hello of another device, ${platform}`,
          { strength: 'phishing-resistant', user: { methods: ['windowsHelloForBusiness', push] }, platform },
          'methodPlace',
        ] as const,
    ),
    ['keys that are not stated', { strength: 'certain keys', user: { methods: ['fido2', push] } }, 'methodEnough'],
    ['the key', { strength: 'certain keys', user: { methods: ['fido2'], passkeys: [key] } }, 'signs-in'],
    [
      'the key among others',
      { strength: 'certain keys', user: { methods: ['fido2'], passkeys: [key, key2] } },
      'signs-in',
    ],
    [
      'a certificate of some issuer',
      { strength: 'certain issuers', user: { methods: ['x509CertificateMultiFactor'] } },
      'methodEnough',
    ],
    ['a QR code on a phone', { strength: 'QR code', user: { methods: ['qrCodePin'] }, platform: 'iOS' }, 'signs-in'],
    ['a QR code on a computer', { strength: 'QR code', user: { methods: ['qrCodePin'] } }, 'methodPlace'],
    [
      'MFA would do as well',
      { strength: 'certain keys', user: { methods: ['fido2', push] }, beside: ['mfa'] },
      'signs-in',
    ],
    [
      'a device that is not compliant stands beside',
      { strength: 'certain keys', user: { methods: ['fido2', push] }, beside: ['compliantDevice'] },
      'methodEnough',
    ],
  ])('%s', (_, given, expected) => expect(endsWith(given)).toBe(expected))
})

describe('a strength of someone whose MFA at home counts', () => {
  const outsider = (methods: readonly string[] | undefined, id: string, signals = {}) => {
    const guest = { userType: 'Guest', externalUserType: 'b2bCollaborationGuest', externalTenantId: '2222-b' }
    const plan: Plan = {
      asOf: '2026-06-01',
      tenant: { licences: ['p1'], crossTenantAccess: { default: { inboundTrust: { isMfaAccepted: true } } } },
      user: { ...guest, methods },
      policies: [policy({ authenticationStrength: { id } })],
    }
    const verdict = legsOf(plan, { client: 'browser', signals }).map(verdictOf).at(-1)
    return verdict?.kind === 'undetermined' ? verdict.missing.join() : (verdict?.kind ?? 'none')
  }
  const [multifactor, phishingResistant] = [2, 4].map((last) => `00000000-0000-0000-0000-00000000000${last}`)
  test.each([[undefined], [[]], [[push]]])('whose stated methods do not meet it: %j', (methods) => {
    expect(outsider(methods, `${phishingResistant}`)).toBe('methods')
    expect(outsider(methods, `${phishingResistant}`, { methods: ['fido2'] })).toBe('signs-in')
    expect(outsider(methods, `${multifactor}`)).toBe('signs-in')
  })

  test('who is known to have a method that does', () => {
    expect(outsider(['fido2'], `${phishingResistant}`)).toBe('signs-in')
  })
})
