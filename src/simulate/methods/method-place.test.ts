import { describe, expect, test } from 'vitest'
import { missing } from '../../vocabulary/facts.ts'
import { keysAdmitted, keysOf } from '../conditional-access/narrowed-keys.ts'
import { canonicalCombinations } from '../factors-of-strength.ts'
import { type Plan, tenantOf } from '../sign-in.fixture.ts'
import { combinationOf } from './cloud-method.ts'
import { methodPlace } from './method-place.ts'
import { telephonyServed } from './telephony.ts'

type Place = Parameters<typeof methodPlace>[1]

// Of a client these parts alone are read.
const at = (product: object, device?: object, on = '2026-05-01'): Place =>
  ({ client: { product, device }, tenant: tenantOf({}), at: Date.parse(on) }) as unknown as Place
const native = (platform: string, device?: object, on?: string): Place => at({ kind: 'outlook', platform }, device, on)
const registered = { registered: true }

describe('Windows Hello', () => {
  test.each([
    ['on a registered Windows device', native('windows', registered), 'fits'],
    ['on a Windows device that is not registered', native('windows', { registered: false }), 'no-hello-device'],
    ['on a Windows device of which nothing is known', native('windows'), missing],
    ['on a Mac', native('macOS', registered), missing],
    ['on any platform', native('any'), missing],
    ['on a Windows device, in a client of any platform', native('any', { platform: 'windows', ...registered }), 'fits'],
    ...['iOS', 'android', 'linux', 'windowsPhone', 'device'].map(
      (platform) => [`on ${platform}`, native(platform, registered), 'no-hello-device'] as const,
    ),
  ] as const)('%s', (_, place, expected) => expect(methodPlace('windowsHelloForBusiness', place)).toBe(expected))
})

describe('a QR code', () => {
  test.each([
    ['iOS', 'fits'],
    ['android', 'fits'],
    ['windows', 'no-mobile-device'],
    ['any', missing],
  ] as const)('on %s', (platform, expected) => expect(methodPlace('qrCodePin', native(platform))).toBe(expected))
})

describe('a passkey', () => {
  test.each([
    ['in a browser of a phone', at({ kind: 'browser', platform: 'android' }), 'fits'],
    ['in an app of android', native('android'), missing],
    ['in an app of iOS', native('iOS'), missing],
    ['in an app of a Mac', native('macOS'), missing],
    ['in an app of a registered phone', native('android', registered), 'fits'],
    ['in an app of Windows', native('windows'), 'fits'],
    ['in an app of any platform', native('any'), 'fits'],
    ['in PowerShell for Graph', at({ kind: 'powershell', platform: 'windows', takesPasskeys: true }), 'fits'],
    ['in that for SharePoint', at({ kind: 'powershell', takesPasskeys: false }), 'no-passkey-in-module'],
    ['in another PowerShell', at({ kind: 'powershell', id: 'azure-powershell', platform: 'windows' }), missing],
  ] as const)('%s', (_, place, expected) => expect(methodPlace('fido2', place)).toBe(expected))
})

describe('a passkey, before the vendor had it everywhere', () => {
  const browser = (platform: string, on: string) => at({ kind: 'browser', platform }, undefined, on)
  test.each([
    ['a browser of Android', browser('android', '2024-02-11'), 'no-passkey-here'],
    ['a browser of Android, between two pages', browser('android', '2024-02-12'), missing],
    ['a browser of Android, with the later page', browser('android', '2024-07-11'), 'fits'],
    ['an app of Android', native('android', registered, '2024-07-11'), 'no-passkey-here'],
    ['an app of Android, between two pages', native('android', registered, '2024-07-12'), missing],
    ['an app of Android, with the later page', native('android', registered, '2024-10-11'), 'fits'],
    ['an app of iOS', native('iOS', registered, '2023-06-29'), 'no-passkey-here'],
    ['an app of a Mac, between two pages', native('macOS', registered, '2023-06-30'), missing],
    ['an app of iOS, with the later page', native('iOS', registered, '2024-02-11'), 'fits'],
    ['a browser of iOS', browser('iOS', '2023-06-29'), 'fits'],
    ['an app of Windows', native('windows', registered, '2021-06-01'), 'fits'],
  ] as const)('%s', (_, place, expected) => expect(methodPlace('fido2', place)).toBe(expected))
})

test.each(['password,x509CertificateSingleFactor', 'password,x509CertificateMultiFactor'] as const)(
  'after a password a certificate does not work on iOS: %s',
  (combination) => {
    expect(methodPlace(combination, native('iOS'))).toBe('no-certificate-here')
    expect(methodPlace(combination, native('windows'))).toBe('fits')
    expect(methodPlace('x509CertificateMultiFactor', native('iOS'))).toBe('fits')
  },
)

test('methods are a combination in any order and any letters', () => {
  expect(combinationOf(['SMS', 'password'])).toBe('password,sms')
  expect(combinationOf(['sms', 'fido2'])).toBeUndefined()
  expect(canonicalCombinations(['SMS, Password'])).toEqual(['password,sms'])
})

const strength = { narrowed: new Set(['fido2']), keys: new Map([['fido2', ['k1', 'k2']]]) }

describe('passkeys of a strength that names some models', () => {
  test.each([
    ['one that is named', ['K1'], 'all'],
    ['several that are named', ['k1', 'k2'], 'all'],
    ['one of which is named', ['k1', 'k3'], 'some'],
    ['none that is named', ['k3'], 'none'],
    ['none at all', [], 'unknown'],
    ['any', undefined, 'unknown'],
  ] as const)('%s', (_, keys, expected) => expect(keysAdmitted(strength, 'FIDO2', keys)).toBe(expected))

  test('another combination, and a strength of which nobody knows the models', () => {
    expect(keysAdmitted(strength, 'deviceBasedPush', undefined)).toBe('all')
    expect(keysAdmitted({ narrowed: strength.narrowed }, 'fido2', ['k1'])).toBe('unknown')
  })

  test('are known where each of them is stated', () => {
    expect(keysOf(['k1', { aaGuid: 'k2' }])).toEqual(['k1', 'k2'])
    expect(keysOf(['k1', {}])).toBeUndefined()
    expect(keysOf([])).toEqual([])
    expect(keysOf(undefined)).toBeUndefined()
  })
})

describe('text messages and calls', () => {
  const plan = (asOf: string): Plan => ({ asOf, tenant: { createdDateTime: '2018-03-01' } })
  const served = (asOf: string, user: object) => {
    const tenant = tenantOf(plan(asOf))
    return telephonyServed({ tenant, at: tenant.asOf, user: { kind: 'user', accountHome: 'here', ...user } })
  }
  const between = '2027-03-01'
  const administrator = new Set(['62e90394-69f5-4237-9190-012177145e10'])
  test.each([
    ['before the end', '2026-01-01', { roles: new Set<string>() }, 'yes'],
    ['of most people', between, { roles: new Set<string>() }, 'no'],
    ['of Global Administrators, who keep them longer', between, { roles: administrator }, 'yes'],
    ['of people whose roles are unknown', between, {}, missing],
    [
      'of guests of another tenant, who keep them longer',
      between,
      { kind: 'guest', accountHome: 'entra-tenant' },
      'yes',
    ],
    ['of guests with an account here', between, { kind: 'guest', roles: new Set<string>() }, 'no'],
    [
      'of members from another tenant',
      between,
      { kind: 'user', accountHome: 'entra-tenant', roles: new Set<string>() },
      'no',
    ],
  ] as const)('%s', (_, asOf, user, expected) => expect(served(asOf, user)).toBe(expected))
})
