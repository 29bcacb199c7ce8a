import { contacted, decisions } from '../../trace/views.ts'
import type { Question } from '../../vocabulary/questions.ts'
import { appliesOf, demandsOf, requiredOf } from './demands.ts'
import { nothing, only, type Reading } from './reading.ts'
import { frequencyOf, sessionControlsOf } from './session-words.ts'
import type { LegView, SignIn } from './sign-in.ts'
import { legClientKind } from './sign-in-keys.ts'

type ReadLeg = (leg: LegView, signIn: SignIn) => Reading

type Settled = Exclude<LegView['verdict'], { readonly kind: 'undetermined' }>

/** A value that only the verdict of a leg determines, so it is unknown while the verdict is undetermined. */
const ofVerdict =
  (read: (verdict: Settled) => string | undefined): ReadLeg =>
  ({ verdict }) =>
    verdict.kind === 'undetermined' ? unknown(verdict.missing) : only(read(verdict))

/**
 * The same for a question that may have been answered before facts were missing: the answer is the only possible value.
 */
const answered =
  (question: Question, read: (verdict: Settled) => string | undefined): ReadLeg =>
  (leg) => {
    const { verdict } = leg
    if (verdict.kind !== 'undetermined') return only(read(verdict))
    const credential = answerTo(leg, 'credential')
    const answer = question === 'credential' ? credential : answerTo(leg, question, credential)
    return answer === undefined
      ? unknown(verdict.missing)
      : { values: [], maybe: { values: [answer], missing: verdict.missing } }
  }

function answerTo(leg: LegView, question: Question, about?: string): string | undefined {
  const trace = leg.trace()
  if (trace === undefined) return undefined
  return decisions(trace).find(
    (step) => step.question === question && (step.about === undefined || step.about === about),
  )?.answer
}

const unknown = (missing: readonly string[]): Reading => ({ values: [], maybe: { values: 'any', missing } })

/** Whatever was observed so far is certain; if the verdict is undetermined, more may follow. */
const soFar =
  (read: (leg: LegView) => readonly string[]): ReadLeg =>
  (leg) => {
    const values = read(leg)
    return leg.verdict.kind === 'undetermined' ? { ...unknown(leg.verdict.missing), values } : { values }
  }

function rule({ verdict }: LegView): Reading {
  if (verdict.kind !== 'undetermined') return only(verdict.rule)
  const named = only(verdict.rule)
  return { ...named, unsure: true, maybe: { values: 'any', missing: verdict.missing } }
}

function flow(leg: LegView): Reading {
  const { verdict } = leg
  if (verdict.kind !== 'undetermined' && verdict.kind !== 'signs-in') return nothing
  const used = leg.trace()?.authentication?.used ?? undefined
  if (verdict.kind === 'signs-in') return only(used)
  return { values: [], maybe: { values: used === undefined ? 'any' : [used], missing: verdict.missing } }
}

/** What is presented when a user signs in interactively: unknown if the user chooses or the file does not state it. */
function presents({ verdict }: LegView): Reading {
  if (verdict.kind === 'undetermined') return unknown(verdict.missing)
  if (verdict.kind !== 'signs-in' || verdict.credential !== 'interactive') return nothing
  return verdict.presents === undefined ? unknown(['methods']) : only(verdict.presents)
}

/** Keys of claims about one leg of a sign-in. */
export const legKeys = {
  leg: ({ leg }) => only(leg),
  required: ({ optional }) => only(optional ? 'no' : 'yes'),
  credential: answered('credential', (verdict) => ('credential' in verdict ? verdict.credential : undefined)),
  presents,
  verifier: answered('verifier', (verdict) => ('verifier' in verdict ? verdict.verifier : undefined)),
  'second-factor': answered('second-factor-outcome', (verdict) =>
    'secondFactor' in verdict ? verdict.secondFactor : undefined,
  ),
  'second-factor-by': answered('second-factor-by', (verdict) =>
    'secondFactorBy' in verdict ? verdict.secondFactorBy : undefined,
  ),
  rule,
  policy: ({ verdict }) => {
    if (verdict.kind === 'undetermined') return unknown(verdict.missing)
    return { values: verdict.kind === 'blocked' ? verdict.policies : [] }
  },
  error: ofVerdict((verdict) => ('error' in verdict ? verdict.error : undefined)),
  missing: ({ verdict }) => ({ values: verdict.kind === 'undetermined' ? verdict.missing : [] }),
  'relying-party': ({ relyingParty }) => only(relyingParty),
  protocol: ({ protocol }) => only(protocol),
  audit: soFar(({ audit }) => audit),
  contacts: soFar((leg) => {
    const trace = leg.trace()
    return trace === undefined ? [] : contacted(trace)
  }),
  flow,
  'client-kind': (leg, signIn) => legClientKind(signIn, leg),
  applies: (leg) => appliesOf(leg.trace()?.policyOutcomes ?? []),
  demands: (leg, { tenant }) => demandsOf(tenant, leg.trace()?.policyOutcomes ?? []),
  'required-controls': (leg, { tenant }) => {
    const trace = leg.trace()
    return requiredOf(tenant, trace?.conditionalAccess, trace?.openClauses)
  },
  'sign-in-frequency': (leg) => frequencyOf(leg.trace()?.conditionalAccess),
  'session-controls': (leg) => sessionControlsOf(leg.trace()?.conditionalAccess),
} as const satisfies Readonly<Record<string, ReadLeg>>
