import type { Decision } from '../rules/decide.ts'
import type { Refusal, Stage, Verdict } from '../trace/step.ts'
import type { LegFacts } from '../vocabulary/facts.ts'
import type { Answers, RuleId } from '../vocabulary/questions.ts'
import type { PolicyName } from '../vocabulary/requests.ts'
import { errorOf } from './error-of.ts'
import type { Judged } from './judge-credential.ts'
import type { NegotiatedFlow } from './negotiate.ts'
import type { LegPolicies } from './policies.ts'

/** How a leg ends on which client and service have no flow in common, or none that is open. */
export function withoutFlow({ missing: open, closedBy, rule }: NegotiatedFlow, facts: LegFacts): Verdict {
  if (open !== undefined) return { kind: 'undetermined', missing: open, rule }
  if (closedBy === undefined) return failed(facts, rule, 'before-password')
  return { kind: 'blocked', policies: [], rule: closedBy, stage: 'before-password', ...errorOf(facts, closedBy) }
}

function failed(facts: LegFacts, rule: RuleId, stage: Stage): Verdict {
  return { kind: 'cannot-sign-in', rule, stage, ...errorOf(facts, rule) }
}

/** A secret that its verifier turns down is turned down before any policy is looked at. */
export function firstFactorFailure(judged: Judged): Verdict | undefined {
  if (judged.refusal === undefined || judged.stage === 'after-password') return undefined
  return refusedWith(judged.refusal, judged.stage)
}

/** How a leg ends with a credential that is not accepted. */
export function refusedWith({ credential, rule, by, error }: Refusal, stage: Stage): Verdict {
  return { kind: 'refused', credential, verifier: by, rule, stage, ...(error === undefined ? {} : { error }) }
}

/**
 * The same for the credential that a leg would ask for: when that is refused, nothing works; when access rules deny it,
 * right or wrong, they block the sign-in.
 */
export function asRequired(verdict: Verdict, judged: Judged | undefined): Verdict {
  if (verdict.kind !== 'refused') return verdict
  const { rule, stage, error } = verdict
  const end = { rule, stage, ...(error === undefined ? {} : { error }) }
  return judged?.answer === 'denied' ? { kind: 'blocked', policies: [], ...end } : { kind: 'cannot-sign-in', ...end }
}

/** How a leg ends that policies block; undefined if they let it pass. */
export function blockVerdict(
  facts: LegFacts,
  block: Decision<'policy-block'>,
  policies: LegPolicies | undefined,
): Verdict | undefined {
  if (block.missing !== undefined) return { kind: 'undetermined', missing: block.missing, rule: block.rule }
  if (block.answer === 'passes') return undefined
  const { answer, rule } = block
  const names = blockingNames(answer, policies)
  const notice = answer === 'blocked' ? noticeOf(facts) : {}
  return { kind: 'blocked', policies: names, rule, stage: 'after-password', ...errorOf(facts, rule), ...notice }
}

function blockingNames(answer: Answers['policy-block'], policies: LegPolicies | undefined): readonly PolicyName[] {
  if (answer === 'blocked-by-setting') return []
  return answer === 'registration-blocked' ? (policies?.registration?.policies ?? []) : policyNames(policies)
}

/** What a policy that blocks an ActiveSync client brings besides: one mail about a quarantine. */
function noticeOf({ protocolKind }: LegFacts): { readonly notice?: string } {
  return protocolKind === 'activesync' ? { notice: 'activesync-quarantine-mail' } : {}
}

const policyNames = (policies: LegPolicies | undefined): readonly PolicyName[] => policies?.combined.policies ?? []

/** A verdict with the policies of this leg: which of them block is not a fact, so a cached verdict may name others. */
export function namingPolicies(verdict: Verdict, policies: LegPolicies | undefined): Verdict {
  if (verdict.kind !== 'blocked' || verdict.policies.length === 0) return verdict
  return { ...verdict, policies: policyNames(policies) }
}

/** How a leg ends on which there is nothing to present. */
export function noCredential(facts: LegFacts, wanted: Decision<'credential'>): Verdict {
  if (wanted.missing !== undefined) return { kind: 'undetermined', missing: wanted.missing, rule: wanted.rule }
  const stage = wanted.answer === 'no-relay' ? 'at-service' : 'after-password'
  return failed(facts, wanted.rule, stage)
}

/** What the service itself says after the sign-in has succeeded. */
export function afterSignIn(
  facts: LegFacts,
  verdict: Verdict,
  gate: Decision<'mailbox-gate'> | undefined,
  self: Decision<'self-service'> | undefined,
): Verdict {
  if (verdict.kind !== 'signs-in') return verdict
  for (const decision of [gate, self]) {
    if (decision?.missing !== undefined) return { kind: 'undetermined', missing: decision.missing, rule: decision.rule }
    if (decision?.answer === 'closed' || decision?.answer === 'refused')
      return {
        kind: 'blocked',
        policies: [],
        rule: decision.rule,
        stage: 'at-service',
        ...errorOf(facts, decision.rule),
      }
  }
  return verdict
}
