import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import { rulebook } from '../rules/index.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { type FactName, factDomains, factOrder, type LegFacts, missing } from '../vocabulary/facts.ts'
import type { Question } from '../vocabulary/questions.ts'
import type { ClientRequest, SignInRequest } from '../vocabulary/requests.ts'
import { decideAccount } from './decide-account.ts'
import { judgeCredentials } from './judge-credentials.ts'
import type { LegContext } from './leg-context.ts'
import { personFacts } from './leg-outcome.ts'
import type { LegPath } from './leg-path.ts'
import { legPathsOf } from './leg-paths.ts'
import { mailboxProfileOf } from './mailbox-profile.ts'
import { outcomeFor } from './outcome-of-leg.ts'
import { clientNamed, planRequests } from './plan-requests.ts'

/** Legs of a tenant, of which facts are changed at will: every so many of its requests. */
export function contextsOf(tenant: Tenant, every: number): readonly PlannedContext[] {
  return [...planRequests(tenant)]
    .filter((_, at) => at % every === 0)
    .flatMap((request) => contextsFor(tenant, request))
}

/** A leg, planned and resolved. */
export interface PlannedContext {
  readonly path: LegPath
  readonly context: LegContext
}

function contextsFor(tenant: Tenant, request: ClientRequest): readonly PlannedContext[] {
  const user = tenant.users.get(request.user)
  const client = clientNamed(tenant, request.client)
  const network = tenant.networks.get(request.network)
  if (user === undefined || client === undefined || network === undefined) throw new Error('nobody signs in')
  const session = { tenant, profile: mailboxProfileOf(user), client, network, request }
  return legPathsOf(session, request).map((path) => {
    const { workload } = path
    return { path, context: { ...session, workload, user, request: { ...request, ...path.planned }, at: request.at } }
  })
}

const ordinary = Object.fromEntries(factOrder.map((name) => [name, factDomains[name][0]]))

/** Facts of the examples of some questions; where an example says nothing, another may. */
export function exampleFacts(questions: readonly Question[]): readonly LegFacts[] {
  const given = questions.map((name) => rulebook[name].flatMap(({ examples }) => examples.map((one) => one.given)))
  const alone = given.flat()
  const merged = alone.flatMap((one, at) =>
    given.map((others) => ({ ...others[(at * 7 + others.length) % Math.max(1, others.length)], ...one })),
  )
  return [...alone, ...merged].map((one) => copyOfFacts({ ...ordinary, ...one }))
}

const judging = ['verifier', 'account-state', 'identity-provider-access', 'acceptance'] as const

/** What is decided of facts that differ in one only: the same facts with every value of it. */
function* variants(bases: readonly LegFacts[], name: FactName, decided: (facts: LegFacts) => unknown) {
  for (const base of bases)
    yield [...factDomains[name], missing].map((value) => () => decided(copyOfFacts({ ...base, [name]: value })))
}

/** The leg to the service that the facts name. */
function serving(context: LegContext, { service }: LegFacts): LegContext {
  // Services are relying parties.
  return { ...context, request: { ...context.request, relyingParty: service as SignInRequest['relyingParty'] } }
}

/** Every credential judged. */
export function judgedVariants(context: LegContext, name: FactName) {
  const bases = exampleFacts(judging)
  return variants(bases, name, (facts) => judgeCredentials(serving(context, facts), facts, new Map()))
}

const deciding = [
  'second-factor',
  'policy-block',
  'app-password',
  'credential',
  ...judging,
  'mailbox-gate',
  'self-service',
  'second-factor-outcome',
  'second-factor-by',
] as const satisfies readonly Question[]

/** The account decided about. */
export function* decidedVariants(context: LegContext, name: FactName) {
  const bases = exampleFacts(deciding)
  const decided = (of: LegContext, facts: LegFacts) =>
    decideAccount({ context: serving(of, facts), facts, behind: new Map() }, undefined)
  yield* variants(bases, name, (facts) => decided(context, facts))
  // What was carried along is read from the request.
  const carrying = { ...context, request: { ...context.request, signals: { mfaClaim: 'entra-id' } as const } }
  for (const base of bases) yield [context, carrying].map((of) => () => decided(of, copyOfFacts(base)))
}

/** How legs go for people who differ in one fact, on every leg. */
export function* outcomeVariants(legs: readonly PlannedContext[], name: FactName) {
  const bases = exampleFacts(['provider-logon', 'home-realm', ...deciding])
  for (const [at, base] of bases.entries())
    for (const { path, context } of [legs[at % legs.length], legs[(at * 7) % legs.length]].flatMap((leg) => leg ?? []))
      yield [...factDomains[name], missing].map((value) => () => {
        const facts = copyOfFacts({ ...base, [name]: value })
        const person = Object.fromEntries(personFacts.map((one) => [one, facts[one]]))
        return outcomeFor(path, context, person)
      })
}
