import type { Step, Verdict } from '../trace/step.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import type { AnsweredBy } from '../vocabulary/tokens.ts'
import type { LegContext } from './leg-context.ts'

/** The verdict with what answered, and whether the user was asked for anything. */
export function withPrompts(verdict: Verdict, steps: readonly Step[], context: LegContext): Verdict {
  if (verdict.kind !== 'signs-in') return verdict
  const prompted = steps.some(({ kind }) => kind === 'prompt')
  const answeredBy = context.answeredBy ?? (prompted ? undefined : answeredAnyway(steps, verdict.credential, context))
  const { credential, verifier, secondFactor, secondFactorBy, rule } = verdict
  // One by one, since adding to an object that was spread is many times slower.
  const told: Mutable<typeof verdict> = { kind: 'signs-in', credential, verifier, secondFactor, rule }
  if (secondFactorBy !== undefined) told.secondFactorBy = secondFactorBy
  if (answeredBy !== undefined) told.answeredBy = answeredBy
  told.prompted = prompted
  return told
}

/** A ticket of the domain; a password that the client was given before. */
function answeredAnyway(
  steps: readonly Step[],
  credential: string,
  { request }: Pick<LegContext, 'request'>,
): AnsweredBy | undefined {
  const ticket = steps.some(
    (step) => step.kind === 'message' && step.message.kind === 'ticket-issued' && step.message.mechanism === 'kerberos',
  )
  if (ticket) return 'kerberos-ticket'
  const stored = credential === 'account-password' || credential === 'app-password'
  return stored && request.signals.signedIn === 'yes' ? 'stored-secret' : undefined
}
