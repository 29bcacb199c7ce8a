import { applicationOf } from '../catalog/applications.ts'
import { workloadOf } from '../catalog/workloads.ts'
import { decide } from '../rules/decide.ts'
import type { Policy } from '../tenant/conditional-access/model.ts'
import type { Step } from '../trace/step.ts'
import type { FactValue, Known, LegFacts } from '../vocabulary/facts.ts'
import { missing } from '../vocabulary/facts.ts'
import type { ClientAppType, CombinedDecision, PolicyOutcome } from '../vocabulary/policies.ts'
import { type CompiledPolicies, compilePolicies } from './conditional-access/compile.ts'
import { decidePolicies } from './conditional-access/evaluate.ts'
import type { LegContext } from './leg-context.ts'
import { policySignIn } from './policy-sign-in.ts'

/** What Conditional Access says of one leg. */
export interface LegPolicies {
  readonly combined: CombinedDecision
  readonly outcomes: readonly PolicyOutcome[]
  /** What the rules read of it. */
  readonly decision: Known<'policyDecision'>
  readonly demandsMfa: Known<'policyDemandsMfa'>
  /** Signals on which an open decision hangs. */
  readonly open: readonly string[]
}

const compiled = new WeakMap<object, CompiledPolicies>()

function compiledOf({ tenant }: LegContext): CompiledPolicies {
  const known = compiled.get(tenant.conditionalAccess)
  if (known !== undefined) return known
  const made = compilePolicies(tenant.conditionalAccess, { trustedIps: tenant.multifactorAuthentication.trustedIps })
  compiled.set(tenant.conditionalAccess, made)
  return made
}

/** The app id that policies see on a leg; undefined where nobody says. */
export function resourceOf({ client, request, tenant }: LegContext): string | undefined {
  if (request.application !== undefined)
    return (
      tenant.applications.get(request.application)?.appId ??
      applicationOf(request.application)?.appIds[0] ??
      request.application
    )
  return client.product.resource ?? workloadOf(request.relyingParty).appId
}

/** Evaluates the tenant's policies on this leg; undefined where it has none. */
export function legPolicies(
  context: LegContext,
  facts: LegFacts,
  types: readonly ClientAppType[],
): LegPolicies | undefined {
  if (context.tenant.conditionalAccess.policies.length === 0) return undefined
  const policies = compiledOf(context)
  const signIn = policySignIn(context, facts, types.length === 1 ? types[0] : undefined, resourceOf(context))
  const evaluated = decidePolicies(policies, signIn)
  const { combined } = evaluated
  const outcomes = evaluated.outcomes()
  const reading = readingOf(combined, context)
  // The engine blocks a legacy client outright; that its way in is shut by controls and not by a block is told apart here.
  if (combined.decision === 'block' && facts.flowClass === 'legacy' && !blocksByName(combined, context))
    return { combined, outcomes, ...reading, decision: 'controls-required' }
  return { combined, outcomes, ...reading }
}

function blocksByName({ policies }: CombinedDecision, { tenant }: LegContext): boolean {
  return tenant.conditionalAccess.policies.some(({ name, grant }) => grant?.block === true && policies.includes(name))
}

function readingOf(
  combined: CombinedDecision,
  context: LegContext,
): Pick<LegPolicies, 'decision' | 'demandsMfa' | 'open'> {
  if (combined.decision === 'undetermined')
    return { decision: missing, demandsMfa: missing, open: combined.missing ?? [] }
  const unmet = combined.required.map((clause) => stateOf(clause, context))
  if (combined.decision === 'controls-required') {
    if (unmet.some(({ state }) => state === 'unmet')) return { decision: 'cannot-satisfy', demandsMfa: 'no', open: [] }
    const open = unmet.flatMap((clause) => (clause.state === 'open' ? clause.signals : []))
    if (open.length > 0) return { decision: missing, demandsMfa: missing, open: [...new Set(open)] }
    const alternatives = unmet.flatMap((clause) => (clause.state === 'perhaps-mfa' ? clause.signals : []))
    const mfa = unmet.some(({ state }) => state === 'mfa')
    const demandsMfa = mfa ? 'yes' : alternatives.length > 0 ? missing : 'no'
    return { decision: combined.decision, demandsMfa, open: [...new Set(alternatives)] }
  }
  return { decision: combined.decision, demandsMfa: 'no', open: [] }
}

interface ClauseReading {
  /** `mfa`: a second factor is asked. `askable`: something else a person can do. `unmet`: the device is known not to meet it. */
  readonly state: 'mfa' | 'perhaps-mfa' | 'askable' | 'unmet' | 'open'
  readonly signals: readonly string[]
}

const deviceSignals: Readonly<Record<string, string>> = {
  compliantDevice: 'deviceInfo.isCompliant',
  domainJoinedDevice: 'deviceInfo.trustType',
  approvedApplication: 'satisfied.approvedApplication',
  compliantApplication: 'satisfied.compliantApplication',
}

/** A clause that the sign-in has not met: who could meet it, and on which signals that hangs. */
function stateOf(clause: readonly string[], context: LegContext): ClauseReading {
  const mfa = clause.some(isSecondFactor)
  const devices = clause.filter((control) => deviceSignals[control] !== undefined)
  const signals = devices
    .filter((control) => !isKnown(control, context))
    .map((control) => deviceSignals[control] ?? control)
  const askable = clause.length > devices.length
  if (devices.length === 0) return { state: mfa ? 'mfa' : 'askable', signals: [] }
  if (signals.length === 0) return { state: mfa ? 'mfa' : askable ? 'askable' : 'unmet', signals }
  return { state: mfa ? 'perhaps-mfa' : askable ? 'askable' : 'open', signals }
}

/** A device that is declared, or whose state a signal gives, is known not to meet what it has not met. */
function isKnown(control: string, { client, request }: LegContext): boolean {
  const { deviceInfo, satisfied } = request.signals
  if (control === 'approvedApplication' || control === 'compliantApplication') return satisfied !== undefined
  const property = control === 'compliantDevice' ? 'isCompliant' : 'trustType'
  if (deviceInfo?.[property] !== undefined) return true
  const { device } = client
  if (device === undefined) return false
  return (
    device.registered === false ||
    device.properties[property] !== undefined ||
    (property === 'trustType' && device.domainJoined !== undefined)
  )
}

function isSecondFactor(control: string): boolean {
  return control === 'mfa' || control.startsWith('authenticationStrength:')
}

/** The policies that took part, each with the rule that says what it does. */
export function policySteps(policies: LegPolicies, { tenant }: LegContext, facts: LegFacts): readonly Step[] {
  // Outcomes come in the order of the file, as the policies do.
  return policies.outcomes.flatMap((outcome, index): readonly Step[] => {
    if (outcome.effect === 'skipped' || outcome.effect === 'disabled') return []
    const trial: LegFacts = {
      policyGrant: grantOf(tenant.conditionalAccess.policies[index]),
      policyState: outcome.effect === 'report-only' ? 'report-only' : 'enabled',
      flowClass: facts.flowClass ?? missing,
    }
    return [{ kind: 'policy', outcome, rule: decide('grant-controls', trial).rule }]
  })
}

function grantOf(policy: Policy | undefined): FactValue<'policyGrant'> {
  if (policy?.grant === undefined) return 'session-only'
  return policy.grant.block ? 'block' : 'controls'
}
