import type { Policy, UserSide } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { settledTenant } from '../../tenant/tenant-at.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import { rulesAsReasons } from './origin.ts'
import type { Because, GapCase } from './result.ts'
import { type Collector, collector, type Observer, type Played, playedOf, type Sweep } from './sweep.ts'

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

interface Watched {
  readonly policy: Policy
  readonly without: Tenant
  applies: Played[]
  matters: boolean
  readonly instead: Set<string>
  nearest: { readonly played: Played; readonly missed: number } | undefined
}

/** The result of a leg, without the names of who decided. */
function endOf(trace: Trace): string {
  const { policies: _names, ifReportOnlyEnforced: _trial, ...combined } = trace.conditionalAccess ?? { policies: [] }
  const verdict = verdictOf(trace)
  return JSON.stringify([verdict.kind === 'blocked' ? { ...verdict, policies: [] } : verdict, combined])
}

function watch(watched: Watched, played: Played): void {
  const { policy, without } = watched
  const outcomes = played.traces.flatMap((trace) => outcomeOf(trace, policy.name) ?? [])
  if (watched.matters) return
  if (outcomes.some(({ effect }) => effect === 'signal-dependent')) watched.matters = true
  for (const outcome of outcomes) {
    const distance = missed(outcome)
    if (watched.nearest === undefined || distance < watched.nearest.missed)
      watched.nearest = { played, missed: distance }
  }
  if (!outcomes.some(({ effect }) => effect === 'applies')) return
  if (watched.applies.length === 0) watched.applies.push(played)
  const other = playedOf(without, played.one, played.request)
  if (JSON.stringify(other?.traces.map(endOf)) !== JSON.stringify(played.traces.map(endOf))) watched.matters = true
  for (const trace of played.traces)
    for (const name of trace.conditionalAccess?.policies ?? []) if (name !== policy.name) watched.instead.add(name)
}

/** Policies without which every sign-in would end as it does with them. */
export function idlePolicies({ tenant: declared, at }: Sweep): Observer {
  const tenant = settledTenant(declared, at)
  const all = sweptPolicies(tenant).map(
    (policy): Watched => ({
      policy,
      without: withPolicy(tenant, policy.name, (one) => ({ ...one, state: 'disabled' })),
      applies: [],
      matters: false,
      instead: new Set(),
      nearest: undefined,
    }),
  )
  return {
    see: (played) => {
      for (const watched of all) watch(watched, played)
    },
    end: () => all.flatMap(idleFinding),
  }
}

function idleFinding({ policy, applies, matters, instead, nearest }: Watched): readonly GapCase[] {
  const shadowed = applies[0]
  const played = shadowed ?? nearest?.played
  if (matters || played === undefined) return []
  const found = collector()
  const shown = { about: policy.name, severity: 'warning', origin: policy.origin, acrossClasses: true } as const
  if (shadowed === undefined) found.add(played, { ...shown, kind: 'policy-decides-nothing', because: [evaluation] })
  else
    found.add(shadowed, {
      ...shown,
      kind: 'policy-shadowed',
      because: [everyPolicy, ...grantRules(shadowed, policy.name)],
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
  /** The tenant without the policy's exclusions of people. */
  readonly bound: Tenant
}

const demandsFactor = ({ grant }: Policy): boolean =>
  grant?.controls.includes('mfa') === true || grant?.strength !== undefined

/** What a user's exclusion from a policy leaves open: nothing else binds the sign-in, or no second factor is asked. */
export function exclusions({ tenant: declared, at }: Sweep): Observer {
  const tenant = settledTenant(declared, at)
  const found = collector()
  const all = sweptPolicies(tenant)
    .filter(({ conditions, grant }) => grant !== undefined && hasExclusions(conditions))
    .map((policy): Excluding => ({ policy, bound: withPolicy(tenant, policy.name, includingAll) }))
  return {
    see: (played) => {
      for (const { policy, bound } of all) {
        const skipped = played.traces.some((trace) => onlyUsersMissed(outcomeOf(trace, policy.name)))
        const other = skipped ? playedOf(bound, played.one, played.request) : undefined
        for (const [index, trace] of played.traces.entries()) {
          const there = other?.traces[index]
          if (there !== undefined && verdictOf(trace).kind === 'signs-in' && binds(there, policy))
            reportExclusion(found, tenant, policy, played, trace, there)
        }
      }
    },
    end: found.cases,
  }
}

const includingAll = (policy: Policy): Policy => ({ ...policy, conditions: { ...policy.conditions, exclude: nobody } })

const binds = (trace: Trace, { name }: Policy): boolean => outcomeOf(trace, name)?.effect === 'applies'

/** Whether a policy that grants or denies something binds a sign-in, or could. */
function isCovered(tenant: Tenant, trace: Trace): boolean {
  const granting = new Set(tenant.conditionalAccess.policies.flatMap(({ name, grant }) => (grant ? [name] : [])))
  const others = trace.policyOutcomes?.filter(({ policy }) => granting.has(policy)) ?? []
  return others.some(({ effect }) => effect === 'applies' || effect === 'signal-dependent')
}

function reportExclusion(
  found: Collector,
  tenant: Tenant,
  policy: Policy,
  played: Played,
  trace: Trace,
  bound: Trace,
): void {
  const emergency = tenant.users.get(played.request.user)?.emergencyAccess === true
  const severity = emergency ? 'note' : 'warning'
  const shown = { severity, about: policy.name, because: [exclusion], origin: policy.origin } as const
  if (!isCovered(tenant, trace)) found.add(played, { ...shown, kind: 'exclusion-uncovered' })
  const verdict = verdictOf(trace)
  const single = verdict.kind === 'signs-in' && verdict.secondFactor === 'not-required'
  const factor = bound.facts.secondFactor
  if (single && demandsFactor(policy) && (factor === 'required' || factor === 'registration-required'))
    found.add(played, { ...shown, kind: 'second-factor-bypassed', way: 'excluded-account' })
}

function onlyUsersMissed(outcome: PolicyOutcome | undefined): boolean {
  return outcome?.effect === 'skipped' && outcome.conditions.users === 'miss' && missed(outcome) === 1
}
