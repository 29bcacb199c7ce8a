import { addAll, type Bitmap, common, difference, isEmpty } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { hasBit, maskWhere } from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/play-sets.ts'
import type { Policy, UserSide } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { settledTenant } from '../../tenant/tenant-at.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import { type Crowd, crowdWith, narrowed, playsOf, withoutUsers } from './crowd.ts'
import { rulesAsReasons } from './origin.ts'
import { byPolicies, concernedBy, concernedByAny } from './policies-behind.ts'
import type { Because, GapCase } from './result.ts'
import { type Collector, collector, type Observer, type Played, type Sweep } from './sweep.ts'

const evaluation: Because = {
  statement: 'A policy applies to a sign-in only if every condition it configures is met.',
  citation: { source: 'ca-policies' },
}
const exclusion: Because = {
  statement: 'A policy does not apply to excluded users, even if another assignment includes them.',
  citation: { source: 'ca-users-groups' },
}
const everyPolicy: Because = {
  statement: 'All policies that apply to a sign-in must be satisfied, and a block ends the evaluation.',
  citation: { source: 'ca-policies' },
}

const nobody: UserSide = {
  all: false,
  guests: false,
  users: new Set(),
  groups: new Set(),
  roles: new Set(),
  unclear: [],
}

/** The tenant with one policy otherwise. */
function withPolicy(tenant: Tenant, name: string, change: (policy: Policy) => Policy): Tenant {
  const { conditionalAccess } = tenant
  const policies = conditionalAccess.policies.map((policy) => (policy.name === name ? change(policy) : policy))
  return { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
}

const outcomeOf = (trace: Trace, name: string): PolicyOutcome | undefined =>
  trace.policyOutcomes?.find(({ policy }) => policy === name)

const hasExclusions = ({ exclude }: Policy['conditions']): boolean =>
  exclude.guests || exclude.users.size + exclude.groups.size + exclude.roles.size > 0 || exclude.external !== undefined

/** Policies that say something of sign-ins of people at the resources swept. */
function sweptPolicies(tenant: Tenant): readonly Policy[] {
  return tenant.conditionalAccess.policies.filter(({ state, conditions }) => {
    const { contexts, traffic } = conditions.resources
    return state === 'enabled' && contexts.size === 0 && traffic.length === 0 && conditions.workloads === undefined
  })
}

/** How many conditions of a policy a sign-in misses. */
const missed = ({ conditions }: PolicyOutcome): number =>
  Object.values(conditions).filter((result) => result === 'miss').length

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The result of a leg, without the names of who decided. */
function endOf(trace: Trace): string {
  const { policies: _names, ifReportOnlyEnforced: _trial, ...combined } = trace.conditionalAccess ?? { policies: [] }
  const verdict = verdictOf(trace)
  return JSON.stringify([verdict.kind === 'blocked' ? { ...verdict, policies: [] } : verdict, combined])
}

interface Watched {
  readonly policy: Policy
  /** Everyone in the tenant without the policy. */
  readonly without: Crowd
  applies: Played | undefined
  matters: boolean
  readonly instead: Set<string>
  nearest: { readonly played: Played; readonly missed: number } | undefined
}

/** Whom of the users of a sign-in a policy concerns on one of its legs, and for whom nobody can tell. */
function concernedUsers(played: Played, name: string) {
  const sure = new Uint32Array(played.kind.words)
  const open = new Uint32Array(played.kind.words)
  const legs = played.traces.map((_, leg) => {
    const of = played.policies(leg)
    const index = of === undefined ? -1 : of.compiled.policies.findIndex((one) => one.name === name)
    if (of === undefined || index < 0 || !hasBit(of.reached.perhaps, index)) return undefined
    const [certain, possible] = [concernedBy(of, played.kind, index), concernedBy(of, played.kind, index, 'possible')]
    const applying = hasBit(of.reached.applying, index)
    if (applying) addAll(sure, common(played.users, certain))
    addAll(open, common(played.users, applying ? difference(possible, certain) : possible))
    return { of, index }
  })
  return { sure, open, legs }
}

function watch(watched: Watched, crowd: Crowd, played: Played): void {
  const { policy, without, instead } = watched
  if (watched.matters) return
  const { sure, open, legs } = concernedUsers(played, policy.name)
  if (!isEmpty(open)) {
    watched.matters = true
    return
  }
  if (watched.applies === undefined) approach(watched, played)
  const concerned = narrowed(played, sure)
  if (concerned === undefined) return
  watched.applies ??= concerned
  concerned.traces.forEach((trace, leg) => {
    for (const { policies } of byPolicies(crowd, concerned, leg, trace))
      for (const name of policies) if (name !== policy.name) instead.add(name)
  })
  const left = withoutUsers(concerned, standInsFor(legs, concerned))
  if (left !== undefined && endsOtherwise(without, left)) watched.matters = true
}

/** The sign-in that comes nearest to what the policy is for. */
function approach(watched: Watched, played: Played): void {
  for (const trace of played.traces) {
    const outcome = outcomeOf(trace, watched.policy.name)
    const distance = outcome === undefined ? Number.POSITIVE_INFINITY : missed(outcome)
    if (distance < (watched.nearest?.missed ?? Number.POSITIVE_INFINITY)) watched.nearest = { played, missed: distance }
  }
}

type LegReached = { readonly of: PoliciesOfLeg; readonly index: number } | undefined

/** Users for whom others do all that the policy does on every leg. */
function standInsFor(legs: readonly LegReached[], { kind, users }: Played): Bitmap {
  let left = users
  for (const leg of legs) if (leg !== undefined) left = common(left, standIns(leg, kind))
  return left
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

/** Whether the sign-in of some of its users ends otherwise in another tenant. */
function endsOtherwise(other: Crowd, played: Played): boolean {
  const ends = JSON.stringify(played.traces.map(endOf))
  const request = { ...played.request, user: played.kind.representative }
  return playsOf(other, played.kind, request).some(
    (part) => !isEmpty(common(part.users, played.users)) && JSON.stringify(part.traces.map(endOf)) !== ends,
  )
}

/** Policies without which every sign-in would end as it does with them. */
export function idlePolicies(sweep: Sweep): Observer {
  const { tenant: declared, at, crowd } = sweep
  const all = sweptPolicies(settledTenant(declared, at)).map(
    (policy): Watched => ({
      policy,
      without: crowdWith(crowd, (tenant) =>
        withPolicy(settledTenant(tenant, at), policy.name, (one) => ({ ...one, state: 'disabled' })),
      ),
      applies: undefined,
      matters: false,
      instead: new Set(),
      nearest: undefined,
    }),
  )
  return {
    see: (played) => {
      for (const watched of all) watch(watched, crowd, played)
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

const grantRules = ({ traces }: Played, name: string): readonly Because[] =>
  rulesAsReasons(
    ...traces.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'policy' && step.outcome.policy === name ? [step.rule] : [])),
    ),
  )

interface Excluding {
  readonly policy: Policy
  readonly index: number
  /** Everyone in the tenant without the policy's exclusions of people; made when it is asked for. */
  readonly bound: () => Crowd
}

const demandsFactor = ({ grant }: Policy): boolean =>
  grant?.controls.includes('mfa') === true || grant?.strength !== undefined

const includingAll = (policy: Policy): Policy => ({ ...policy, conditions: { ...policy.conditions, exclude: nobody } })

/** What a user's exclusion from a policy leaves open: nothing else binds the sign-in, or no second factor is asked. */
export function exclusions(sweep: Sweep): Observer {
  const { tenant: declared, at, crowd } = sweep
  const tenant = settledTenant(declared, at)
  const found = collector(sweep)
  const { compiled, assigned } = crowd.engine.assignedWith(at, includingAll)
  const swept = sweptPolicies(tenant).filter(
    ({ conditions, grant }) => grant !== undefined && hasExclusions(conditions),
  )
  const all = swept.map(
    (policy): Excluding => ({
      policy,
      index: compiled.policies.findIndex(({ name }) => name === policy.name),
      bound: once(() => crowdWith(crowd, (one) => withPolicy(settledTenant(one, at), policy.name, includingAll))),
    }),
  )
  return {
    see: (played) => {
      played.traces.forEach((trace, leg) => {
        const of = played.policies(leg)
        if (of === undefined || verdictOf(trace).kind !== 'signs-in') return
        for (const one of all) {
          if (!hasBit(of.reached.applying, one.index)) continue
          const included = concernedBy({ assigned }, played.kind, one.index)
          const excluded = difference(included, concernedBy(of, played.kind, one.index, 'possible'))
          const concerned = narrowed(played, excluded)
          if (concerned !== undefined) reportExclusion({ found, tenant, of }, one, concerned, leg)
        }
      })
    },
    end: found.cases,
  }
}

interface Reporting {
  readonly found: Collector
  readonly tenant: Tenant
  readonly of: PoliciesOfLeg
}

function reportExclusion(
  { found, tenant, of }: Reporting,
  { policy, bound }: Excluding,
  played: Played,
  leg: number,
): void {
  const { kind } = played
  const emergency = tenant.users.get(kind.representative)?.emergencyAccess === true
  const severity = emergency ? 'note' : 'warning'
  const shown = { severity, about: policy.name, because: [exclusion], origin: policy.origin } as const
  const granting = maskWhere(of.compiled.policies.length, (index) => {
    return hasBit(of.reached.perhaps, index) && of.compiled.policies[index]?.grant !== undefined
  })
  const uncovered = withoutUsers(played, concernedByAny(of, kind, granting, 'possible'))
  if (uncovered !== undefined) found.add(uncovered, { ...shown, kind: 'exclusion-uncovered' })
  const trace = played.traces[leg]
  const verdict = trace && verdictOf(trace)
  if (verdict?.kind !== 'signs-in' || verdict.secondFactor !== 'not-required' || !demandsFactor(policy)) return
  const request = { ...played.request, user: kind.representative }
  for (const there of playsOf(bound(), kind, request)) {
    const factor = there.traces[leg]?.facts.secondFactor
    const single =
      factor === 'required' || factor === 'registration-required' ? narrowed(played, there.users) : undefined
    if (single !== undefined) found.add(single, { ...shown, kind: 'second-factor-bypassed', way: 'excluded-account' })
  }
}
