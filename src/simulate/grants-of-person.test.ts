import { describe, expect, test } from 'vitest'
import { methodsGivenByOutsiders } from '../catalog/methods-of-outsiders.ts'
import { authenticationMethods } from '../vocabulary/methods.ts'
import type { Signals } from '../vocabulary/requests.ts'
import { grantsOfPerson } from './grants-of-person.ts'
import { tenantOf } from './sign-in.fixture.ts'

type Facts = Parameters<typeof grantsOfPerson>[3]

const tenant = tenantOf({})

/** What someone with these methods, registered or not, could use and register, as the provider of the domain has it. */
function grantsOf(user: object, facts: Facts, signals: Signals = {}) {
  return grantsOfPerson({ tenant, at: tenant.asOf }, user, signals, facts)
}

const managed = { homeRealm: 'managed', idpPerformsMfa: 'no' } as const satisfies Facts
const federated = (behavior: Facts['federatedIdpMfaBehavior'], idpPerformsMfa: 'yes' | 'no' = 'yes') =>
  ({ homeRealm: 'federated', idpPerformsMfa, federatedIdpMfaBehavior: behavior }) as Facts

describe('the methods that someone could use', () => {
  const own = { methods: ['sms'] }
  test.each<[string, Facts, readonly string[]]>([
    ['the password and what is registered', managed, ['password', 'sms']],
    [
      'the second factor of the identity provider besides what is registered',
      federated('acceptIfMfaDoneByFederatedIdp'),
      ['federatedSingleFactor', 'sms', 'federatedMultiFactor'],
    ],
    [
      'what is registered, where the identity provider has no second factor',
      federated('acceptIfMfaDoneByFederatedIdp', 'no'),
      ['federatedSingleFactor', 'sms'],
    ],
    [
      'what is registered, where that of the identity provider is rejected',
      federated('rejectMfaByFederatedIdp'),
      ['federatedSingleFactor', 'sms'],
    ],
    [
      'the second factor of the identity provider alone, where it is enforced',
      federated('enforceMfaByFederatedIdp'),
      ['federatedSingleFactor', 'federatedMultiFactor'],
    ],
    [
      'the first factor alone, where a second one is enforced that the provider lacks',
      federated('enforceMfaByFederatedIdp', 'no'),
      ['federatedSingleFactor'],
    ],
  ])('%s', (_, facts, expected) => expect(grantsOf(own, facts).availableMethods).toEqual(expected))

  test('do not depend on an identity provider to which nobody is sent', () => {
    const facts = { ...federated('enforceMfaByFederatedIdp'), homeRealm: 'managed' } as Facts
    expect(grantsOf(own, facts).availableMethods).toEqual(['password', 'sms'])
  })

  test('are those that the vendor still delivers', () => {
    const ended = { tenant, at: Date.UTC(2030, 0, 1) }
    const user = { kind: 'user', accountHome: 'here', roles: new Set<string>(), methods: ['sms', 'fido2'] } as const
    expect(grantsOfPerson(ended, user, {}, managed).availableMethods).toEqual(['password', 'fido2'])
  })

  test('are not known where nobody states them', () => {
    expect(grantsOf({}, managed).availableMethods).toBeUndefined()
  })
})

describe('what someone without a method is asked to register', () => {
  const unregistered = { methods: [], mfaRegistered: false }
  test.each<[string, object, Facts, boolean]>([
    ['something', unregistered, managed, true],
    ['something of a federated domain', unregistered, federated('acceptIfMfaDoneByFederatedIdp'), true],
    ['nothing where the identity provider is to ask', unregistered, federated('enforceMfaByFederatedIdp'), false],
    ['nothing where one is registered', { methods: ['sms'], mfaRegistered: true }, managed, false],
    ['nothing where nobody says', {}, managed, false],
  ])('%s', (_, user, facts, expected) => {
    const { registrableMethods } = grantsOf(user, facts)
    expect(registrableMethods !== undefined && registrableMethods.length > 0).toBe(expected)
  })
})

describe('the methods that a sign-in says were used', () => {
  const used = { methods: ['password', 'federatedMultiFactor', 'sms'] }
  test('count, but for those of an identity provider that the domain rejects', () => {
    expect(grantsOf({}, managed, used).methods).toEqual(used.methods)
    const rejecting = { domain: { federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp' } }
    expect(grantsOf(rejecting, managed, used).methods).toEqual(['password', 'sms'])
  })

  const access = (isMfaAccepted: boolean) =>
    tenantOf({ tenant: { crossTenantAccess: { default: { inboundTrust: { isMfaAccepted } } } } })
  const stated = (accountHome: string, isMfaAccepted: boolean) => {
    const where = access(isMfaAccepted)
    return grantsOfPerson(
      { tenant: where, at: where.asOf },
      { accountHome } as object,
      { methods: authenticationMethods },
      {},
    ).methods
  }
  const here = authenticationMethods.filter((method) => methodsGivenByOutsiders.has(method.toLowerCase()))
  test.each<[string, boolean, readonly string[]]>([
    ['here', false, authenticationMethods],
    ['entra-tenant', true, authenticationMethods],
    ['entra-tenant', false, here],
    ['direct-connect', true, authenticationMethods],
    ['direct-connect', false, []],
    ['microsoft-account', true, here],
    ['other-identity-provider', true, here],
    ['one-time-passcode', true, here],
  ])('%s, where MFA of other tenants is trusted: %s', (home, trusted, expected) =>
    expect(stated(home, trusted)).toEqual(expected),
  )
})

describe('the claim of a second factor', () => {
  const rejecting = { domain: { federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp' } }
  const trusted = tenantOf({ tenant: { crossTenantAccess: { default: { inboundTrust: { isMfaAccepted: true } } } } })
  const of = (user: object, mfaClaim: Signals['mfaClaim'] & string, where = tenant) =>
    grantsOfPerson({ tenant: where, at: where.asOf }, user, { mfaClaim }, managed).mfaClaim
  const outsider = { accountHome: 'entra-tenant' }

  test.each<[string, object, Signals['mfaClaim'] & string, typeof tenant, Signals['mfaClaim']]>([
    ['is as it says', {}, 'entra-id', tenant, 'entra-id'],
    ['of the identity provider counts', {}, 'federated-idp', tenant, 'federated-idp'],
    ['of the identity provider is rejected where the domain rejects it', rejecting, 'federated-idp', tenant, 'none'],
    ['of the cloud is not', rejecting, 'entra-id', tenant, 'entra-id'],
    ['of another tenant is nothing for someone at home here', {}, 'home-tenant', trusted, 'none'],
    ['of an outsider is one of the home tenant where that is trusted', outsider, 'entra-id', trusted, 'home-tenant'],
    ['of an outsider is none where it is not', outsider, 'entra-id', tenant, 'none'],
    ['that an outsider lacks is none', outsider, 'none', trusted, 'none'],
  ])('%s', (_, user, claim, where, expected) => expect(of(user, claim, where)).toBe(expected))
})

describe('what someone who can pass MFA is asked to register besides', () => {
  const registered = { kind: 'user', accountHome: 'here', methods: ['softwareOath'], mfaRegistered: true } as const
  test.each<[string, object, Facts, boolean]>([
    ['something', registered, managed, true],
    ['something of a federated domain', registered, federated('acceptIfMfaDoneByFederatedIdp'), true],
    ['nothing where the identity provider is to ask', registered, federated('enforceMfaByFederatedIdp'), false],
    ['nothing where none is registered', { ...registered, mfaRegistered: false }, managed, false],
    ['nothing where nobody says whether one is', { ...registered, mfaRegistered: undefined }, managed, false],
    ['nothing where nobody says which', { ...registered, methods: undefined }, managed, false],
  ])('%s', (_, user, facts, expected) => {
    const { strengtheningMethods } = grantsOf(user, facts)
    expect(strengtheningMethods !== undefined && strengtheningMethods.length > 0).toBe(expected)
  })

  test('is no method that is registered', () => {
    expect(grantsOf(registered, managed).strengtheningMethods).not.toContain('softwareOath')
    expect(grantsOf(registered, managed).strengtheningMethods).toContain('microsoftAuthenticatorPush')
  })
})

test('of what nobody states nothing is said', () => {
  expect(Object.keys(grantsOf({}, managed))).toEqual([])
})
