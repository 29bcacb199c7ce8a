import { type Decision, decide } from '../rules/decide.ts'
import type { Refusal, Step, Verdict } from '../trace/step.ts'
import type { ActorId, Issuer, Verifier } from '../vocabulary/actors.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import { type Known, type LegFacts, missing } from '../vocabulary/facts.ts'
import type { ClientAppType } from '../vocabulary/policies.ts'
import type { Flow } from '../vocabulary/protocols.ts'
import type { Question, RuleId } from '../vocabulary/questions.ts'
import { mfaSatisfied } from './facts/mfa-satisfied.ts'
import { addNetworkFacts } from './facts/network-facts.ts'
import { addFlowFacts } from './facts/service-facts.ts'
import { clientAppTypesOf, flowClassOf } from './flow-class.ts'
import type { Judged } from './judge-credential.ts'
import { judgeCredentials } from './judge-credentials.ts'
import type { LegContext } from './leg-context.ts'
import {
  afterSignIn,
  blockVerdict,
  firstFactorFailure,
  noCredential,
  refusedWith,
  withoutFlow,
} from './leg-verdicts.ts'
import { type Negotiated, negotiate } from './negotiate.ts'
import { type LegPolicies, legPolicies, policySteps as stepsOfPolicies } from './policies.ts'
import { record } from './recorder.ts'

/** Everything decided on a leg, before it is told as a sequence of messages. */
export interface LegDecisions {
  readonly facts: LegFacts
  readonly negotiated: Negotiated
  readonly issuer?: Issuer
  readonly clientAppType?: ClientAppType
  readonly policies?: LegPolicies
  readonly identitySteps: readonly Step[]
  readonly policySteps: readonly Step[]
  readonly credentialSteps: readonly Step[]
  readonly acceptanceSteps: readonly Step[]
  readonly serviceSteps: readonly Step[]
  readonly refused: readonly Refusal[]
  /** Who checks the credential that is asked for or presented. */
  readonly judged?: Judged
  readonly verdict: Verdict
}

interface Working {
  readonly context: LegContext
  readonly facts: LegFacts
  /** Facts behind an answer that is itself open. */
  readonly behind: Map<string, readonly string[]>
}

/** Decides one leg: the questions in protocol order, each answered by the first rule that applies. */
export function decideLeg(context: LegContext, facts: LegFacts): LegDecisions {
  const negotiated = negotiate(context, facts)
  const none = {
    identitySteps: [],
    policySteps: [],
    credentialSteps: [],
    acceptanceSteps: [],
    serviceSteps: [],
    refused: [],
  }
  const { used } = negotiated.authentication
  if (used === null) return { facts, negotiated, ...none, verdict: withoutFlow(negotiated) }
  const working: Working = { context, facts, behind: new Map() }
  addFlowFacts(facts, context, used, true)
  facts.flowClass = flowClassOf(context, used, facts.hosting === 'on-premises' ? 'on-premises' : 'online')
  addNetworkFacts(facts, context, used)
  const identitySteps: Step[] = []
  ask(working, 'issuer', identitySteps, context.request.relyingParty, 'issuer')
  ask(working, 'home-realm', identitySteps, 'entra-id', 'homeRealm')
  return decideAccount(working, negotiated, used, identitySteps)
}

/** Facts that are answers of earlier questions. */
type FiledFact = 'issuer' | 'homeRealm' | 'secondFactor' | 'appPassword'

/** Files an answer under its fact, each by its own name: that is many times faster than by one known only here. */
function file(facts: LegFacts, fact: FiledFact, answer: string): void {
  // The answers of these questions are the domain of the fact of the same name.
  switch (fact) {
    case 'issuer':
      facts.issuer = answer as Known<'issuer'>
      return
    case 'homeRealm':
      facts.homeRealm = answer as Known<'homeRealm'>
      return
    case 'secondFactor':
      facts.secondFactor = answer as Known<'secondFactor'>
      return
    case 'appPassword':
      facts.appPassword = answer as Known<'appPassword'>
  }
}

/** Asks a question and files its answer as the fact that later questions read. */
function ask<Q extends Question>(
  working: Working,
  question: Q,
  steps: Step[],
  at: ActorId,
  fact?: FiledFact,
): Decision<Q> {
  const decision = decide(question, working.facts)
  const open = decision.missing?.flatMap((name) => working.behind.get(name) ?? [name])
  // Only the list of missing facts is replaced, which keeps the kind of decision.
  const told = (open === undefined ? decision : { ...decision, missing: [...new Set(open)] }) as Decision<Q>
  record({ steps, at }, told)
  if (fact !== undefined) {
    file(working.facts, fact, decision.answer ?? missing)
    if (told.missing !== undefined) working.behind.set(fact, told.missing)
  }
  return told
}

function decideAccount(
  working: Working,
  negotiated: Negotiated,
  used: Flow,
  identitySteps: readonly Step[],
): LegDecisions {
  const { context, facts } = working
  const types = facts.issuer === 'entra-id' ? clientAppTypesOf(context, used) : []
  const policies = facts.issuer === 'entra-id' ? legPolicies(context, facts, types) : undefined
  addPolicyFacts(working, policies)
  const policySteps: Step[] = []
  ask(working, 'second-factor', policySteps, 'entra-id', 'secondFactor')
  if (policies !== undefined) for (const step of stepsOfPolicies(policies, context, facts)) policySteps.push(step)
  const block = ask(working, 'policy-block', policySteps, 'entra-id')
  const credentialSteps: Step[] = []
  const findings = findCredential(working, block, policies, credentialSteps)
  const { acceptanceSteps, serviceSteps, refused, verdict } = findings
  const decisions: Mutable<LegDecisions> = {
    facts,
    negotiated,
    identitySteps,
    policySteps,
    credentialSteps,
    acceptanceSteps,
    serviceSteps,
    refused,
    verdict,
  }
  if (findings.judged !== undefined) decisions.judged = findings.judged
  if (facts.issuer !== undefined && facts.issuer !== missing) decisions.issuer = facts.issuer
  if (types.length === 1 && types[0] !== undefined) decisions.clientAppType = types[0]
  if (policies !== undefined) decisions.policies = policies
  return decisions
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

type Found = Pick<LegDecisions, 'acceptanceSteps' | 'serviceSteps' | 'refused' | 'judged' | 'verdict'>

/** The credential that is asked for, or presented, and what becomes of it and of every other one. */
function findCredential(
  working: Working,
  block: Decision<'policy-block'>,
  policies: LegPolicies | undefined,
  credentialSteps: Step[],
): Found {
  const { context, facts, behind } = working
  const { presents, relyingParty } = context.request
  ask(working, 'app-password', credentialSteps, 'entra-id', 'appPassword')
  const wanted = ask(working, 'credential', credentialSteps, 'client')
  const { judged, steps: acceptanceSteps, refused } = judgeCredentials(context, facts, behind)
  const subject = presents ?? (wanted.answer === 'nothing' ? undefined : wanted.answer)
  const chosen = judged.find((one) => one.credential === subject)
  if (chosen !== undefined) settle(facts, chosen)
  const serviceSteps: Step[] = []
  const gate = ask(working, 'mailbox-gate', serviceSteps, relyingParty)
  const self = facts.selfService === 'no' ? undefined : ask(working, 'self-service', serviceSteps, relyingParty)
  const verdict =
    firstFactorFailure(chosen, presents) ??
    blockVerdict(block, policies) ??
    (chosen === undefined ? noCredential(wanted) : chosenVerdict(working, chosen, credentialSteps))
  const found: Mutable<Found> = {
    acceptanceSteps,
    serviceSteps,
    refused: refusedBut(refused, signedInWith(verdict)),
    verdict: afterSignIn(verdict, gate, self),
  }
  if (chosen !== undefined) found.judged = chosen
  return found
}

function refusedBut(refused: readonly Refusal[], passed: Credential | undefined): readonly Refusal[] {
  for (const { credential } of refused)
    if (credential === passed) return refused.filter((refusal) => refusal.credential !== passed)
  return refused
}

/** Leaves the facts as they are for the credential that the leg is about. */
function settle(facts: LegFacts, { credential, verifier }: Judged): void {
  facts.credential = credential
  facts.verifier = verifier ?? missing
}

function signedInWith(verdict: Verdict): Credential | undefined {
  return verdict.kind === 'signs-in' ? verdict.credential : undefined
}

function addPolicyFacts({ facts, behind }: Working, policies: LegPolicies | undefined): void {
  facts.policyDecision = policies?.decision ?? 'allow'
  facts.policyDemandsMfa = policies?.demandsMfa ?? 'no'
  if (policies === undefined) return
  behind.set('policyDecision', policies.open)
  behind.set('policyDemandsMfa', policies.open)
}

function chosenVerdict(working: Working, chosen: Judged, credentialSteps: Step[]): Verdict {
  const { context, facts } = working
  if (chosen.missing !== undefined) return { kind: 'undetermined', missing: chosen.missing }
  if (chosen.refusal !== undefined) return refusedWith(chosen.refusal, chosen.stage, context.request.presents)
  facts.mfaSatisfied = mfaSatisfied(context)
  const outcome = ask(working, 'second-factor-outcome', credentialSteps, 'entra-id')
  if (outcome.missing !== undefined) return { kind: 'undetermined', missing: outcome.missing, rule: outcome.rule }
  const by =
    outcome.answer === 'asked' || outcome.answer === 'may-be-asked'
      ? ask(working, 'second-factor-by', credentialSteps, 'entra-id')
      : undefined
  const { credential } = chosen
  const verifier = chosen.verifier as Verifier
  const rule = decidingRule(credentialSteps, chosen)
  const verdict = { kind: 'signs-in', credential, verifier, secondFactor: outcome.answer, rule } as const
  // Who performs it may stay open: what the person does is the same, and the decision names the missing fact.
  return by?.answer === undefined || by.answer === 'nobody' ? verdict : { ...verdict, secondFactorBy: by.answer }
}

/** The rule that asked for this credential; where another one was presented, the rule that accepted it. */
function decidingRule(steps: readonly Step[], chosen: Judged): RuleId {
  for (const step of steps)
    if (step.kind === 'decision' && step.question === 'credential' && step.answer === chosen.credential)
      return step.rule
  return chosen.rule
}
