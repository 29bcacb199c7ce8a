import type { Step, Verdict } from '../trace/step.ts'
import type { AnsweredBy } from '../vocabulary/tokens.ts'
import type { LegContext } from './leg-context.ts'

/** The verdict with what answered, and whether the user was asked for anything. */
export function withPrompts(verdict: Verdict, steps: readonly Step[], context: LegContext): Verdict {
  if (verdict.kind !== 'signs-in') return verdict
  const prompted = steps.some(({ kind }) => kind === 'prompt')
  const answeredBy = context.answeredBy ?? (prompted ? undefined : answeredAnyway(steps, verdict.credential, context))
  return answeredBy === undefined ? { ...verdict, prompted } : { ...verdict, answeredBy, prompted }
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
