import { ruleById } from '../../rules/index.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decisions, originOf } from '../../trace/views.ts'
import { type FactName, factOrder, factRows } from '../../vocabulary/facts.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { Question, RuleId } from '../../vocabulary/questions.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { Because } from './result.ts'

/** Facts that are themselves answers, and the question behind each. */
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

/** Rules as reasons, without duplicates. */
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
  // The facts of a rule are fact names, regardless of its question.
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

/** The location of the first of some policies in the file. */
export function policyOrigin(tenant: Tenant, names: readonly string[]): Origin | undefined {
  if (names.length === 0) return undefined
  const wanted = new Set(names)
  return tenant.conditionalAccess.policies.find(({ name }) => wanted.has(name))?.origin
}

/** The location of the client, else of the user, else of the file. */
export function nearestOrigin(
  tenant: Tenant,
  { request }: { readonly request: Pick<ClientRequest, 'client' | 'user'> },
): Origin {
  const client = tenant.clients.get(request.client)?.origin
  const user = tenant.users.get(request.user)?.origin
  return client ?? user ?? tenant.origin ?? { file: tenant.file, line: 1, column: 1 }
}

/**
 * The location that determines the outcome of a leg: a policy, or what the deciding rule read, directly or through
 * other rules.
 */
export function causeOf(tenant: Tenant, trace: Trace): Origin {
  const verdict = verdictOf(trace)
  const blocking = verdict.kind === 'blocked' ? policyOrigin(tenant, verdict.policies) : undefined
  const demanding = policyOrigin(tenant, trace.conditionalAccess?.policies ?? [])
  const cannot = verdict.rule && ruleById(verdict.rule)?.question === 'policy-block' ? demanding : undefined
  const behind = verdict.rule && behindRule(trace, verdict.rule, new Set())
  return blocking ?? cannot ?? (behind || nearestOrigin(tenant, trace))
}

/** The location of the object that would state a missing fact. */
export function originOfMissing(tenant: Tenant, trace: Trace, name: string): Origin {
  const signal = name.includes('.') ? policyOrigin(tenant, trace.conditionalAccess?.policies ?? []) : undefined
  return signal ?? placeOf(tenant, trace, name) ?? nearestOrigin(tenant, trace)
}

/** The location of the owner of a fact; undefined if the request names no such part of the file. */
function placeOf(tenant: Tenant, { request }: Trace, name: string): Origin | undefined {
  const user = tenant.users.get(request.user)
  // A missing name may be a signal or an undocumented detail, and thus not a fact.
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
