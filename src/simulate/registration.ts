import { registeredAtSignIn } from '../catalog/strengths.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import type { FactValue, Known, LegFacts } from '../vocabulary/facts.ts'
import { missing } from '../vocabulary/facts.ts'
import type { CombinedDecision, PolicyOutcome } from '../vocabulary/policies.ts'
import type { Instant, PolicyName } from '../vocabulary/requests.ts'
import { includesMethod, methodAllowed } from './methods/allowed-methods.ts'
import { passkeyToRegister } from './methods/passkey-to-register.ts'
import { isTelephony, telephonyServed } from './methods/telephony.ts'
import { provesFactor } from './methods/usable-methods.ts'
import type { ClausesReading } from './read-clauses.ts'

/** Whether a user who has to register a method at this sign-in could: registering is a sign-in of its own. */
export interface Registration {
  readonly state: Known<'registration'>
  /** Signals on which an open state depends. */
  readonly open: readonly string[]
  /** The policies that keep the user from it. */
  readonly policies: readonly PolicyName[]
}

/** What policies say about the same sign-in to the page where methods are registered. */
export interface RegistrationJudged {
  readonly combined: CombinedDecision
  readonly reading: ClausesReading
}

/** What demands the method, and what the policies say of the sign-in that demands it. */
interface Demanding {
  readonly combined: CombinedDecision
  readonly outcomes: () => readonly PolicyOutcome[]
  readonly beyond?: boolean
}

const barred = (state: FactValue<'registration'>, policies: readonly PolicyName[] = []): Registration => ({
  state,
  open: [],
  policies,
})

/** A user of a tenant who may have to register a method, at an instant. */
export interface Registrant {
  readonly tenant: Tenant
  readonly at: Instant
  readonly user: Partial<Pick<User, 'kind' | 'otherwise' | 'accountHome' | 'roles' | 'groups' | 'methods' | 'passkeys'>>
}

const isMember = ({ kind, otherwise }: Registrant['user']): boolean => kind !== 'guest' && otherwise === undefined

/**
 * The methods of which one can be registered at a sign-in, as far as the tenant lets people have them and the vendor
 * serves them; a user whose text messages and calls have ended registers a passkey.
 */
export function methodsToRegister({ tenant, user, at }: Registrant): readonly string[] {
  const ended = telephonyServed({ tenant, user, at }) === 'no'
  const instead = ended && isMember(user) && user.methods?.some(isTelephony) === true ? ['fido2'] : []
  const usual = registeredAtSignIn.filter((method) => !ended || !isTelephony(method))
  return [...usual.filter((method) => methodAllowed(method, tenant, user) === 'yes'), ...instead]
}

/**
 * The methods of which a user who can pass MFA is led to register one where a strength admits none of those registered:
 * those of any registration, and a passkey, which only a user who has just passed MFA can add.
 */
export function methodsToStrengthen(registrant: Registrant, usable: readonly string[]): readonly string[] | undefined {
  if (!usable.some(provesFactor)) return undefined
  const more = passkeyToRegister(registrant) === 'no' ? [] : ['fido2']
  return [...methodsToRegister(registrant), ...more].filter((method) => !includesMethod(usable, method))
}

/** Whether a user who can pass MFA can register another method: what is open about a passkey leaves it open. */
function strengtheningWithoutPolicies(registrant: Registrant): Known<'registration'> {
  return passkeyToRegister(registrant) === missing ? missing : 'possible'
}

/** Whether no method that could be registered may be allowed, for all that is known. */
function isWithoutMethod(registrant: Registrant): boolean {
  const { tenant, user } = registrant
  const mayBe =
    user.otherwise !== undefined || registeredAtSignIn.some((method) => methodAllowed(method, tenant, user) === missing)
  return !mayBe && methodsToRegister(registrant).length === 0
}

/** Someone whom the policy lets use certificates counts as able to pass MFA, and has no way to register in between. */
const isInScopeOfCertificates = ({ tenant, user }: Registrant): boolean =>
  tenant.authenticationMethods !== undefined && methodAllowed('x509CertificateMultiFactor', tenant, user) === 'yes'

/** Whether registering is possible where policies say nothing of it. */
export function registrationWithoutPolicies(registrant: Registrant): Known<'registration'> {
  if (isInScopeOfCertificates(registrant)) return 'certificate-scope'
  if (methodsToRegister(registrant).length > 0) return 'possible'
  return isWithoutMethod(registrant) ? 'no-method' : missing
}

/** Whether registering is possible, by what demands the second factor and by what policies say about registering itself. */
export function registrationOf(
  registrant: Registrant,
  facts: LegFacts,
  demanding: Demanding,
  { combined, reading }: RegistrationJudged,
): Registration {
  const { tenant } = registrant
  const strengthens = demanding.beyond === true
  const possible = strengthens ? strengtheningWithoutPolicies(registrant) : registrationWithoutPolicies(registrant)
  if (possible === 'no-method' || possible === 'certificate-scope') return barred(possible)
  const risky = asksForRisk(tenant) ? riskPolicies(demanding.outcomes(), demanding.combined) : []
  if (risky.length > 0) return barred('blocked-by-risk', risky)
  const { decision, demandsMfa, open } = reading
  if (decision === missing || demandsMfa === missing) return { state: missing, open, policies: [] }
  if (decision === 'allow' || decision === 'controls-required') {
    const waits = demandsMfa === 'yes' && !strengthens && !bringsItsOwn(facts)
    if (waits) return barred('blocked', combined.policies)
    return possible === missing ? { state: missing, open: ['methodAllowed'], policies: [] } : barred('possible')
  }
  return barred('blocked', combined.policies)
}

/** Whether a policy of the tenant asks because of risk at all. */
function asksForRisk({ conditionalAccess }: Pick<Tenant, 'conditionalAccess'>): boolean {
  return conditionalAccess.policies.some(
    ({ conditions }) => conditions.signInRisk !== undefined || conditions.userRisk !== undefined,
  )
}

/** Policies that demand something because of risk: a user without a method cannot meet it, and may not register one then. */
function riskPolicies(outcomes: readonly PolicyOutcome[], { policies }: CombinedDecision): readonly PolicyName[] {
  return outcomes
    .filter(
      ({ effect, conditions }) =>
        effect === 'applies' && (conditions.signInRisk === 'hit' || conditions.userRisk === 'hit'),
    )
    .map(({ policy }) => policy)
    .filter((policy) => policies.includes(policy))
}

/** Whether the identity provider performs a second factor that counts, so that none has to be registered to register one. */
function bringsItsOwn({ homeRealm, federatedIdpMfaBehavior, idpPerformsMfa }: LegFacts): boolean {
  return homeRealm === 'federated' && federatedIdpMfaBehavior !== 'rejectMfaByFederatedIdp' && idpPerformsMfa === 'yes'
}
