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
import { type Crowd, crowdWith, narrowed, playsOf, withoutUsers } from './crowd.ts'
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

/** Whether a policy concerns, or may concern, a user of a sign-in. */
function mayConcern({ kind, users, traces, policies }: Played, index: number): boolean {
  return traces.some((_, leg) => {
    const of = policies(leg)
    if (of === undefined || !hasBit(of.reached.perhaps, index)) return false
    return overlap(users, concernedBy(of, kind, index, 'possible'))
  })
}

/** The users of a sign-in that a policy applies to on one of its legs, and those for whom that is undetermined. */
function concernedUsers(played: Played, index: number) {
  const sure = new Uint32Array(played.kind.words)
  const open = new Uint32Array(played.kind.words)
  const legs = played.traces.map((_, leg) => {
    const of = played.policies(leg)
    if (of === undefined || !hasBit(of.reached.perhaps, index)) return undefined
    const [certain, possible] = [concernedBy(of, played.kind, index), concernedBy(of, played.kind, index, 'possible')]
    const applying = hasBit(of.reached.applying, index)
    if (applying) addAll(sure, common(played.users, certain))
    addAll(open, common(played.users, applying ? difference(possible, certain) : possible))
    return { of, index }
  })
  return { sure, open, legs }
}

function watch(watched: Watched, crowd: Crowd, standing: Standing, played: Played): void {
  const { without: other } = watched
  if (watched.matters) return
  if (!mayConcern(played, watched.index)) {
    if (watched.applies === undefined) approach(watched, played)
    return
  }
  const { sure, open, legs } = concernedUsers(played, watched.index)
  if (!isEmpty(open)) {
    watched.matters = true
    return
  }
  if (watched.applies === undefined) approach(watched, played)
  const concerned = narrowed(played, sure)
  if (concerned === undefined) return
  watched.applies ??= concerned
  concerned.traces.forEach((trace, leg) => {
    addDeciding(watched, crowd, concerned, leg, trace)
  })
  const left = withoutUsers(concerned, standInsFor(standing, legs, concerned))
  if (left !== undefined && endsOtherwise(other, left)) watched.matters = true
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

type LegReached = { readonly of: PoliciesOfLeg; readonly index: number } | undefined

/** Users for whom other policies have the same effect as one policy on a leg; equal for all parts of a sign-in. */
type Standing = Map<PoliciesOfLeg, Map<number, Bitmap>>

/** Users for whom other policies do the same on every leg. */
function standInsFor(standing: Standing, legs: readonly LegReached[], { kind, users }: Played): Bitmap {
  let left = users
  for (const leg of legs) if (leg !== undefined) left = common(left, knownStandIns(standing, leg, kind))
  return left
}

function knownStandIns(standing: Standing, leg: NonNullable<LegReached>, kind: Kind): Bitmap {
  const ofLeg = standing.get(leg.of) ?? new Map<number, Bitmap>()
  // All parts of a sign-in are seen before those of the next, so earlier results are no longer needed.
  if (ofLeg.size === 0 && standing.size > 10) standing.clear()
  standing.set(leg.of, ofLeg)
  const found = ofLeg.get(leg.index) ?? standIns(leg, kind)
  ofLeg.set(leg.index, found)
  return found
}

function standIns({ of, index }: NonNullable<LegReached>, kind: Kind): Bitmap {
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
  const standing: Standing = new Map()
  return {
    see: (played) => {
      for (const watched of all) watch(watched, crowd, standing, played)
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
