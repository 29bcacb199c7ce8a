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
