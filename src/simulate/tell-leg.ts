import type { Step, Trace, Verdict } from '../trace/step.ts'
import { traceBuilder } from '../trace/trace-builder.ts'
import type { AuditTrail } from '../vocabulary/actors.ts'
import type { LegFacts } from '../vocabulary/facts.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import { actorOf } from './cast.ts'
import type { LegDecisions } from './decide-leg.ts'
import { assumptions } from './declared.ts'
import { effectsOf } from './effects.ts'
import { claimsSeen } from './facts/network-facts.ts'
import type { LegContext } from './leg-context.ts'
import type { Way } from './leg-path.ts'
import { basicOnPremises, basicProxied, passwordFromClient } from './protocols/basic.ts'
import { application, modern } from './protocols/modern.ts'
import { windowsIntegrated, withoutDirectory } from './protocols/on-premises.ts'
import { refusal, type Telling, tell } from './protocols/telling.ts'

/** How a leg goes, by whatever name the person is known: equal for all people of whom the same facts hold. */
export interface Course extends Omit<Trace, 'request' | 'origins'> {
  readonly facts: LegFacts
}

/** Tells what was decided as the messages of the protocol. */
export function tellLeg(way: Way, context: LegContext, decisions: LegDecisions): Course {
  const telling = tellingOf(way, context, decisions)
  const { steps } = telling.builder
  append(steps, assumptions(way.stated, decisions.facts))
  append(steps, way.opening)
  if (decisions.negotiated.authentication.used !== null) {
    append(steps, decisions.identitySteps)
    append(steps, decisions.credentialSteps)
    append(steps, decisions.acceptanceSteps)
    if (conversation(telling)) closing(telling)
  }
  steps.push({ kind: 'outcome', verdict: decisions.verdict })
  return courseOf(telling, way)
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

type AlsoJudged = Required<Pick<Course, 'accepted' | 'undetermined'>>

const nonEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)

function courseOf(telling: Telling, way: Way): Course {
  const { builder, context, decisions } = telling
  const { negotiated, issuer, clientAppType, policies, facts, others } = decisions
  const idp = builder.actors.some(({ id }) => id === 'federated-idp')
  const used = negotiated.authentication.used
  const effects = effectsOf(context, decisions)
  // Present in every course, so that they have few shapes; the type of what may be absent does not say undefined.
  const also = { accepted: nonEmpty(others.accepted), undetermined: nonEmpty(others.undetermined) } as AlsoJudged
  const course: Mutable<Course> = {
    actors: builder.actors,
    facts,
    steps: builder.steps,
    authentication: negotiated.authentication,
    refused: others.refused,
    accepted: also.accepted,
    undetermined: also.undetermined,
    audit: auditOf(telling),
  }
  if (issuer !== undefined) course.issuer = issuer
  if (issuer === 'entra-id' && way.resource !== undefined) course.resource = way.resource
  if (clientAppType !== undefined) course.clientAppType = clientAppType
  if (policies !== undefined && isEvaluated(decisions.verdict)) {
    course.conditionalAccess = policies.combined
    course.policyOutcomes = policies.outcomes
  }
  if (idp && used !== null) course.claims = claimsSeen(context, used)
  if (effects.enforceable !== undefined) course.enforceable = effects.enforceable
  if (effects.takesEffect !== undefined) course.takesEffect = effects.takesEffect
  return course
}

/** Policies are looked at once the first factor is right: where the sign-in stops before, there are no results to report. */
function isEvaluated(verdict: Verdict): boolean {
  if (verdict.kind === 'signs-in' || verdict.kind === 'undetermined') return true
  return verdict.stage === 'after-password' || verdict.stage === 'at-service'
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
