import { addAll, type Bitmap, common, difference, isEmpty, overlap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { hasBit, indexesOf, type Mask, maskWhere, setBit, without } from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/play-sets.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import { settledTenant } from '../../tenant/tenant-at.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import { type Crowd, crowdWith, narrowed, playsOf } from './crowd.ts'
import { rulesAsReasons } from './origin.ts'
import type { Played } from './played.ts'
import { byPolicies, concernedBy, concernedByAny, perhapsDeciding } from './policies-behind.ts'
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
  readonly without: Crowd
  applies: Played | undefined
  matters: boolean
  /** Policies that decide where this one applies, by name in the order in which they are found, and by index. */
  readonly instead: Set<string>
  readonly insteadMask: Mask
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
  const nobody = (): Bitmap => new Uint32Array(kind.words)
  const [possible, open, sure] = [nobody(), nobody(), nobody()]
  let stands: Bitmap | undefined
  for (const leg of traces.keys()) {
    const of = policies(leg)
    if (of === undefined || !hasBit(of.reached.perhaps, index)) continue
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

function watch(watched: Watched, crowd: Crowd, book: ConcernedBook, played: Played): void {
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
  concerned.traces.forEach((trace, leg) => {
    addDeciding(watched, crowd, concerned, leg, trace)
  })
  const left = overlap(played.users, users.alone) ? narrowed(played, users.alone) : undefined
  if (left !== undefined && endsOtherwise(watched.without, left)) watched.matters = true
}

/** Whether one of some policies certainly concerns a user of a sign-in. */
const concernsAny = (of: PoliciesOfLeg, { kind, users }: Played, policies: Mask): boolean =>
  indexesOf(policies).some((index) => overlap(users, concernedBy(of, kind, index)))

/** Adds the policies that decide a leg of users whom the policy concerns. */
function addDeciding(
  { policy, instead, insteadMask }: Watched,
  crowd: Crowd,
  concerned: Played,
  leg: number,
  trace: Trace,
): void {
  const of = concerned.policies(leg)
  const isKnown = (name: PolicyName): boolean => name === policy.name || instead.has(name)
  const known = trace.conditionalAccess?.policies.every(isKnown) !== false
  if (known && (of === undefined || !concernsAny(of, concerned, without(perhapsDeciding(of), insteadMask)))) return
  for (const { policies } of byPolicies(crowd, concerned, leg, trace))
    for (const name of policies) {
      if (name !== policy.name) instead.add(name)
      const index = of?.compiled.policies.findIndex((one) => one.name === name) ?? -1
      if (index >= 0) setBit(insteadMask, index)
    }
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
function endsOtherwise(other: Crowd, played: Played): boolean {
  const ends = JSON.stringify(played.traces.map(endOf))
  const request = { ...played.request, user: played.kind.representative }
  return playsOf(other, played.kind, request, { among: played.users }).some(
    (part) => JSON.stringify(part.traces.map(endOf)) !== ends,
  )
}

/** Policies whose removal would change no sign-in. */
export function idlePolicies(sweep: Sweep): Observer {
  const { tenant: declared, at, crowd } = sweep
  const { compiled } = crowd.engine.assignedWith(at, (policy) => policy)
  const all = sweptPolicies(settledTenant(declared, at)).map(
    (policy): Watched => ({
      policy,
      index: compiled.policies.findIndex(({ name }) => name === policy.name),
      without: crowdWith(crowd, (tenant) =>
        withPolicy(settledTenant(tenant, at), policy.name, (one) => ({ ...one, state: 'disabled' })),
      ),
      applies: undefined,
      matters: false,
      instead: new Set(),
      insteadMask: maskWhere(compiled.policies.length, (at) => compiled.policies[at]?.name === policy.name),
      nearest: undefined,
    }),
  )
  const book = concernedBook()
  return {
    see: (played) => {
      for (const watched of all) watch(watched, crowd, book, played)
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
      details: { policies: [...instead] },
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
