import { registeredAtSignIn } from '../catalog/strengths.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { FactValue, Known, LegFacts } from '../vocabulary/facts.ts'
import { missing } from '../vocabulary/facts.ts'
import type { CombinedDecision, PolicyOutcome } from '../vocabulary/policies.ts'
import type { PolicyName } from '../vocabulary/requests.ts'
import { isAllowed } from './methods/allowed-methods.ts'
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

const barred = (state: FactValue<'registration'>, policies: readonly PolicyName[] = []): Registration => ({
  state,
  open: [],
  policies,
})

/** The methods of which one can be registered at a sign-in, as far as the tenant lets people have them. */
export function methodsToRegister(tenant: Pick<Tenant, 'multifactorAuthentication'>): readonly string[] {
  return registeredAtSignIn.filter((method) => isAllowed(method, tenant))
}

/** Whether registering is possible where policies say nothing of it. */
export function registrationWithoutPolicies(tenant: Tenant): FactValue<'registration'> {
  return methodsToRegister(tenant).length > 0 ? 'possible' : 'no-method'
}

/** Whether registering is possible, by what demands the second factor and by what policies say about registering itself. */
export function registrationOf(
  tenant: Tenant,
  facts: LegFacts,
  demanding: { readonly combined: CombinedDecision; readonly outcomes: () => readonly PolicyOutcome[] },
  { combined, reading }: RegistrationJudged,
): Registration {
  if (methodsToRegister(tenant).length === 0) return barred('no-method')
  const risky = asksForRisk(tenant) ? riskPolicies(demanding.outcomes(), demanding.combined) : []
  if (risky.length > 0) return barred('blocked-by-risk', risky)
  const { decision, demandsMfa, open } = reading
  if (decision === missing || demandsMfa === missing) return { state: missing, open, policies: [] }
  if (decision === 'allow' || decision === 'controls-required') {
    const waits = demandsMfa === 'yes' && !bringsItsOwn(facts)
    return waits ? barred('blocked', combined.policies) : barred('possible')
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
