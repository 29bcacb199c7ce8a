import { ruleById } from '../../rules/index.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decisions, originOf } from '../../trace/views.ts'
import { type FactName, factOrder, factRows } from '../../vocabulary/facts.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { Question, RuleId } from '../../vocabulary/questions.ts'
import type { Because } from './result.ts'

/** Facts that are themselves answers, and the question that each answers. */
const answering: Readonly<Partial<Record<FactName, Question>>> = {
  issuer: 'issuer',
  homeRealm: 'home-realm',
  secondFactor: 'second-factor',
  appPassword: 'app-password',
  verifier: 'verifier',
  accountState: 'account-state',
  idpAccess: 'identity-provider-access',
}

/** The rule that answered a question on this leg. */
export function ruleOf(trace: Trace, question: Question): RuleId | undefined {
  return decisions(trace).find((step) => step.question === question)?.rule
}

/** Rules as reasons, each once. */
export function rulesAsReasons(...rules: readonly (RuleId | undefined)[]): readonly Because[] {
  return [...new Set(rules.filter((rule) => rule !== undefined))].map((rule) => ({ rule }))
}

/** The first of these facts that the file states. */
export function statedAt(trace: Trace, ...facts: readonly FactName[]): Origin | undefined {
  for (const fact of facts) {
    const origin = originOf(trace, fact)
    if (origin !== undefined) return origin
  }
  return undefined
}

function behindRule(trace: Trace, id: RuleId, seen: Set<string>): Origin | undefined {
  if (seen.has(id)) return undefined
  seen.add(id)
  // The facts of a rule are names of facts, whichever question it answers.
  const facts = (ruleById(id)?.because ?? []) as readonly FactName[]
  const stated = statedAt(trace, ...facts)
  if (stated !== undefined) return stated
  for (const fact of facts) {
    const question = answering[fact]
    const rule = question && ruleOf(trace, question)
    const origin = rule && behindRule(trace, rule, seen)
    if (origin) return origin
  }
  return undefined
}

/** Where a policy stands. */
export function policyOrigin(tenant: Tenant, names: readonly string[]): Origin | undefined {
  return tenant.conditionalAccess.policies.find(({ name }) => names.includes(name))?.origin
}

/** Where the client, otherwise the user, otherwise the file stands. */
export function nearestOrigin(tenant: Tenant, { request }: Pick<Trace, 'request'>): Origin {
  const client = tenant.clients.get(request.client)?.origin
  const user = tenant.users.get(request.user)?.origin
  return client ?? user ?? tenant.origin ?? { file: tenant.file, line: 1, column: 1 }
}

/** The place that makes a leg end as it does: a policy, or what the deciding rule read, directly or through other rules. */
export function causeOf(tenant: Tenant, trace: Trace): Origin {
  const verdict = verdictOf(trace)
  const blocking = verdict.kind === 'blocked' ? policyOrigin(tenant, verdict.policies) : undefined
  const demanding = policyOrigin(tenant, trace.conditionalAccess?.policies ?? [])
  const cannot = verdict.rule && ruleById(verdict.rule)?.question === 'policy-block' ? demanding : undefined
  const behind = verdict.rule && behindRule(trace, verdict.rule, new Set())
  return blocking ?? cannot ?? (behind || nearestOrigin(tenant, trace))
}

/** The place of the thing that would state a missing fact. */
export function originOfMissing(tenant: Tenant, trace: Trace, name: string): Origin {
  const signal = name.includes('.') ? policyOrigin(tenant, trace.conditionalAccess?.policies ?? []) : undefined
  return signal ?? placeOf(tenant, trace, name) ?? nearestOrigin(tenant, trace)
}

/** Where the owner of a fact stands; undefined if that is no part of the file that the request names. */
function placeOf(tenant: Tenant, { request }: Trace, name: string): Origin | undefined {
  const user = tenant.users.get(request.user)
  // What is missing may be a signal or a page's silence, and so no fact.
  const row = factOrder.includes(name as FactName) ? factRows[name as FactName] : undefined
  switch (row?.of) {
    case 'client':
      return tenant.clients.get(request.client)?.origin
    case 'network':
      return tenant.networks.get(request.network)?.origin
    case 'user':
      return user?.origin
    case 'domain':
      return user?.domain?.origin
    case 'identity-provider':
      return user?.domain?.identityProvider?.origin
    default:
      return tenant.workloads.get(request.relyingParty)?.origin
  }
}
