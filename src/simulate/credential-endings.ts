import type { Decision } from '../rules/decide.ts'
import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import type { OpenCredential, Refusal, Step, Verdict } from '../trace/step.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import { type Known, type LegFacts, missing } from '../vocabulary/facts.ts'
import { ask, type Working } from './ask.ts'
import { errorOf } from './error-of.ts'
import { claimCarried, mfaSatisfied } from './facts/mfa-satisfied.ts'
import type { Judged } from './judge-credential.ts'
import { afterSignIn, blockVerdict, firstFactorFailure, refusedWith } from './leg-verdicts.ts'
import type { LegPolicies } from './policies.ts'

/** What is decided on a leg of every credential alike. */
export interface LegHurdles {
  readonly wanted: Decision<'credential'>
  readonly block: Decision<'policy-block'>
  readonly policies: LegPolicies | undefined
  /** Undefined where the service holds no mailboxes. */
  readonly gate: Decision<'mailbox-gate'> | undefined
  readonly self: Decision<'self-service'> | undefined
}

/** How a leg ends for the credentials that are not its verdict's: each is in one list, or the leg stops it as its verdict says. */
export interface OtherCredentials {
  readonly refused: readonly Refusal[]
  readonly accepted: readonly Credential[]
  readonly undetermined: readonly OpenCredential[]
}

/** Facts that are settled once it is known which credential is presented. */
export type FoundByEnding = Pick<LegFacts, 'credential' | 'verifier' | 'mfaSatisfied'>

/** How a leg ends with a credential. */
export interface Ending {
  readonly verdict: Verdict
  readonly found: FoundByEnding
}

/**
 * How the leg ends if this credential is presented: the one place that decides it, for what a leg requires and for what
 * is tried. A first factor that fails comes before the policies, which come before a demand for a second factor.
 */
export function endingWith(working: Working, judged: Judged, hurdles: LegHurdles, steps: Step[]): Ending {
  const facts = copyOfFacts(working.facts)
  facts.credential = judged.credential
  facts.verifier = judged.verifier ?? missing
  const own: Working = { ...working, facts }
  const verdict =
    firstFactorFailure(judged) ??
    blockVerdict(facts, hurdles.block, hurdles.policies) ??
    afterSignIn(facts, afterFirstFactor(own, judged, hurdles.wanted, steps), hurdles.gate, hurdles.self)
  const found: FoundByEnding = { credential: facts.credential, verifier: facts.verifier }
  if (facts.mfaSatisfied !== undefined) found.mfaSatisfied = facts.mfaSatisfied
  return { verdict, found }
}

/** Goes on after the first factor; the facts of this ending are completed. */
function afterFirstFactor(working: Working, judged: Judged, wanted: Decision<'credential'>, steps: Step[]): Verdict {
  const { credential, verifier } = judged
  if (judged.missing !== undefined) return { kind: 'undetermined', missing: judged.missing }
  if (judged.refusal !== undefined) return refusedWith(judged.refusal, judged.stage)
  if (verifier === undefined) throw new Error(`nobody verifies ${credential}`)
  working.facts.mfaSatisfied = carriedMfa(working)
  const outcome = ask(working, 'second-factor-outcome', steps, 'entra-id')
  if (outcome.missing !== undefined) return { kind: 'undetermined', missing: outcome.missing, rule: outcome.rule }
  const by =
    outcome.answer === 'asked' || outcome.answer === 'may-be-asked' || outcome.answer === 'already-satisfied'
      ? ask(working, 'second-factor-by', steps, 'entra-id')
      : undefined
  if (by?.answer === 'nobody' && outcome.answer === 'asked')
    return { kind: 'cannot-sign-in', rule: by.rule, stage: 'after-password', ...errorOf(working.facts, by.rule) }
  // The rule that asks for this credential; where another one is presented, the rule that accepts it.
  const rule = wanted.answer === credential ? wanted.rule : judged.rule
  const verdict = { kind: 'signs-in', credential, verifier, secondFactor: outcome.answer, rule } as const
  // Who performs it may stay open: what the user does is the same, and the decision names the missing fact.
  return by?.answer === undefined || by.answer === 'nobody' ? verdict : { ...verdict, secondFactorBy: by.answer }
}

/** A second factor passed before: what meets a policy counts as carried by the token. */
export function carriedMfa({ context, facts }: Working): Known<'mfaSatisfied'> {
  return facts.policyDemandsMfa === 'met' ? claimCarried(context) : mfaSatisfied(context)
}

/** How the leg ends for each credential when it is presented, in their order. */
export function endingsOf(working: Working, all: readonly Judged[], hurdles: LegHurdles): readonly Verdict[] {
  return all.map((judged) => endingWith(working, judged.presentedNow ?? judged, hurdles, []).verdict)
}

/** The endings by kind, without the one credential that the leg signs in with. */
export function othersThan(
  except: Credential | undefined,
  all: readonly Judged[],
  endings: readonly Verdict[],
): OtherCredentials {
  const refused: Refusal[] = []
  const accepted: Credential[] = []
  const undetermined: OpenCredential[] = []
  endings.forEach((ending, at) => {
    const credential = all[at]?.credential
    if (credential === undefined || credential === except) return
    if (ending.kind === 'refused') refused.push(refusalOf(ending))
    else if (ending.kind === 'signs-in') accepted.push(credential)
    else if (ending.kind === 'undetermined') undetermined.push({ credential, missing: ending.missing })
  })
  return { refused, accepted, undetermined }
}

function refusalOf({ credential, verifier: by, rule, error }: Extract<Verdict, { kind: 'refused' }>): Refusal {
  return { credential, by, rule, ...(error === undefined ? {} : { error }) }
}
