import { ruleById } from '../rules/index.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { decisions, originOf } from '../trace/views.ts'
import type { FactName } from '../vocabulary/facts.ts'
import type { Origin } from '../vocabulary/origin.ts'
import type { Question, RuleId } from '../vocabulary/questions.ts'
import type { Because } from './gaps-result.ts'

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

/** Where the client, else the user, else the file stands. */
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
  const cannot = verdict.rule?.startsWith('POL') ? demanding : undefined
  const behind = verdict.rule && behindRule(trace, verdict.rule, new Set())
  return blocking ?? cannot ?? (behind || nearestOrigin(tenant, trace))
}

const clientFacts: ReadonlySet<string> = new Set([
  'office',
  'enableAdal',
  'alwaysUseMsoAuth',
  'adalBuild',
  'accountSetup',
  'modernStated',
  'registrarCertificate',
  'deviceSession',
  'applicationCredential',
])
const networkFacts: ReadonlySet<string> = new Set(['trustedNetwork', 'insideCorporateNetwork'])
const userFacts: ReadonlySet<string> = new Set([
  'perUserMfaState',
  'mfaRegistered',
  'appPasswordCount',
  'appPassword',
  'adminRole',
  'accountOnPremises',
  'accountInCloud',
  'stagedRollout',
  'accountKind',
  'mailboxSwitch',
  'ewsMailbox',
  'smtpAuthMailbox',
])
const domainFacts: ReadonlySet<string> = new Set(['managedSignIn', 'federatedIdpMfaBehavior', 'domainAuthentication'])
const providerFacts: ReadonlySet<string> = new Set(['idpReachable', 'idpPerformsMfa', 'idpRule'])

/** The place of the thing that would state a missing fact. */
export function silentAt(tenant: Tenant, trace: Trace, fact: string): Origin {
  const { client, user, network, relyingParty } = trace.request
  const who = tenant.users.get(user)
  const place = clientFacts.has(fact)
    ? tenant.clients.get(client)?.origin
    : networkFacts.has(fact)
      ? tenant.networks.get(network)?.origin
      : userFacts.has(fact)
        ? who?.origin
        : domainFacts.has(fact)
          ? who?.domain?.origin
          : providerFacts.has(fact)
            ? who?.domain?.identityProvider?.origin
            : tenant.workloads.get(relyingParty)?.origin
  const signal = fact.includes('.') ? policyOrigin(tenant, trace.conditionalAccess?.policies ?? []) : undefined
  return signal ?? place ?? nearestOrigin(tenant, trace)
}
