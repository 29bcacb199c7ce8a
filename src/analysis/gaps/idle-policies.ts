import { addAll, type Bitmap, common, firstOf, isEmpty, occupiedWords, overlapAt } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { policiesOfUser } from '../../simulate/conditional-access/assigned-users.ts'
import { maskWhere, without } from '../../simulate/conditional-access/bits.ts'
import { settledDecision } from '../../simulate/conditional-access/evaluate.ts'
import type { PoliciesOfLeg } from '../../simulate/policies-of-leg.ts'
import { decisionText } from '../../simulate/said-of-leg.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import { settledTenant } from '../../tenant/tenant-at.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import { type Alone, type ConcernedBook, concernedBook } from './concerned-users.ts'
import { narrowed, type SweptUsers, sweptUsersIn } from './crowd.ts'
import { addDeciding, type DecidingBook, decidingBook, type Instead } from './deciding-instead.ts'
import { rulesAsReasons } from './origin.ts'
import type { Played } from './played.ts'
import type { Because, GapCase } from './result.ts'
import { collector, type Observer, type Sweep } from './sweep.ts'
import { sweptPolicies, withPolicy } from './swept-policies.ts'

const evaluation: Because = {
  statement: 'A policy applies to a sign-in only if every condition it configures is met.',
  citation: { source: 'ca-policies' },
}
const everyPolicy: Because = {
  statement: 'All policies that apply to a sign-in must be satisfied, and a block ends the evaluation.',
  citation: { source: 'ca-policies' },
}

/** The number of conditions of a policy that a sign-in does not meet. */
const missed = ({ conditions }: PolicyOutcome): number =>
  Object.values(conditions).filter((result) => result === 'miss').length

/** The outcome of a leg, without the names of the deciding policies. */
function endOf(trace: Trace): string {
  const { policies: _names, ifReportOnlyEnforced: _trial, ...combined } = trace.conditionalAccess ?? { policies: [] }
  const verdict = verdictOf(trace)
  return JSON.stringify([verdict.kind === 'blocked' ? { ...verdict, policies: [] } : verdict, combined])
}

const endsOf = (traces: readonly Trace[]): string => JSON.stringify(traces.map(endOf))

interface Watched {
  readonly policy: Policy
  /** The index of the compiled policy. */
  readonly index: number
  /** The place of the policy in the file, which is the order of outcomes. */
  readonly inFile: number
  /** The users in the tenant without the policy. */
  readonly without: SweptUsers
  applies: Played | undefined
  matters: boolean
  readonly instead: Instead
  nearest: { readonly played: Played; readonly missed: number } | undefined
}

/** What of a sign-in is found once for all policies that are watched. */
interface Books {
  readonly crowd: SweptUsers
  readonly concerns: ConcernedBook
  readonly deciding: DecidingBook
}

function watch(watched: Watched, { crowd, concerns: book, deciding }: Books, played: Played, words: Uint32Array): void {
  if (watched.matters) return
  const users = book(played, watched.index)
  if (users === undefined || !overlapAt(words, played.users, users.possible)) {
    if (watched.applies === undefined) approach(watched, played)
    return
  }
  if (overlapAt(words, played.users, users.open)) {
    watched.matters = true
    return
  }
  if (watched.applies === undefined) approach(watched, played)
  if (!overlapAt(words, played.users, users.sure)) return
  watched.applies ??= narrowed(played, users.sure)
  for (const [leg, trace] of played.traces.entries())
    addDeciding(watched.instead, users.sure, deciding(played, leg, trace))
  if (users.alone.some((alone) => endsOtherwise(watched, crowd, played, alone))) watched.matters = true
}

/** Keeps the sign-in that comes closest to meeting the policy's conditions. */
function approach(watched: Watched, played: Played): void {
  played.traces.forEach((trace, leg) => {
    const nearest = watched.nearest?.missed ?? Number.POSITIVE_INFINITY
    // What a token or a ticket answers is asked for otherwise.
    const least = trace.device === undefined ? played.policies(leg)?.reached.missedAtLeast(watched.index) : undefined
    if ((least ?? 0) >= nearest) return
    const outcome = played.wholeTrace(leg)?.policyOutcomes?.[watched.inFile]
    const distance = outcome === undefined ? Number.POSITIVE_INFINITY : missed(outcome)
    if (distance < nearest) watched.nearest = { played, missed: distance }
  })
}

/** Whether a leg may go otherwise without the policy for users for whom no other policy does the same. */
function endsOtherwise(watched: Watched, crowd: SweptUsers, played: Played, { leg, of, users, bare }: Alone): boolean {
  const silent = played.silent[leg] === true
  const alone = common(played.users, users)
  if (!silent && !isEmpty(alone) && decidesOtherwise(of, played.kind, alone, watched.index)) return true
  const left = common(played.users, bare)
  addAll(left, alone)
  return !isEmpty(left) && playsOtherwise(watched, crowd, played, left)
}

/** Whether the policies decide otherwise without one of them for the first of some users; false where that is open. */
function decidesOtherwise({ compiled, assigned, question }: PoliciesOfLeg, kind: Kind, users: Bitmap, policy: number) {
  const place = kind.firstWord * 32 + firstOf(users)
  const certain = policiesOfUser(assigned.certain, place)
  const possible = policiesOfUser(assigned.possible, place)
  const only = maskWhere(assigned.certain.length, (index) => index === policy)
  const decided = settledDecision(compiled, question, { certain, possible })
  const others = { certain: without(certain, only), possible: without(possible, only) }
  const left = settledDecision(compiled, question, others)
  return decided !== undefined && left !== undefined && decisionText(decided) !== decisionText(left)
}

/** Whether the sign-in of some of its users ends differently in the tenant without the policy. */
function playsOtherwise({ policy, without: other }: Watched, { engine }: SweptUsers, played: Played, among: Bitmap) {
  const request = { ...played.request, user: played.kind.representative }
  const as = 'representative' as const
  // Users whose sign-in ends the same way can have sessions of different shapes.
  const detail = Object.keys(policy.session).length > 0 ? 'unnamed-reading' : 'ending'
  const parts = other.engine.play(played.kind, request, other.whole ? 'none' : detail, { as, among })
  return parts.some(({ word, traces, users }) => {
    const [now] = engine.play(played.kind, request, 'none', { as, among: users.members })
    if (now === undefined) return true
    // Where the same is said in both, it ends the same way.
    const said = now.word()?.what
    return (said === undefined || said !== word()?.what) && endsOf(now.traces()) !== endsOf(traces())
  })
}

/** Policies whose removal would change no sign-in. */
export function idlePolicies(sweep: Sweep): Observer {
  const { tenant: declared, at, crowd } = sweep
  const { compiled } = crowd.engine.assignedWith(at, (policy) => policy)
  const settled = settledTenant(declared, at)
  const all = sweptPolicies(settled).map(
    (policy): Watched => ({
      policy,
      index: compiled.policies.findIndex(({ name }) => name === policy.name),
      inFile: settled.conditionalAccess.policies.findIndex(({ name }) => name === policy.name),
      without: sweptUsersIn(crowd, (tenant) =>
        withPolicy(settledTenant(tenant, at), policy.name, (one) => ({ ...one, state: 'disabled' })),
      ),
      applies: undefined,
      matters: false,
      instead: {
        policy: policy.name,
        names: new Set(),
        mask: maskWhere(compiled.policies.length, (at) => compiled.policies[at]?.name === policy.name),
      },
      nearest: undefined,
    }),
  )
  const books: Books = { crowd, concerns: concernedBook(compiled), deciding: decidingBook(crowd) }
  return {
    see: (played) => {
      const words = occupiedWords(played.users)
      for (const watched of all) watch(watched, books, played, words)
    },
    end: () => all.flatMap((watched) => idleFinding(sweep, watched)),
  }
}

function idleFinding(sweep: Sweep, { policy, applies, matters, instead, nearest }: Watched): readonly GapCase[] {
  const played = applies ?? nearest?.played
  if (matters || played === undefined) return []
  const found = collector(sweep)
  const shown = { about: policy.name, severity: 'warning', origin: policy.origin, acrossClasses: true } as const
  if (applies === undefined) found.add(played, { ...shown, kind: 'policy-decides-nothing', because: [evaluation] })
  else
    found.add(applies, {
      ...shown,
      kind: 'policy-shadowed',
      because: [everyPolicy, ...grantRules(applies, policy.name)],
      details: { policies: [...instead.names] },
    })
  return found.cases()
}

const grantRules = ({ traces, wholeTrace }: Played, name: string): readonly Because[] =>
  rulesAsReasons(
    ...traces.flatMap((_, leg) =>
      (wholeTrace(leg)?.steps ?? []).flatMap((step) =>
        step.kind === 'policy' && step.outcome.policy === name ? [step.rule] : [],
      ),
    ),
  )
