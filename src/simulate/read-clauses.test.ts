import { describe, expect, test } from 'vitest'
import { missing } from '../vocabulary/facts.ts'
import { boundTokenWord } from './conditional-access/clauses.ts'
import type { FactorsOfPerson } from './factors-of-strength.ts'
import type { LegContext } from './leg-context.ts'
import { readClauses, unaskedMfa, whyNever } from './read-clauses.ts'

const strength = (id: string, ...allowedCombinations: readonly string[]) => ({
  id,
  allowedCombinations,
  narrowed: new Set(),
})
const strengths = [strength('several', 'password,sms'), strength('one', 'password'), strength('either', 'fido2', 'sms')]
const word = (id: string): string => `authenticationStrength:${id}`

interface Seen {
  readonly device?: object
  readonly signals?: object
  readonly trust?: object
  readonly home?: string
  readonly kind?: string
}

function contextOf({ device, signals = {}, trust, home = 'here', kind = 'outlook' }: Seen): LegContext {
  const context = {
    client: { product: { kind }, device: device && { properties: {}, ...device } },
    request: { signals },
    user: { accountHome: home, homeTenant: undefined },
    tenant: {
      conditionalAccess: { policies: [], authenticationStrengths: strengths },
      crossTenantAccess: trust === undefined ? undefined : { default: trust, partners: new Map() },
    },
  }
  // Of a leg these parts alone are read.
  return context as unknown as LegContext
}

const managed: FactorsOfPerson = { homeRealm: 'managed' }
const read = (clauses: readonly (readonly string[])[], seen: Seen = {}) => {
  const { decision, demandsMfa, open, unseen } = readClauses(clauses, contextOf(seen), managed)
  return { decision, demandsMfa, open, unseen: unseen.map((one) => one.missing.join()) }
}

const required = (demandsMfa: unknown, open: readonly string[] = [], unseen: readonly string[] = []) => ({
  decision: 'controls-required',
  demandsMfa,
  open,
  unseen,
})
const kept = (decision: string, unseen: readonly string[] = []) => ({ decision, demandsMfa: 'no', open: [], unseen })
const stated = { device: { properties: { isCompliant: 'False', trustType: 'Workplace' } } }

describe('what is left to be met', () => {
  test.each([
    ['a second factor', [['mfa']], {}, required('yes')],
    ['a second factor of another provider', [['customAuthenticationFactor:1']], {}, required('elsewhere')],
    ['a strength of several factors', [[word('several')]], {}, required('yes')],
    ['a strength that a password satisfies', [[word('one')]], {}, required('no')],
    ['a strength that depends on the methods', [[word('either')]], {}, required(missing, ['methods'], ['methods'])],
    ['a strength that the tenant does not have', [[word('other')]], {}, required('yes')],
    ['what else a user can do', [['termsOfUse']], {}, required('no')],
    [
      'a managed device, of which nothing is known',
      [['compliantDevice']],
      {},
      { decision: missing, demandsMfa: missing, open: ['deviceInfo.isCompliant'], unseen: ['deviceInfo.isCompliant'] },
    ],
    ['a managed device that is not', [['compliantDevice']], stated, kept('device-not-compliant')],
    ['a joined device that is not', [['domainJoinedDevice']], stated, kept('device-not-joined')],
    [
      'an approved app that is not',
      [['approvedApplication']],
      { signals: { satisfied: [] } },
      kept('app-not-approved'),
    ],
    ['a protected app that is not', [['compliantApplication']], { signals: { satisfied: [] } }, kept('cannot-satisfy')],
    [
      'an approved app, of which nothing is known',
      [['approvedApplication']],
      stated,
      {
        decision: missing,
        demandsMfa: missing,
        open: ['satisfied.approvedApplication'],
        unseen: ['satisfied.approvedApplication'],
      },
    ],
    [
      'a managed device or a second factor',
      [['compliantDevice', 'mfa']],
      {},
      required(missing, ['deviceInfo.isCompliant'], ['deviceInfo.isCompliant']),
    ],
    ['the second factor alone is left', [['compliantDevice', 'mfa']], stated, required('yes')],
    [
      'a managed device or terms of use',
      [['compliantDevice', 'termsOfUse']],
      {},
      required('no', [], ['deviceInfo.isCompliant']),
    ],
    ['a managed device, and a second factor', [['mfa'], ['compliantDevice']], stated, kept('device-not-compliant')],
    [
      'the first control gives the reason',
      [['domainJoinedDevice', 'compliantDevice']],
      stated,
      kept('device-not-joined'),
    ],
  ] as const)('%s', (_, clauses, seen, expected) => {
    expect(read(clauses, seen)).toEqual(expected)
  })
})

describe('the state of a device is known', () => {
  const compliance = (seen: Seen) => read([['compliantDevice']], seen).decision
  const join = (seen: Seen) => read([['domainJoinedDevice']], seen).decision
  const trusting = (isCompliantDeviceAccepted: boolean, isHybridAzureADJoinedDeviceAccepted: boolean) => ({
    home: 'entra-tenant',
    trust: { isCompliantDeviceAccepted, isHybridAzureADJoinedDeviceAccepted, isMfaAccepted: false },
  })
  test.each([
    ['of no declared device', {}, missing, missing],
    ['of a device of which nothing is stated', { device: {} }, missing, missing],
    ['of one that is not registered', { device: { registered: false } }, 'device-not-compliant', 'device-not-joined'],
    ['of one that is registered by its user', { device: { registered: true } }, missing, 'device-not-joined'],
    ['of one that is no member of the domain', { device: { domainJoined: false } }, missing, 'device-not-joined'],
    ['of one that is a member', { device: { domainJoined: true } }, missing, missing],
    ['by its compliance', { device: { properties: { isCompliant: 'False' } } }, 'device-not-compliant', missing],
    ['by the sign-in', { signals: { deviceInfo: { trustType: 'Workplace' } } }, missing, 'device-not-joined'],
    ['of an outsider, by the trust in devices', trusting(false, true), 'device-not-compliant', missing],
    [
      'of an outsider without a home tenant',
      { home: 'one-time-passcode' },
      'device-not-compliant',
      'device-not-joined',
    ],
    ['of an outsider, by the trust in joins', trusting(true, false), missing, 'device-not-joined'],
  ] as const)('%s', (_, seen, compliant, joined) => {
    expect([compliance(seen), join(seen)]).toEqual([compliant, joined])
  })
})

test.each([
  ['demands a second factor', [['mfa']], 'demanded'],
  ['demands what depends on the methods', [['termsOfUse'], [word('either')]], 'demanded'],
  ['is content with a password', [[word('one')]], 'open'],
  ['demands something else', [['compliantDevice']], 'none'],
] as const)('a program that only sends a password: the policy %s', (_, clauses, expected) => {
  expect(unaskedMfa(clauses, contextOf({}), managed)).toBe(expected)
})

describe('why a sign-in can never meet', () => {
  test.each([
    ['a bound token', [[boundTokenWord]], {}, 'token-not-bound'],
    ['a bound token, or something else', [[boundTokenWord, 'mfa']], {}, 'cannot-satisfy'],
    [
      'anything in a shared room',
      [['compliantDevice']],
      { sharedDevice: 'room', devicePlatform: 'other' },
      'cannot-satisfy',
    ],
    ['a strength, where a user signs in', [[word('several')]], { interactive: true }, 'methods-not-enough'],
    ['a strength, where nobody does', [[word('several')]], { interactive: false }, 'cannot-satisfy'],
    ['a strength or a second factor', [[word('several'), 'mfa']], { interactive: true }, 'cannot-satisfy'],
    [
      'a managed device on a platform without one',
      [['compliantDevice']],
      { devicePlatform: 'chromeOS' },
      'platform-unsupported',
    ],
    ['a managed device on Linux', [['compliantDevice']], { devicePlatform: 'linux' }, 'cannot-satisfy'],
    ['a joined device on a Mac', [['domainJoinedDevice']], { devicePlatform: 'macOS' }, 'device-not-joined'],
    ['an approved app on iOS', [['approvedApplication']], { devicePlatform: 'iOS' }, 'app-not-approved'],
    ['a joined device on android', [['domainJoinedDevice']], { devicePlatform: 'android' }, 'device-not-joined'],
    ['a joined device on Windows', [['domainJoinedDevice']], { devicePlatform: 'windows' }, 'device-not-joined'],
    ['a joined device of unknown platform', [['domainJoinedDevice']], {}, 'cannot-satisfy'],
    [
      'a joined device with a code',
      [['domainJoinedDevice']],
      { devicePlatform: 'macOS', authenticationFlow: 'deviceCodeFlow' },
      'cannot-satisfy',
    ],
    ['a second factor', [['mfa']], { devicePlatform: 'windows' }, 'cannot-satisfy'],
    ['a bound token beside a second factor', [['mfa'], [boundTokenWord]], {}, 'token-not-bound'],
    ['a bound token or a second factor', [['mfa', boundTokenWord]], {}, 'cannot-satisfy'],
  ] as const)('%s', (_, clauses, never, expected) => {
    expect(whyNever(clauses, never as Parameters<typeof whyNever>[1])).toBe(expected)
  })
})
