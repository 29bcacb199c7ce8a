import type { Trace } from '../trace/step.ts'
import { traceBuilder } from '../trace/trace-builder.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { AuditTrail } from '../vocabulary/actors.ts'
import { castOf } from './cast.ts'
import type { LegDecisions } from './decide-leg.ts'
import { effectsOf } from './effects.ts'
import { claimsSeen } from './facts/network-facts.ts'
import type { LegContext } from './leg-context.ts'
import { resourceOf } from './policies.ts'
import { basicOnPremises, basicProxied, passwordFromClient } from './protocols/basic.ts'
import { application, modern } from './protocols/modern.ts'
import { windowsIntegrated, withoutDirectory } from './protocols/on-premises.ts'
import { refusal, type Telling, tell } from './protocols/telling.ts'

/** Tells what was decided as the messages of the protocol, and closes the trace. */
export function tellLeg(context: LegContext, decisions: LegDecisions): Trace {
  const telling = tellingOf(context, decisions)
  const { steps } = telling.builder
  addAssumptions(telling)
  opening(telling)
  if (decisions.negotiated.authentication.used !== null) {
    steps.push(...decisions.identitySteps, ...decisions.credentialSteps, ...decisions.acceptanceSteps)
    if (conversation(telling)) closing(telling)
  }
  steps.push({ kind: 'outcome', verdict: decisions.verdict })
  return traceOf(telling)
}

function tellingOf(context: LegContext, decisions: LegDecisions): Telling {
  const { verdict, judged } = decisions
  const credential = verdict.kind === 'signs-in' || verdict.kind === 'refused' ? verdict.credential : judged?.credential
  return {
    builder: traceBuilder(),
    cast: castOf(context),
    context,
    decisions,
    service: context.request.relyingParty,
    credential,
    verifier: judged?.verifier,
  }
}

function addAssumptions({ builder, context, decisions }: Telling): void {
  const { facts } = decisions
  for (const declared of declaredThings(context))
    for (const [fact, id] of Object.entries(declared.assumed)) {
      const value = facts[fact as keyof typeof facts]
      if (id !== undefined && value !== undefined)
        builder.steps.push({ kind: 'assumption', fact: fact as keyof typeof facts, value, default: id })
    }
}

function declaredThings({ user, client, network, workload, tenant }: LegContext) {
  const { domain } = user
  const all = [
    user,
    client,
    network,
    workload,
    domain,
    domain?.identityProvider,
    tenant.multifactorAuthentication,
    tenant,
  ]
  return all.filter((one) => one !== undefined)
}

function opening(telling: Telling): void {
  const { builder, context, decisions, service } = telling
  const { clientSteps, serviceSteps, authentication } = decisions.negotiated
  builder.steps.push(...clientSteps.slice(0, 1))
  const { endpoint, leg, protocol } = context.request
  if (leg.startsWith('autodiscover'))
    tell(telling, 'client', service, {
      kind: 'autodiscover-request',
      ...(endpoint?.host === undefined ? {} : { host: endpoint.host }),
    })
  else tell(telling, 'client', service, { kind: 'connect', protocol })
  builder.steps.push(...serviceSteps)
  const { verdict } = decisions
  if (authentication.used === null && verdict.kind !== 'undetermined')
    tell(telling, service, 'client', {
      kind: 'protocol-refused',
      status: 'error' in verdict ? (verdict.error ?? '') : '',
    })
  else if (authentication.offered.length > 0)
    tell(telling, service, 'client', { kind: 'challenge', flows: authentication.offered })
  builder.steps.push(...clientSteps.slice(1))
}

function conversation(telling: Telling): boolean {
  const { decisions, builder } = telling
  const { used } = decisions.negotiated.authentication
  if (decisions.verdict.kind === 'undetermined') {
    builder.steps.push(...decisions.policySteps)
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
  builder.steps.push(...decisions.serviceSteps)
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

function traceOf(telling: Telling): Trace {
  const { builder, context, decisions } = telling
  const { negotiated, issuer, clientAppType, policies, facts, refused } = decisions
  const idp = builder.actors.some(({ id }) => id === 'federated-idp')
  const used = negotiated.authentication.used
  const resource = issuer === 'entra-id' ? resourceOf(context) : undefined
  const trace: Trace = {
    request: context.request,
    actors: builder.actors,
    facts,
    origins: declaredThings(context).map((one) => one.origins),
    steps: builder.steps,
    authentication: negotiated.authentication,
    ...(issuer === undefined ? {} : { issuer }),
    ...(resource === undefined ? {} : { resource }),
    ...(clientAppType === undefined ? {} : { clientAppType }),
    ...(policies === undefined ? {} : { conditionalAccess: policies.combined, policyOutcomes: policies.outcomes }),
    refused,
    ...(idp && used !== null ? { claims: claimsSeen(context, used) } : {}),
    audit: auditOf(telling),
    ...effectsOf(context, decisions),
  }
  verdictOf(trace)
  return trace
}

/** Who takes part in checking leaves a record of it. */
function auditOf({ builder, decisions }: Telling): readonly AuditTrail[] {
  const part = new Set(builder.actors.map(({ id }) => id))
  const trails: AuditTrail[] = []
  if (part.has('entra-id')) trails.push('entra-id')
  if (part.has('federated-idp')) trails.push('federated-idp')
  if (part.has('active-directory')) trails.push('active-directory')
  if (decisions.issuer === 'relying-party') trails.push('relying-party')
  return trails
}
