import { cachePerOwner } from '../memory/cache-per-owner.ts'
import { decide } from '../rules/decide.ts'
import type { Policy } from '../tenant/conditional-access/model.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Step } from '../trace/step.ts'
import type { FactValue, LegFacts } from '../vocabulary/facts.ts'
import { missing } from '../vocabulary/facts.ts'
import type { CombinedDecision, PolicyOutcome } from '../vocabulary/policies.ts'
import { type CompiledPolicies, compilePolicies } from './conditional-access/compile.ts'
import { decidePolicies } from './conditional-access/evaluate.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import type { LegContext } from './leg-context.ts'
import type { LegPath } from './leg-path.ts'
import { policySignIn } from './policy-sign-in.ts'
import { type ClausesReading, readClauses, unaskedMfa, whyNever } from './read-clauses.ts'
import { type Registration, registrationOf } from './registration.ts'

/** What Conditional Access says about one leg. */
export interface LegPolicies extends ClausesReading {
  readonly combined: CombinedDecision
  /** What each policy says, in the order of the file; made when read, since most sign-ins are decided without. */
  readonly outcomes: () => readonly PolicyOutcome[]
  /** Undefined for people who have registered a method, or are asked for none on this leg. */
  readonly registration?: Registration
}

// Invariant: compiling reads what the tenant says about Conditional Access and these addresses, neither of which changes.
const compiled = cachePerOwner<CompiledPolicies, [readonly string[]]>({
  name: 'compiled policies',
  owner: 'conditionalAccess',
  parts: ['trustedIps'],
})

/** The policies of a tenant, compiled once. */
export function compiledOf({
  conditionalAccess,
  multifactorAuthentication,
}: Pick<Tenant, 'conditionalAccess' | 'multifactorAuthentication'>): CompiledPolicies {
  const { trustedIps } = multifactorAuthentication
  return compiled.find(conditionalAccess, [trustedIps], () => compilePolicies(conditionalAccess, { trustedIps }))
}

/** Evaluates the tenant's policies on this leg; undefined if it has none. */
export function legPolicies(
  context: LegContext,
  facts: LegFacts,
  path: Pick<LegPath, 'clientAppTypes' | 'resource'>,
): LegPolicies | undefined {
  if (context.tenant.conditionalAccess.policies.length === 0) return undefined
  const policies = compiledOf(context.tenant)
  const signIn = policySignIn(context, facts, path, policies)
  const evaluated = decidePolicies(policies, signIn)
  const { combined, outcomes } = evaluated
  const read = readingOf(combined, context, signIn, facts)
  const met = read.demandsMfa === 'no' ? metBefore(policies, context, signIn, facts) : undefined
  const reading: ClausesReading = met === undefined ? read : { ...read, demandsMfa: met }
  // The engine blocks a legacy client outright; that its way in is shut by controls and not by a block is distinguished here.
  const registration = registrationAsked(context, facts, reading.beyond)
    ? judgeRegistration(policies, context, facts, signIn, { combined, outcomes, ...reading })
    : undefined
  const found = registration === undefined ? {} : { registration }
  if (combined.decision === 'block' && facts.flowClass === 'legacy' && !evaluated.blocksOutright())
    return { combined, outcomes, ...reading, ...found, decision: 'controls-required' }
  return { combined, outcomes, ...reading, ...found }
}

/** Whether a method may have to be registered before this sign-in can continue. */
function registrationAsked(
  { user, request }: LegContext,
  { flowClass }: LegFacts,
  beyond: boolean | undefined,
): boolean {
  const mayHaveTo = user.mfaRegistered !== true || beyond === true
  return mayHaveTo && flowClass === 'interactive' && !request.purpose.startsWith('register-')
}

const toRegistration = (signIn: PolicySignIn): PolicySignIn => ({
  ...signIn,
  target: { userAction: 'registerSecurityInformation' },
})

/** The same sign-in to the page where methods are registered, as the policies see that. */
function judgeRegistration(
  policies: CompiledPolicies,
  context: LegContext,
  facts: LegFacts,
  signIn: PolicySignIn,
  demanding: Pick<LegPolicies, 'combined' | 'outcomes' | 'beyond'>,
): Registration {
  const there = toRegistration(signIn)
  const { combined } = decidePolicies(policies, there)
  return registrationOf(context, facts, demanding, {
    combined,
    reading: readingOf(combined, context, there, facts),
  })
}

/** The sign-in without what it brings along; undefined if it brings nothing. */
function withoutBrought(signIn: PolicySignIn): PolicySignIn | undefined {
  const { satisfied, mfaClaim, methods, ...grants } = signIn.grants ?? {}
  if (satisfied === undefined && mfaClaim === undefined && methods === undefined) return undefined
  return { ...signIn, grants }
}

/** Every sign-in about which a leg may ask the policies; of the user no more counts than what is equal for a kind. */
export function policyQuestions(
  context: LegContext,
  facts: LegFacts,
  path: Pick<LegPath, 'clientAppTypes' | 'resource'>,
): readonly PolicySignIn[] {
  const signIn = policySignIn(context, facts, path, compiledOf(context.tenant))
  const without = withoutBrought(signIn)
  return [
    signIn,
    ...(without === undefined ? [] : [without]),
    ...(registrationAsked(context, facts, possiblyBeyond(signIn)) ? [toRegistration(signIn)] : []),
  ]
}

/** Whether a strength may demand a method of the user that is yet to be registered. */
const possiblyBeyond = ({ grants }: PolicySignIn): boolean => grants?.strengtheningMethods !== undefined

/** The facts that decide what clauses ask for. */
interface ReadFacts {
  readonly homeRealm?: LegFacts['homeRealm']
  readonly flowClass?: LegFacts['flowClass']
}

/** The second factor that the policies demand of the same sign-in without what it brings along, which is met by that. */
function metBefore(
  policies: CompiledPolicies,
  context: LegContext,
  signIn: PolicySignIn,
  { homeRealm }: LegFacts,
): 'met' | 'met-elsewhere' | undefined {
  const without = withoutBrought(signIn)
  if (without === undefined) return undefined
  const { demandsMfa, open } = readingOf(decidePolicies(policies, without).combined, context, without, { homeRealm })
  // Where a part that is not understood stands beside MFA, it is MFA that lets this sign-in pass.
  if (demandsMfa === 'yes' || (demandsMfa === missing && open.some((fact) => fact.startsWith('policy:')))) return 'met'
  return demandsMfa === 'elsewhere' ? 'met-elsewhere' : undefined
}

function readingOf(
  combined: CombinedDecision,
  context: LegContext,
  signIn: PolicySignIn,
  { homeRealm, flowClass }: ReadFacts,
): ClausesReading {
  const { decision, required } = combined
  const person = { homeRealm, grants: signIn.grants }
  if (decision === 'undetermined')
    return { decision: missing, demandsMfa: missing, open: combined.missing ?? [], unseen: [] }
  if (decision === 'controls-required') return readClauses(required, context, person)
  if (decision !== 'cannot-satisfy') return { decision, demandsMfa: 'no', open: [], unseen: [] }
  const unasked = flowClass === 'password-grant' ? unaskedMfa(required, context, person) : 'none'
  if (unasked === 'demanded') return { decision: 'controls-required', demandsMfa: 'yes', open: [], unseen: [] }
  // No page says whether a password that a program sends meets a strength that is content with the password.
  if (unasked === 'open') return { decision: missing, demandsMfa: missing, open: ['methods'], unseen: [] }
  return { decision: whyNever(required, signIn), demandsMfa: 'no', open: [], unseen: [] }
}

/** The policies that took part, each with the rule that says what it does. */
export function policySteps(policies: LegPolicies, { tenant }: LegContext, facts: LegFacts): readonly Step[] {
  const steps: Step[] = []
  const flowClass = facts.flowClass ?? missing
  // Outcomes come in the order of the file, as the policies do.
  for (const [index, outcome] of policies.outcomes().entries()) {
    if (outcome.effect === 'skipped' || outcome.effect === 'disabled') continue
    const policyGrant = grantOf(tenant.conditionalAccess.policies[index], outcome)
    const policyState = outcome.effect === 'report-only' ? 'report-only' : 'enabled'
    const { rule } = decide('grant-controls', { policyGrant, policyState, flowClass })
    steps.push({ kind: 'policy', outcome, rule })
  }
  return steps
}

function grantOf(policy: Policy | undefined, { effect, result }: PolicyOutcome): FactValue<'policyGrant'> {
  if (policy === undefined) return 'session-only'
  if (policy.grant?.block === true) return 'block'
  const open = effect === 'signal-dependent' ? hasUnknownDemand(policy) : result === 'unknown'
  if (open) return 'not-understood'
  return policy.grant === undefined ? 'session-only' : 'controls'
}

/** Whether a control of a policy was not understood. */
function hasUnknownDemand({ grant, sessionUnclear }: Policy): boolean {
  if (grant === undefined) return sessionUnclear.length > 0
  const { unknownControls, operatorUnclear, unclear, strength } = grant
  const parts = [sessionUnclear, unknownControls, operatorUnclear, unclear, strength?.unclear ?? []]
  return parts.some((facts) => facts.length > 0)
}
