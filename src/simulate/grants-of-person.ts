import { inboundTrustOf } from '../tenant/cross-tenant-access.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import type { Signals } from '../vocabulary/requests.ts'
import type { GrantState } from './conditional-access/sign-in.ts'
import type { FederationFacts } from './facts/federation-facts.ts'
import { methodsToRegister } from './registration.ts'

type Person = Partial<Pick<User, 'domain' | 'methods' | 'mfaRegistered' | 'accountHome' | 'homeTenant'>>
type Trust = Pick<Tenant, 'crossTenantAccess' | 'multifactorAuthentication'>

/** What a sign-in of this user has met already, and what it could meet: the one reading, for every command. */
export function grantsOfPerson(tenant: Trust, user: Person, signals: Signals, facts: FederationFacts): GrantState {
  const { satisfied } = signals
  const mfaClaim = mfaClaimOf(tenant, user, signals)
  const methods = methodsUsed(user, signals)
  const availableMethods = methodsOf(user, facts)
  const registrableMethods = registrable(tenant, user, facts)
  return {
    ...(satisfied === undefined ? {} : { satisfied }),
    ...(mfaClaim === undefined ? {} : { mfaClaim }),
    ...(methods === undefined ? {} : { methods }),
    ...(availableMethods === undefined ? {} : { availableMethods }),
    ...(registrableMethods === undefined ? {} : { registrableMethods }),
  }
}

const rejectsMfa = ({ domain }: Person): boolean => domain?.federatedIdpMfaBehavior === 'rejectMfaByFederatedIdp'

/** The claim of a second factor, unless it is one that the domain rejects, or of an outsider whose home is not trusted. */
export function mfaClaimOf(tenant: Trust, user: Person, { mfaClaim }: Signals): GrantState['mfaClaim'] {
  const { accountHome = 'here', homeTenant } = user
  if (mfaClaim !== undefined && mfaClaim !== 'none' && (accountHome !== 'here' || mfaClaim === 'home-tenant')) {
    const trusted = inboundTrustOf(tenant.crossTenantAccess, homeTenant)?.isMfaAccepted === true
    return trusted && (accountHome === 'entra-tenant' || accountHome === 'direct-connect') ? 'home-tenant' : 'none'
  }
  return mfaClaim === 'federated-idp' && rejectsMfa(user) ? 'none' : mfaClaim
}

/** The methods used; a second factor of the identity provider is none if the domain rejects it. */
function methodsUsed(user: Person, { methods }: Signals): GrantState['methods'] {
  if (methods === undefined || !rejectsMfa(user)) return methods
  return methods.filter((method) => method.toLowerCase() !== 'federatedmultifactor')
}

/**
 * What a user could sign in with: the password, which nobody registers, counts at its verifier. A user who is sent
 * back to the identity provider can show its second factor and nothing that is registered in the cloud.
 */
function methodsOf(user: Person, facts: FederationFacts): readonly string[] | undefined {
  const { homeRealm, idpPerformsMfa, federatedIdpMfaBehavior: behavior } = facts
  if (homeRealm === 'federated' && behavior === 'enforceMfaByFederatedIdp')
    return idpPerformsMfa === 'no' ? ['federatedSingleFactor'] : ['federatedSingleFactor', 'federatedMultiFactor']
  if (user.methods === undefined) return undefined
  if (homeRealm !== 'federated') return ['password', ...user.methods]
  const counts = idpPerformsMfa === 'yes' && behavior !== 'rejectMfaByFederatedIdp'
  return ['federatedSingleFactor', ...user.methods, ...(counts ? ['federatedMultiFactor'] : [])]
}

/** What a user without any method is asked to register; one who is sent back to the identity provider is not. */
function registrable(tenant: Trust, user: Person, facts: FederationFacts): GrantState['methods'] {
  if (user.mfaRegistered !== false) return undefined
  const sentBack = facts.homeRealm === 'federated' && facts.federatedIdpMfaBehavior === 'enforceMfaByFederatedIdp'
  return sentBack ? undefined : methodsToRegister(tenant)
}
