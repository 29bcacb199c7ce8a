import type { Stage, Verdict } from '../../trace/step.ts'
import { type ActorAppearance, say, type TraceBuilder } from '../../trace/trace-builder.ts'
import type { ActorId, Verifier } from '../../vocabulary/actors.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { Message } from '../../vocabulary/protocols.ts'
import type { Answers } from '../../vocabulary/questions.ts'
import type { LegDecisions } from '../decide-leg.ts'
import type { LegContext } from '../leg-context.ts'

/** What a message script needs to tell how a leg went. It decides nothing. */
export interface Narration {
  readonly builder: TraceBuilder
  readonly cast: ActorAppearance
  readonly context: LegContext
  readonly decisions: LegDecisions
  readonly service: ActorId
  /** The credential that is presented; undefined if there is none to present. */
  readonly credential: Credential | undefined
  readonly verifier: Verifier | undefined
}

/** Appends a message. */
export function tell({ builder, cast }: Narration, from: ActorId, to: ActorId, message: Message): void {
  say(builder, cast, from, to, message)
}

/** The stage at which the sign-in stops, if it does before the service accepts the client. */
export function stopsAt({ decisions }: Narration): Stage | undefined {
  const { verdict } = decisions
  return verdict.kind === 'signs-in' || verdict.kind === 'undetermined' ? undefined : verdict.stage
}

/** Whether the sign-in stops because nothing reaches the identity provider, which then takes no part in it. */
export function isOutOfReach(narration: Narration): boolean {
  return stopsAt(narration) === 'at-identity-provider' && narration.decisions.judged?.found.idpAccess === 'unreachable'
}

/** The error that goes with a refusal. */
export function refusal({ decisions }: Narration): Message {
  const verdict: Verdict = decisions.verdict
  const error = verdict.kind === 'signs-in' || verdict.kind === 'undetermined' ? undefined : verdict.error
  return error === undefined ? { kind: 'refusal' } : { kind: 'refusal', error }
}

/** The user is asked, and types; a client that has been signed in keeps what was typed and asks nobody. */
export function typed(narration: Narration, credential: Credential): void {
  if (narration.context.request.signals.signedIn === 'yes') return
  narration.builder.steps.push({ kind: 'prompt', prompt: narration.context.request.prompt, asks: credential })
  tell(narration, 'user', 'client', { kind: 'credential-presented', credential })
}

/** Active Directory checks a password for someone. */
export function validateOnPremises(narration: Narration, asker: ActorId, right: boolean): void {
  tell(narration, asker, 'active-directory', { kind: 'password-validation-request' })
  tell(narration, 'active-directory', asker, validationAnswer(narration, right))
}

/** Whether the verdict is that of a rule on acceptance with this answer. */
function decidedAs({ verdict, acceptanceSteps }: LegDecisions, answer: Answers['acceptance']): boolean {
  return acceptanceSteps.some(
    (step) => step.kind === 'decision' && step.rule === verdict.rule && step.answer === answer,
  )
}

/** Who checks a password says whether it is right; an account that cannot be used is another answer than a wrong one. */
export function validationAnswer({ decisions }: Narration, right: boolean): Message {
  const unusable = !right && decidedAs(decisions, 'account-unusable')
  return { kind: 'password-validation-answer', right, ...(unusable ? { account: 'unusable' as const } : {}) }
}
