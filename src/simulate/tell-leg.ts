import type { Declared } from '../tenant/tenant.ts'
import type { Step, Trace } from '../trace/step.ts'
import { traceBuilder } from '../trace/trace-builder.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { AuditTrail } from '../vocabulary/actors.ts'
import type { FactName } from '../vocabulary/facts.ts'
import { actorOf } from './cast.ts'
import type { LegDecisions } from './decide-leg.ts'
import { effectsOf } from './effects.ts'
import { claimsSeen } from './facts/network-facts.ts'
import type { LegContext } from './leg-context.ts'
import { basicOnPremises, basicProxied, passwordFromClient } from './protocols/basic.ts'
import { application, modern } from './protocols/modern.ts'
import { windowsIntegrated, withoutDirectory } from './protocols/on-premises.ts'
import { refusal, type Telling, tell } from './protocols/telling.ts'
import type { Way } from './ways.ts'

/** Tells what was decided as the messages of the protocol, and closes the trace. */
export function tellLeg(way: Way, context: LegContext, decisions: LegDecisions): Trace {
  const telling = tellingOf(way, context, decisions)
  const { steps } = telling.builder
  const things = declaredThings(context)
  addAssumptions(telling, things)
  append(steps, way.opening)
  if (decisions.negotiated.authentication.used !== null) {
    append(steps, decisions.identitySteps)
    append(steps, decisions.credentialSteps)
    append(steps, decisions.acceptanceSteps)
    if (conversation(telling)) closing(telling)
  }
  steps.push({ kind: 'outcome', verdict: decisions.verdict })
  return traceOf(telling, way, things)
}

function tellingOf({ actors }: Way, context: LegContext, decisions: LegDecisions): Telling {
  const { verdict, judged } = decisions
  const credential = verdict.kind === 'signs-in' || verdict.kind === 'refused' ? verdict.credential : judged?.credential
  return {
    builder: traceBuilder(actors),
    cast: (id) => actorOf(id, context),
    context,
    decisions,
    service: context.request.relyingParty,
    credential,
    verifier: judged?.verifier,
  }
}

type Assumption = readonly [FactName, string]

const assumptions = new WeakMap<Declared['assumed'], readonly Assumption[]>()

/** The defaults behind a declared thing, listed once for each thing. */
function assumptionsOf({ assumed }: Declared): readonly Assumption[] {
  const known = assumptions.get(assumed)
  if (known !== undefined) return known
  // The keys of the table are names of facts.
  const made = Object.entries(assumed).flatMap(([fact, id]) =>
    id === undefined ? [] : [[fact as FactName, id] as const],
  )
  assumptions.set(assumed, made)
  return made
}

function addAssumptions({ builder, decisions }: Telling, things: readonly Declared[]): void {
  const { facts } = decisions
  for (const declared of things)
    for (const [fact, id] of assumptionsOf(declared)) {
      const value = facts[fact]
      if (value !== undefined) builder.steps.push({ kind: 'assumption', fact, value, default: id })
    }
}

/** Everything that states facts of this leg. */
function declaredThings({ user, client, network, workload, tenant }: LegContext): readonly Declared[] {
  const { domain } = user
  const all: Declared[] = [user, client, network]
  if (workload !== undefined) all.push(workload)
  if (domain !== undefined) all.push(domain)
  if (domain?.identityProvider !== undefined) all.push(domain.identityProvider)
  all.push(tenant.multifactorAuthentication, tenant)
  return all
}

function append(steps: Step[], more: readonly Step[]): void {
  for (const step of more) steps.push(step)
}

function conversation(telling: Telling): boolean {
  const { decisions, builder } = telling
  const { used } = decisions.negotiated.authentication
  if (decisions.verdict.kind === 'undetermined') {
    append(builder.steps, decisions.policySteps)
    return false
  }
  const online = decisions.facts.hosting === 'online'
  if (decisions.facts.flowClass === 'application') return application(telling)
  switch (used) {
    case 'modern':
      return modern(telling)
    case 'basic':
      return online ? basicProxied(telling) : basicOnPremises(telling)
    case 'sign-in-assistant':
    case 'password-grant':
      return passwordFromClient(telling)
    case 'windows-integrated':
      return windowsIntegrated(telling)
    default:
      return withoutDirectory(telling)
  }
}

/** The service lets the client in, or does what was asked of it, or refuses at the last. */
function closing(telling: Telling): void {
  const { builder, decisions, service, context } = telling
  append(builder.steps, decisions.serviceSteps)
  if (decisions.verdict.kind !== 'signs-in') {
    tell(telling, service, 'client', refusal(telling))
    return
  }
  switch (context.request.purpose) {
    case 'register-for-mfa':
      if (offersAppPassword(telling)) tell(telling, service, 'client', { kind: 'app-password-offered' })
      tell(telling, service, 'client', { kind: 'access-granted' })
      return
    case 'create-app-password':
      tell(telling, service, 'client', { kind: 'app-password-issued' })
      return
    case 'delete-app-password':
      tell(telling, service, 'client', { kind: 'app-password-deleted' })
      return
    default:
      tell(
        telling,
        service,
        'client',
        context.request.leg.startsWith('autodiscover') ? { kind: 'autodiscover-answer' } : { kind: 'access-granted' },
      )
  }
}

/** The end of registration offers an app password where the tenant allows it and the state of the user leads to enforced. */
function offersAppPassword({ decisions: { facts } }: Telling): boolean {
  return (
    facts.appPasswordsSetting === 'allowed' &&
    (facts.perUserMfaState === 'enabled' || facts.perUserMfaState === 'enforced')
  )
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

function traceOf(telling: Telling, way: Way, things: readonly Declared[]): Trace {
  const { builder, context, decisions } = telling
  const { negotiated, issuer, clientAppType, policies, facts, refused } = decisions
  const idp = builder.actors.some(({ id }) => id === 'federated-idp')
  const used = negotiated.authentication.used
  const effects = effectsOf(context, decisions)
  const trace: Mutable<Trace> = {
    request: context.request,
    actors: builder.actors,
    facts,
    origins: things.map((one) => one.origins),
    steps: builder.steps,
    authentication: negotiated.authentication,
    refused,
    audit: auditOf(telling),
  }
  if (issuer !== undefined) trace.issuer = issuer
  if (issuer === 'entra-id' && way.resource !== undefined) trace.resource = way.resource
  if (clientAppType !== undefined) trace.clientAppType = clientAppType
  if (policies !== undefined) {
    trace.conditionalAccess = policies.combined
    trace.policyOutcomes = policies.outcomes
  }
  if (idp && used !== null) trace.claims = claimsSeen(context, used)
  if (effects.enforceable !== undefined) trace.enforceable = effects.enforceable
  if (effects.takesEffect !== undefined) trace.takesEffect = effects.takesEffect
  verdictOf(trace)
  return trace
}

/** Who takes part in checking leaves a record of it. */
function auditOf({ builder, decisions }: Telling): readonly AuditTrail[] {
  const { actors } = builder
  const trails: AuditTrail[] = []
  for (const trail of checkers) for (const { id } of actors) if (id === trail) trails.push(trail)
  if (decisions.issuer === 'relying-party') trails.push('relying-party')
  return trails
}

const checkers = ['entra-id', 'federated-idp', 'active-directory'] as const
