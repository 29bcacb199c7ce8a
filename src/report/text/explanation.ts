import { defaults } from '../../catalog/defaults.ts'
import { type ErrorCode, errorCodeOf } from '../../catalog/errors.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Refusal, Step, Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { type DecisionStep, decisions, originOf } from '../../trace/views.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import { type FactName, missing } from '../../vocabulary/facts.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { PreconditionKind } from '../../vocabulary/preconditions.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import { isAboutAnother } from '../drawing/diagram-notes.ts'
import type { Audience } from '../wording/nouns.ts'
import { stepSentence } from '../wording/steps.ts'

/** Finds a rule; a retired one is not found. */
export type RuleOf = (id: RuleId) => KnownRule | undefined

/** The information about a rule that an explanation needs. */
export interface KnownRule extends Pick<Rule, 'id' | 'statement' | 'citation' | 'basis'> {
  readonly because: readonly FactName[]
}

/** One fact behind a decision and the line that states it. */
export interface Because {
  readonly fact: FactName
  readonly value: string
  readonly origin?: Origin
  /** The rule that determined the value, if it is the answer to an earlier question. */
  readonly decidedBy?: RuleId
}

/** Why a rule answered as it did. */
export interface Reason {
  readonly rule: RuleId
  readonly statement: string
  readonly basis: 'documented' | 'inferred'
  readonly citation: Citation
  readonly because: readonly Because[]
}

/** One step as a sentence; decisions carry their reason. */
export interface ExplainedStep {
  readonly step: Step
  readonly sentence: string
  readonly reason?: Reason
  /** Whether this step determined the verdict. */
  readonly deciding: boolean
}

/** A rejected credential, with the reason and the meaning of the vendor's error. */
export interface ExplainedRefusal extends Refusal {
  readonly reason?: Reason
  readonly meaning?: ErrorCode
}

/** A default that was used because the file does not set a value. */
export interface ExplainedAssumption {
  readonly id: string
  readonly fact: FactName | PreconditionKind
  readonly value: string
  readonly statement?: string
  readonly citation?: Citation
}

/** The content of an explanation of one leg, independent of notation. */
export interface LegExplanation {
  readonly trace: Trace
  readonly steps: readonly ExplainedStep[]
  readonly refusals: readonly ExplainedRefusal[]
  readonly assumptions: readonly ExplainedAssumption[]
  readonly error?: ErrorCode
}

const defaultById = new Map(defaults.map((row) => [row.id, row]))

/** The catalog's entry for an error, if there is one. */
export function errorMeaning(id: string | undefined): ErrorCode | undefined {
  return id === undefined ? undefined : errorCodeOf(id)
}

/** Prepares a trace for a reader: its steps, why each other credential is rejected, and the assumptions. */
export function explainLeg(trace: Trace, ruleOf: RuleOf, audience: Audience = 'architect'): LegExplanation {
  const verdict = verdictOf(trace)
  const deciding = trace.steps.findLast((step) => step.kind === 'decision' && step.rule === verdict.rule)
  const steps = trace.steps
    .filter((step) => isExplained(step, trace, deciding))
    .map((step): ExplainedStep => {
      const reason = step.kind === 'decision' ? reasonOf(trace, step, ruleOf) : undefined
      const sentence = stepSentence(step, trace, audience)
      return { step, sentence, deciding: step === deciding, ...(reason === undefined ? {} : { reason }) }
    })
  const error = 'error' in verdict ? errorMeaning(verdict.error) : undefined
  return {
    trace,
    steps,
    refusals: trace.refused.map((refusal) => explainedRefusal(trace, refusal, ruleOf)),
    assumptions: assumptionsOf(trace),
    ...(error === undefined ? {} : { error }),
  }
}

/** Assumptions, refusals, and the grid of policies that do not apply are shown separately. */
function isExplained(step: Step, trace: Trace, deciding: Step | undefined): boolean {
  if (step === deciding) return true
  if (step.kind === 'assumption' || step.kind === 'outcome') return false
  if (step.kind === 'policy') return step.outcome.effect !== 'skipped' && step.outcome.effect !== 'disabled'
  return step.kind !== 'decision' || !isAboutAnother(step, trace)
}

function explainedRefusal(trace: Trace, refusal: Refusal, ruleOf: RuleOf): ExplainedRefusal {
  const decision = decisions(trace).find(
    ({ question, about, rule }) => question === 'acceptance' && about === refusal.credential && rule === refusal.rule,
  )
  const reason = decision === undefined ? undefined : reasonOf(trace, decision, ruleOf)
  const meaning = errorMeaning(refusal.error)
  return { ...refusal, ...(reason === undefined ? {} : { reason }), ...(meaning === undefined ? {} : { meaning }) }
}

function assumptionsOf(trace: Trace): readonly ExplainedAssumption[] {
  return trace.steps.flatMap((step) => {
    if (step.kind !== 'assumption') return []
    const row = defaultById.get(step.default)
    const known = row === undefined ? {} : { statement: row.statement, citation: row.citation }
    return [{ id: step.default, fact: step.fact, value: step.value, ...known }]
  })
}

function reasonOf(trace: Trace, decision: DecisionStep, ruleOf: RuleOf): Reason | undefined {
  const rule = ruleOf(decision.rule)
  if (rule === undefined) return undefined
  const { id, statement, basis, citation, because } = rule
  const facts = because.flatMap((fact) => {
    const value = valueThen(trace, decision, fact)
    return value === undefined ? [] : [withPlace(trace, decision, fact, value)]
  })
  return { rule: id, statement, basis, citation, because: facts }
}

function withPlace(trace: Trace, decision: DecisionStep, fact: FactName, value: string): Because {
  const origin = originOf(trace, fact)
  const decidedBy = origin === undefined ? ruleBehind(trace, decision, fact) : undefined
  return { fact, value, ...(origin === undefined ? {} : { origin }), ...(decidedBy === undefined ? {} : { decidedBy }) }
}

/** Facts that are answers to earlier questions. */
const answers: Readonly<Partial<Record<FactName, DecisionStep['question']>>> = {
  flow: 'flow',
  issuer: 'issuer',
  homeRealm: 'home-realm',
  secondFactor: 'second-factor',
  appPassword: 'app-password',
  verifier: 'verifier',
  accountState: 'account-state',
  idpAccess: 'identity-provider-access',
}

function ruleBehind(trace: Trace, decision: DecisionStep, fact: FactName): RuleId | undefined {
  const question = answers[fact]
  if (question === undefined || question === decision.question) return undefined
  const earlier = decisions(trace).filter((other) => other.question === question)
  return (earlier.find(({ about }) => about === decision.about) ?? earlier.find(({ about }) => about === undefined))
    ?.rule
}

/** Those among them whose answer depends on the credential in question. */
const answeredBy: Readonly<Partial<Record<FactName, DecisionStep['question']>>> = {
  verifier: 'verifier',
  accountState: 'account-state',
  idpAccess: 'identity-provider-access',
}

/** The value of a fact at the time of a decision: some depend on the credential or flow in question. */
function valueThen(trace: Trace, decision: DecisionStep, fact: FactName): string | undefined {
  const { question, about } = decision
  if (question === 'service-offer' || question === 'service-gate') {
    if (fact === 'flow' && about !== undefined) return about
    const last = decisions(trace).findLast(
      (other) => other.question === 'service-offer' || other.question === 'service-gate',
    )
    if (about !== trace.authentication?.used && about !== last?.about) return undefined
  } else if (about !== undefined) {
    if (fact === 'credential') return about
    const asked = answeredBy[fact]
    if (asked !== undefined) {
      const answer = decisions(trace).find((other) => other.question === asked && other.about === about)?.answer
      return answer ?? (fact === 'idpAccess' ? 'not-asked' : undefined)
    }
  }
  const value = trace.facts[fact]
  return value === missing ? 'not known' : value
}
