import { directoryApplications } from '../tenant/conditional-access/application-suites.ts'
import type { Actor, Step, Trace } from '../trace/step.ts'
import { actorOf } from './cast.ts'
import { isLowPrivilege } from './conditional-access/judge-resources.ts'
import { assumptions, type Stated, statedOfPerson } from './declared.ts'
import { takesFreshSignIn } from './device/fresh-sign-in.ts'
import { assumesRegistration } from './facts/registration-grace.ts'
import type { LegContext } from './leg-context.ts'
import type { LegOutcome } from './leg-outcome.ts'
import type { LegPath } from './leg-path.ts'
import { presumedOfMethods } from './methods/after-sign-in.ts'
import { redirectsBeforeMethods } from './methods/cloud-method.ts'
import { type MethodsOfLeg, methodsOfLeg } from './methods/methods-of-leg.ts'
import { stepsNaming } from './methods/name-methods.ts'
import { presumed } from './presumptions.ts'

type Whole<T> = { readonly [Key in keyof T]-?: T[Key] | undefined }

/** The trace of a leg: how it goes, with the user who is meant and the places that state the facts. */
export function traceOfLeg(path: LegPath, context: LegContext, outcome: LegOutcome): Trace {
  const person = statedOfPerson(context.user)
  const methods = methodsOf(context, outcome)
  // In one go, since adding to an object later is many times slower.
  const trace: Whole<Trace> = {
    request: context.request,
    actors: castFor(context, outcome),
    facts: outcome.facts,
    origins: [...person.origins, ...path.stated.origins],
    steps: stepsOf(stepsBefore(person, context, outcome, methods), outcome, methods, context.answeredBy),
    authentication: outcome.authentication,
    issuer: outcome.issuer,
    resource: audienceOf(context, outcome.resource),
    clientAppType: outcome.clientAppType,
    conditionalAccess: outcome.conditionalAccess,
    openClauses: outcome.openClauses,
    policyOutcomes: outcome.policyOutcomes,
    refused: outcome.refused,
    accepted: outcome.accepted,
    undetermined: outcome.undetermined,
    methods: methods?.evidence,
    device: undefined,
    claims: outcome.claims,
    audit: outcome.audit,
    enforceable: outcome.enforceable,
    takesEffect: outcome.takesEffect,
    continuousAccessEvaluation: outcome.continuousAccessEvaluation,
    restsOn: outcome.restsOn,
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

function methodsOf(context: LegContext, outcome: LegOutcome): MethodsOfLeg | undefined {
  const { facts, interactive, conditionalAccess } = outcome
  return interactive === undefined ? undefined : methodsOfLeg(context, facts, interactive, conditionalAccess)
}

/** The steps of a leg; those that are shared by everyone of a kind are not copied, which would take longer than all else. */
function stepsOf(
  before: readonly Step[],
  { steps }: LegOutcome,
  methods: MethodsOfLeg | undefined,
  answeredBy: LegContext['answeredBy'],
): readonly Step[] {
  const own = methods === undefined ? steps : stepsNaming(steps, methods, answeredBy)
  return before.length === 0 ? own : [...before, ...own]
}

/** The defaults that stand in for facts of the user, and the registration that security defaults are taken to imply. */
function stepsBefore(
  person: Stated,
  context: LegContext,
  { facts, interactive }: LegOutcome,
  methods: MethodsOfLeg | undefined,
): readonly Step[] {
  const steps = assumptions(person, facts)
  const known = assumesRegistration(context) ? [...steps, registered] : steps
  const redirected = redirectsBeforeMethods(context, facts) ? [...known, redirect] : known
  const dated = takesFreshSignIn(context, facts) ? [...redirected, fresh] : redirected
  const taken = presumedOfMethods(context, interactive, methods)
  return taken.length === 0 ? dated : [...dated, ...taken]
}

const redirect = presumed('presumed-redirect-before-methods')

const fresh: Step = {
  kind: 'assumption',
  fact: 'unlockMethod',
  value: 'not stated',
  default: 'default-fresh-sign-in',
}

const registered: Step = {
  kind: 'assumption',
  fact: 'mfaRegistered',
  value: 'yes',
  default: 'default-registered-under-security-defaults',
}

/** Those who take part, the user by name, who is also named where nobody gets so far as to ask. */
function castFor(context: LegContext, { actors, userAt }: LegOutcome): readonly Actor[] {
  const user = actorOf('user', context)
  return userAt < 0 ? [...actors, user] : actors.with(userAt, user)
}
