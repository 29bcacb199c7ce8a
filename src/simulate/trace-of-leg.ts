import { directoryApplications } from '../tenant/conditional-access/application-suites.ts'
import type { Actor, Step, Trace } from '../trace/step.ts'
import { actorOf } from './cast.ts'
import { isLowPrivilege } from './conditional-access/judge-resources.ts'
import { assumptions, statedOfPerson } from './declared.ts'
import { assumesRegistration } from './facts/registration-grace.ts'
import type { LegContext } from './leg-context.ts'
import type { Way } from './leg-path.ts'
import type { Course } from './tell-leg.ts'

type Whole<T> = { readonly [Key in keyof T]-?: T[Key] | undefined }

/** The trace of a leg: how it goes, with the person who is meant and the places that state the facts. */
export function traceOfLeg(way: Way, context: LegContext, course: Course): Trace {
  const person = statedOfPerson(context.user)
  // In one go, since adding to an object later is many times slower.
  const trace: Whole<Trace> = {
    request: context.request,
    actors: castFor(context, course.actors),
    facts: course.facts,
    origins: person.origins.concat(way.stated.origins),
    steps: [...assumptions(person, course.facts), ...registration(context), ...course.steps],
    authentication: course.authentication,
    issuer: course.issuer,
    resource: audienceOf(context, course.resource),
    clientAppType: course.clientAppType,
    conditionalAccess: course.conditionalAccess,
    policyOutcomes: course.policyOutcomes,
    refused: course.refused,
    accepted: course.accepted,
    undetermined: course.undetermined,
    claims: course.claims,
    audit: course.audit,
    enforceable: course.enforceable,
    takesEffect: course.takesEffect,
  }
  // What is absent holds undefined, which the type of something that may be absent does not say.
  return trace as Trace
}

/** The app id under which policies are enforced: asked for the lowest scopes alone, it is the directory, whatever is named. */
function audienceOf({ client, request }: LegContext, resource: string | undefined): string | undefined {
  const { scopes } = request.signals
  if (resource === undefined || scopes === undefined) return resource
  const { confidential } = client.product
  const target = {
    applications: [resource],
    scopes,
    ...(confidential === undefined ? {} : { confidentialClient: confidential }),
  }
  return isLowPrivilege(target) ? directoryApplications[0] : resource
}

/** The registration that is taken for granted under security defaults, as a step. */
function registration(context: LegContext): readonly Step[] {
  if (!assumesRegistration(context)) return []
  return [
    {
      kind: 'assumption',
      fact: 'mfaRegistered',
      value: 'yes',
      default: 'default-registered-under-security-defaults',
    },
  ]
}

/** Those who take part, the person by name, who is also told of where nobody gets so far as to ask. */
function castFor(context: LegContext, actors: readonly Actor[]): readonly Actor[] {
  const at = actors.findIndex(({ id }) => id === 'user')
  return at < 0 ? [...actors, actorOf('user', context)] : actors.with(at, actorOf('user', context))
}
