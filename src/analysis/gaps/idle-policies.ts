import { addAll, type Bitmap, common, difference, isEmpty, overlap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { hasBit, maskWhere } from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/play-sets.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import { settledTenant } from '../../tenant/tenant-at.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import { narrowed, type SweptUsers, sweptUsersIn } from './crowd.ts'
import { addDeciding, type DecidingBook, decidingBook, type Instead } from './deciding-instead.ts'
import { rulesAsReasons } from './origin.ts'
import type { Played } from './played.ts'
import { concernedBy, concernedByAny } from './policies-behind.ts'
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

const outcomeOf = (trace: Trace | undefined, name: string): PolicyOutcome | undefined =>
  trace?.policyOutcomes?.find(({ policy }) => policy === name)

/** The number of conditions of a policy that a sign-in does not meet. */
const missed = ({ conditions }: PolicyOutcome): number =>
  Object.values(conditions).filter((result) => result === 'miss').length

/** The outcome of a leg, without the names of the deciding policies. */
function endOf(trace: Trace): string {
  const { policies: _names, ifReportOnlyEnforced: _trial, ...combined } = trace.conditionalAccess ?? { policies: [] }
  const verdict = verdictOf(trace)
  return JSON.stringify([verdict.kind === 'blocked' ? { ...verdict, policies: [] } : verdict, combined])
}

interface Watched {
  readonly policy: Policy
  /** The index of the compiled policy. */
  readonly index: number
  /** The users in the tenant without the policy. */
  readonly without: SweptUsers
  applies: Played | undefined
  matters: boolean
  readonly instead: Instead
  nearest: { readonly played: Played; readonly missed: number } | undefined
}

/** The users of a kind whom a policy concerns on one of the legs of a sign-in. */
interface Concerned {
  /** For sure, or perhaps. */
  readonly possible: Bitmap
  /** Where it is open whether the policy applies. */
  readonly open: Bitmap
  readonly sure: Bitmap
  /** Those of them for whom no other policy does the same on every leg. */
  readonly alone: Bitmap
}

/** Whom each policy concerns, given by index; equal for all parts of a sign-in, so found once. Undefined if nobody. */
type ConcernedBook = (played: Played, index: number) => Concerned | undefined

function concernedBook(): ConcernedBook {
  let of: Played['policies'] | undefined
  let known = new Map<number, Concerned | undefined>()
  return (played, index) => {
    // All parts of a sign-in are seen before those of the next, so earlier results are no longer needed.
    if (played.policies !== of) known = new Map()
    of = played.policies
    if (known.has(index)) return known.get(index)
    const made = concernedUsers(played, index)
    known.set(index, made)
    return made
  }
}

function concernedUsers({ kind, traces, policies }: Played, index: number): Concerned | undefined {
  const reaching = [...traces.keys()]
    .flatMap((leg) => policies(leg) ?? [])
    .filter(({ reached }) => hasBit(reached.perhaps, index))
  if (reaching.length === 0) return undefined
  const nobody = (): Bitmap => new Uint32Array(kind.words)
  const [possible, open, sure] = [nobody(), nobody(), nobody()]
  let stands: Bitmap | undefined
  for (const of of reaching) {
    const [certain, perhaps] = [concernedBy(of, kind, index), concernedBy(of, kind, index, 'possible')]
    const applying = hasBit(of.reached.applying, index)
    addAll(possible, perhaps)
    if (applying) addAll(sure, certain)
    addAll(open, applying ? difference(perhaps, certain) : perhaps)
    const others = standIns({ of, index }, kind)
    stands = stands === undefined ? others : common(stands, others)
  }
  if (stands === undefined || isEmpty(possible)) return undefined
  return { possible, open, sure, alone: difference(sure, stands) }
}

/** What of a sign-in is found once for all policies that are watched. */
interface Books {
  readonly concerns: ConcernedBook
  readonly deciding: DecidingBook
}

function watch(watched: Watched, { concerns: book, deciding }: Books, played: Played): void {
  if (watched.matters) return
  const users = book(played, watched.index)
  if (users === undefined || !overlap(played.users, users.possible)) {
    if (watched.applies === undefined) approach(watched, played)
    return
  }
  if (overlap(played.users, users.open)) {
    watched.matters = true
    return
  }
  if (watched.applies === undefined) approach(watched, played)
  const concerned = narrowed(played, users.sure)
  if (concerned === undefined) return
  watched.applies ??= concerned
  for (const [leg, trace] of played.traces.entries())
    addDeciding(watched.instead, concerned, {
      of: played.policies(leg),
      trace,
      found: () => deciding(played, leg, trace),
    })
  const left = overlap(played.users, users.alone) ? narrowed(played, users.alone) : undefined
  if (left !== undefined && endsOtherwise(watched.without, left)) watched.matters = true
}

/** Keeps the sign-in that comes closest to meeting the policy's conditions. */
function approach(watched: Watched, played: Played): void {
  played.traces.forEach((trace, leg) => {
    const nearest = watched.nearest?.missed ?? Number.POSITIVE_INFINITY
    // What a token or a ticket answers is asked for otherwise.
    const least = trace.device === undefined ? played.policies(leg)?.reached.missedAtLeast(watched.index) : undefined
    if ((least ?? 0) >= nearest) return
    const outcome = outcomeOf(played.wholeTrace(leg), watched.policy.name)
    const distance = outcome === undefined ? Number.POSITIVE_INFINITY : missed(outcome)
    if (distance < nearest) watched.nearest = { played, missed: distance }
  })
}

interface LegReached {
  readonly of: PoliciesOfLeg
  readonly index: number
}

/** Users for whom other policies have the same effect as one policy on a leg. */
function standIns({ of, index }: LegReached, kind: Kind): Bitmap {
  const { reached, compiled } = of
  const count = compiled.policies.length
  if (!hasBit(reached.deciding, index)) return new Uint32Array(kind.words).fill(0xffffffff)
  if (Object.keys(compiled.policies[index]?.session ?? {}).length > 0) return new Uint32Array(kind.words)
  const own = new Set(reached.clauses.get(index) ?? [])
  const others = maskWhere(count, (other) => {
    if (other === index || !hasBit(reached.deciding, other)) return false
    if (hasBit(reached.blocks, other)) return true
    if (hasBit(reached.blocks, index)) return false
    const clauses = reached.clauses.get(other) ?? []
    return (
      (reached.legacy && own.size > 0 && clauses.length > 0) || [...own].every((clause) => clauses.includes(clause))
    )
  })
  return own.size === 0 && !hasBit(reached.blocks, index)
    ? new Uint32Array(kind.words).fill(0xffffffff)
    : concernedByAny(of, kind, others)
}

/** Whether the outcome for some of its users differs in another tenant. */
function endsOtherwise(other: SweptUsers, played: Played): boolean {
  const said = played.word()?.what
  const ends = (traces: readonly Trace[]): string => JSON.stringify(traces.map(endOf))
  const request = { ...played.request, user: played.kind.representative }
  const parts = other.engine.play(played.kind, request, other.whole ? 'none' : 'ending', {
    as: 'representative',
    among: played.users,
  })
  // Where the same is said in both, it ends the same way.
  return parts.some(({ word, traces }) => {
    const same = said !== undefined && word()?.what === said
    return !same && ends(traces()) !== ends(played.traces)
  })
}

/** Policies whose removal would change no sign-in. */
export function idlePolicies(sweep: Sweep): Observer {
  const { tenant: declared, at, crowd } = sweep
  const { compiled } = crowd.engine.assignedWith(at, (policy) => policy)
  const all = sweptPolicies(settledTenant(declared, at)).map(
    (policy): Watched => ({
      policy,
      index: compiled.policies.findIndex(({ name }) => name === policy.name),
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
  const books: Books = { concerns: concernedBook(), deciding: decidingBook(crowd) }
  return {
    see: (played) => {
      for (const watched of all) watch(watched, books, played)
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
