import type { Step, Verdict } from '../trace/step.ts'
import { traceBuilder } from '../trace/trace-builder.ts'
import type { AuditTrail } from '../vocabulary/actors.ts'
import type { SecondFactor } from '../vocabulary/credentials.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import type { Message } from '../vocabulary/protocols.ts'
import type { LegName } from '../vocabulary/requests.ts'
import { actorOf } from './cast.ts'
import type { LegDecisions } from './decide-leg.ts'
import { assumptions } from './declared.ts'
import { effectsOf } from './effects.ts'
import { claimsSeen } from './facts/access-rules.ts'
import { asksNetworkPolicyServer } from './facts/radius-facts.ts'
import type { LegContext } from './leg-context.ts'
import type { LegOutcome } from './leg-outcome.ts'
import type { LegPath } from './leg-path.ts'
import { personalPresumptions } from './presumptions.ts'
import { basicOnPremises, basicProxied, passwordFromClient, passwordOfService, radius } from './protocols/basic.ts'
import { application, modern } from './protocols/modern.ts'
import { type Narration, refusal, tell } from './protocols/narration.ts'
import { ticketOfEntraId, windowsIntegrated, withoutDirectory } from './protocols/on-premises.ts'
import { restsOn } from './rests-on.ts'
import { withPrompts } from './who-is-prompted.ts'

/** Tells what was decided as the messages of the protocol. */
export function narrateLeg(path: LegPath, context: LegContext, decisions: LegDecisions): LegOutcome {
  const narration = narrationOf(path, context, decisions)
  const { steps } = narration.builder
  append(steps, assumptions(path.stated, decisions.facts))
  append(steps, path.presumed)
  append(steps, personalPresumptions(context, decisions))
  append(steps, path.opening)
  if (decisions.negotiated.authentication.used !== null) {
    append(steps, decisions.identitySteps)
    append(steps, decisions.credentialSteps)
    append(steps, decisions.acceptanceSteps)
    if (conversation(narration)) closing(narration)
  }
  steps.push({ kind: 'outcome', verdict: withPrompts(decisions.verdict, steps, context) })
  return courseOf(narration, path)
}

function narrationOf({ actors }: LegPath, context: LegContext, decisions: LegDecisions): Narration {
  const { judged } = decisions
  return {
    builder: traceBuilder(actors),
    cast: (id) => actorOf(id, context),
    context,
    decisions,
    service: context.request.relyingParty,
    credential: judged?.credential,
    verifier: judged?.verifier,
  }
}

function append(steps: Step[], more: readonly Step[]): void {
  for (const step of more) steps.push(step)
}

function conversation(narration: Narration): boolean {
  const { decisions, builder, context } = narration
  const { used } = decisions.negotiated.authentication
  if (decisions.verdict.kind === 'undetermined') {
    append(builder.steps, decisions.policySteps())
    return false
  }
  const online = decisions.facts.hosting === 'online'
  if (decisions.facts.flowClass === 'application') return application(narration)
  switch (used) {
    case 'modern':
      return modern(narration)
    case 'basic':
      if (asksNetworkPolicyServer(context.request)) return radius(narration)
      if (decisions.issuer === 'relying-party') return passwordOfService(narration)
      return online ? basicProxied(narration) : basicOnPremises(narration)
    case 'sign-in-assistant':
    case 'password-grant':
      return passwordFromClient(narration)
    case 'windows-integrated':
      return decisions.facts.shareTickets === 'entra-id' ? ticketOfEntraId(narration) : windowsIntegrated(narration)
    default:
      return withoutDirectory(narration)
  }
}

/** The service lets the client in, or does what was asked of it, or refuses at the last. */
function closing(narration: Narration): void {
  const { builder, decisions, service, context } = narration
  append(builder.steps, decisions.serviceSteps)
  if (decisions.verdict.kind !== 'signs-in') {
    tell(narration, service, 'client', refusal(narration))
    return
  }
  switch (context.request.purpose) {
    case 'register-for-mfa':
      if (offersAppPassword(narration)) tell(narration, service, 'client', { kind: 'app-password-offered' })
      tell(narration, service, 'client', { kind: 'access-granted' })
      return
    case 'create-app-password':
      tell(narration, service, 'client', { kind: 'app-password-issued' })
      return
    case 'delete-app-password':
      tell(narration, service, 'client', { kind: 'app-password-deleted' })
      return
    default:
      if (isSynchronized(context)) tell(narration, service, 'exchange-server', { kind: 'token-presented' })
      tell(narration, service, 'client', letIn(context.request.leg))
  }
}

/** The cloud fetches the mail of a server on behalf of the user who signed in. */
function isSynchronized({ client, profile, request }: LegContext): boolean {
  const { relyingParty, leg } = request
  if (client.product.cloudBacked !== true || relyingParty !== 'exchange-online') return false
  return profile.mailbox === 'exchange-server' && !leg.startsWith('autodiscover')
}

/** What a service says to a client that has signed in. */
function letIn(leg: LegName): Message {
  if (leg === 'activesync:on-premises') return { kind: 'activesync-redirect' }
  return leg.startsWith('autodiscover') ? { kind: 'autodiscover-answer' } : { kind: 'access-granted' }
}

/** The end of registration offers an app password where the tenant allows it and the state about the user leads to enforced. */
function offersAppPassword({ decisions: { facts } }: Narration): boolean {
  return (
    facts.appPasswordsSetting === 'allowed' &&
    (facts.perUserMfaState === 'enabled' || facts.perUserMfaState === 'enforced')
  )
}

type AlsoJudged = Required<Pick<LegOutcome, 'accepted' | 'undetermined'>>

const nonEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)

function courseOf(narration: Narration, path: LegPath): LegOutcome {
  const { builder, context, decisions } = narration
  const { negotiated, issuer, clientAppType, policies, facts, others } = decisions
  const idp = builder.actors.some(({ id }) => id === 'federated-idp')
  const used = negotiated.authentication.used
  const effects = effectsOf(context, decisions)
  // Present in every course, so that they have few shapes; the type of what may be absent does not say undefined.
  const also = { accepted: nonEmpty(others.accepted), undetermined: nonEmpty(others.undetermined) } as AlsoJudged
  const outcome: Mutable<LegOutcome> = {
    actors: builder.actors,
    userAt: builder.actors.findIndex(({ id }) => id === 'user'),
    interactive: interactiveOf(decisions.verdict),
    facts,
    steps: builder.steps,
    authentication: negotiated.authentication,
    refused: others.refused,
    accepted: also.accepted,
    undetermined: also.undetermined,
    audit: auditOf(narration),
  }
  const rests = restsOn(context, builder.steps, decisions.verdict)
  if (rests !== undefined) outcome.restsOn = rests
  if (issuer !== undefined) outcome.issuer = issuer
  if (issuer === 'entra-id' && path.resource !== undefined) outcome.resource = path.resource
  if (clientAppType !== undefined) outcome.clientAppType = clientAppType
  if (policies !== undefined && isEvaluated(decisions.verdict)) {
    outcome.conditionalAccess = policies.combined
    if (policies.unseen.length > 0) outcome.openClauses = policies.unseen
    outcome.policyOutcomes = policies.outcomes()
  }
  if (idp && used !== null) outcome.claims = claimsSeen(context, used)
  if (effects.enforceable !== undefined) outcome.enforceable = effects.enforceable
  if (effects.takesEffect !== undefined) outcome.takesEffect = effects.takesEffect
  if (effects.continuousAccessEvaluation === true) outcome.continuousAccessEvaluation = true
  return outcome
}

const interactiveOf = (verdict: Verdict): SecondFactor | undefined =>
  verdict.kind === 'signs-in' && verdict.credential === 'interactive' ? verdict.secondFactor : undefined

/** Policies are looked at once the first factor is right: where the sign-in stops before, there are no results to report. */
export function isEvaluated(verdict: Verdict): boolean {
  if (verdict.kind === 'signs-in' || verdict.kind === 'undetermined') return true
  return verdict.stage === 'after-password' || verdict.stage === 'at-service'
}

/** Who takes part in checking leaves a record of it. */
function auditOf({ builder, decisions }: Narration): readonly AuditTrail[] {
  const { actors } = builder
  const trails: AuditTrail[] = []
  for (const trail of checkers) for (const { id } of actors) if (id === trail) trails.push(trail)
  if (decisions.issuer === 'relying-party') trails.push('relying-party')
  return trails
}

const checkers = ['entra-id', 'federated-idp', 'active-directory'] as const
