import type { Step, Verdict } from '../trace/step.ts'
import type { Working } from './ask.ts'
import type { AccountDecisions } from './decide-account.ts'
import { type StatedFailure, statedFailure } from './methods/stated-methods.ts'
import { record } from './recorder.ts'

/**
 * What is decided about the account, with the methods that the sign-in states: those that cannot be presented here open
 * nothing, whatever they would satisfy.
 */
export function withStatedMethods({ context, facts }: Working, account: AccountDecisions): AccountDecisions {
  const { verdict, others } = account
  if (verdict.kind !== 'signs-in' || verdict.credential !== 'interactive') return account
  const failure = statedFailure(context, facts)
  if (failure === undefined) return account
  const credentialSteps: Step[] = [...account.credentialSteps]
  record({ steps: credentialSteps, at: 'entra-id' }, failure.decision)
  const { missing, rule } = failure.decision
  const presented = context.request.presents !== undefined
  const lost =
    missing === undefined
      ? { refused: [...others.refused, { credential: 'interactive', by: 'entra-id', rule } as const] }
      : { undetermined: [...others.undetermined, { credential: 'interactive', missing } as const] }
  return { ...account, credentialSteps, others: { ...others, ...lost }, verdict: endOf(failure, presented) }
}

/** How a leg ends on which stated methods fail: nobody is asked for what the device cannot give. */
function endOf({ decision: { missing, rule }, afterFirst }: StatedFailure, presented: boolean): Verdict {
  if (missing !== undefined) return { kind: 'undetermined', missing, rule }
  const stage = afterFirst ? 'after-password' : 'before-password'
  if (!presented) return { kind: 'cannot-sign-in', rule, stage }
  return { kind: 'refused', credential: 'interactive', verifier: 'entra-id', rule, stage }
}
