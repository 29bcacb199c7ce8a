import { methodsGivenByOutsiders } from '../catalog/methods-of-outsiders.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import { missing } from '../vocabulary/facts.ts'
import type { Instant, Signals } from '../vocabulary/requests.ts'
import { keysOf } from './conditional-access/narrowed-keys.ts'
import type { GrantState } from './conditional-access/sign-in.ts'
import type { FederationFacts } from './facts/federation-facts.ts'
import { methodAllowed } from './methods/allowed-methods.ts'
import { isTelephony, telephonyServed } from './methods/telephony.ts'
import { methodsToRegister, methodsToStrengthen } from './registration.ts'
import { countedHere, givenHere, isTrustedOutsider, isUntrustedOutsider, mayBeTrusted } from './trust-of-home.ts'

type Person = Partial<
  Pick<
    User,
    'domain' | 'methods' | 'passkeys' | 'mfaRegistered' | 'accountHome' | 'homeTenant' | 'kind' | 'roles' | 'groups'
  >
>

/** A user of a tenant at an instant. */
interface PersonAt {
  readonly tenant: Tenant
  readonly user: Person
  readonly at: Instant
}

/** What a sign-in of this user has met already, and what it could meet: the one reading, for every command. */
export function grantsOfPerson(
  { tenant, at }: Omit<PersonAt, 'user'>,
  user: Person,
  signals: Signals,
  facts: FederationFacts,
): GrantState {
  const { satisfied } = signals
  const mfaClaim = mfaClaimOf(tenant, user, signals)
  const methods = methodsUsed(tenant, user, signals)
  const passkeys = keysOf(user.passkeys)
  const untrusted = isUntrustedOutsider(tenant, user)
  // What a guest registered here says nothing of the methods at home, where the second factor is passed.
  const atHome = mayBeTrusted(tenant, user)
  const own = atHome ? undefined : methodsOf(usableMethods({ tenant, user, at }), facts)
  const availableMethods = untrusted ? givenHere(own ?? [...methodsGivenByOutsiders]) : own
  const toRegister = atHome ? undefined : registrable({ tenant, user, at }, facts)
  const registrableMethods = untrusted ? givenHere(toRegister) : toRegister
  const toStrengthen = atHome ? undefined : strengthening({ tenant, user, at }, facts)
  const strengtheningMethods = untrusted ? givenHere(toStrengthen) : toStrengthen
  return {
    ...(satisfied === undefined ? {} : { satisfied }),
    ...(mfaClaim === undefined ? {} : { mfaClaim }),
    ...(methods === undefined ? {} : { methods }),
    ...(passkeys === undefined ? {} : { passkeys }),
    ...(availableMethods === undefined ? {} : { availableMethods }),
    ...(registrableMethods === undefined ? {} : { registrableMethods }),
    ...(strengtheningMethods === undefined ? {} : { strengtheningMethods }),
  }
}

const rejectsMfa = ({ domain }: Person): boolean => domain?.federatedIdpMfaBehavior === 'rejectMfaByFederatedIdp'

/** The claim of a second factor, unless it is one that the domain rejects, or of an outsider whose home is not trusted. */
export function mfaClaimOf(tenant: Tenant, user: Person, signals: Signals): GrantState['mfaClaim'] {
  const { mfaClaim } = signals
  const { accountHome = 'here' } = user
  if (mfaClaim !== undefined && mfaClaim !== 'none' && (accountHome !== 'here' || mfaClaim === 'home-tenant')) {
    return isTrustedOutsider(tenant, user) ? 'home-tenant' : 'none'
  }
  return mfaClaim === 'federated-idp' && rejectsMfa(user) ? 'none' : mfaClaim
}

const mayUse = (method: string, tenant: Tenant, user: Person): boolean => {
  const allowed = methodAllowed(method, tenant, user)
  return allowed === 'yes' || allowed === missing
}

/** The methods used, without those that the tenant does not allow, those given where nobody trusts them, and rejected ones. */
function methodsUsed(tenant: Tenant, user: Person, { methods }: Signals): GrantState['methods'] {
  // What is used at home is for the home tenant to allow.
  if (isTrustedOutsider(tenant, user)) return methods
  const allowed = countedHere(tenant, user, methods)?.filter((method) => mayUse(method, tenant, user))
  return rejectsMfa(user) ? allowed?.filter((method) => method.toLowerCase() !== 'federatedmultifactor') : allowed
}

/** The methods of a user that the tenant allows and the vendor still delivers; if that is unknown they count. */
function usableMethods({ tenant, user, at }: PersonAt): readonly string[] | undefined {
  const allowed = user.methods?.filter((method) => mayUse(method, tenant, user))
  return telephonyEnded({ tenant, user, at }) ? allowed?.filter((method) => !isTelephony(method)) : allowed
}

/** Whether text messages and calls of a user who has them are certainly no longer delivered. */
export function telephonyEnded({ tenant, user, at }: PersonAt): boolean {
  return user.methods?.some(isTelephony) === true && telephonyServed({ tenant, user, at }) === 'no'
}

/**
 * What a user could sign in with: the password, which nobody registers, counts at its verifier. A user who is sent
 * back to the identity provider can show its second factor and nothing that is registered in the cloud.
 */
function methodsOf(methods: readonly string[] | undefined, facts: FederationFacts): readonly string[] | undefined {
  const { homeRealm, idpPerformsMfa, federatedIdpMfaBehavior: behavior } = facts
  if (homeRealm === 'federated' && behavior === 'enforceMfaByFederatedIdp')
    return idpPerformsMfa === 'no' ? ['federatedSingleFactor'] : ['federatedSingleFactor', 'federatedMultiFactor']
  if (methods === undefined) return undefined
  if (homeRealm !== 'federated') return ['password', ...methods]
  const counts = idpPerformsMfa === 'yes' && behavior !== 'rejectMfaByFederatedIdp'
  return ['federatedSingleFactor', ...methods, ...(counts ? ['federatedMultiFactor'] : [])]
}

/** Whether a user is sent back to the identity provider for a second factor, and registers none in the cloud. */
const isSentBack = ({ homeRealm, federatedIdpMfaBehavior }: FederationFacts): boolean =>
  homeRealm !== 'managed' && federatedIdpMfaBehavior === 'enforceMfaByFederatedIdp'

/** What a user without any method is asked to register. */
function registrable({ tenant, user, at }: PersonAt, facts: FederationFacts): GrantState['methods'] {
  return user.mfaRegistered !== false || isSentBack(facts) ? undefined : methodsToRegister({ tenant, user, at })
}

/** What a user whose methods no strength admits is asked to register. */
function strengthening(person: PersonAt, facts: FederationFacts): GrantState['methods'] {
  const { user } = person
  if (user.mfaRegistered !== true || user.methods === undefined || isSentBack(facts)) return undefined
  return methodsToStrengthen(person, usableMethods(person) ?? [])
}
