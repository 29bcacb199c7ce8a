import { dayOf } from '../../analysis/day/day-plan.ts'
import { playDay } from '../../analysis/day/play-day.ts'
import { gaps } from '../../analysis/gaps/gaps.ts'
import type { PlanResult } from '../../plan/result.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Trace, Verdict } from '../../trace/step.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { Rows } from '../scenario/rows.ts'
import type { Session } from '../scenario/session.ts'
import { instantOf, play, type SignInWorld, type Subject, tenantOf } from '../scenario/world.ts'

/** Whether a sentence with other words in it is true all the same, found without the steps. */
export type Truth = (world: SignInWorld, values: readonly unknown[], rows: Rows) => boolean

const endOf = ({ steps }: Trace): Verdict | undefined => {
  const last = steps.at(-1)
  return last?.kind === 'outcome' ? last.verdict : undefined
}
const field = (leg: Trace, name: string): unknown => {
  const end = endOf(leg)
  // A verdict is plain data; which kind has which key does not matter here.
  return end === undefined ? undefined : (end as unknown as Readonly<Record<string, unknown>>)[name]
}
const needed = ({ traces }: Session): readonly Trace[] => traces.filter(({ request }) => !request.optional)
const signsIn = (leg: Trace): boolean => field(leg, 'kind') === 'signs-in'

function promptsOfDay(world: SignInWorld, name: unknown): number | undefined {
  const tenant = tenantOf(world)
  const user = typeof name === 'string' ? tenant.users.get(name) : undefined
  if (user === undefined) return undefined
  const steps = dayOf(tenant, user)
  return steps.length === 0 ? undefined : playDay(tenant, user, steps, instantOf(world)).prompts
}

const sessions = (world: SignInWorld): readonly Session[] =>
  world.subject === undefined ? [] : play(world, world.subject)
const always = (world: SignInWorld, holds: (session: Session) => boolean): boolean => sessions(world).every(holds)
const legNamed = ({ traces }: Session, name: unknown): Trace | undefined =>
  traces.find(({ request }) => request.leg === name)
const speaksTo = ({ steps }: Trace, actor: unknown): boolean =>
  steps.some((step) => step.kind === 'message' && [step.from, step.to].some((end) => end === actor))

function mustUse(world: SignInWorld, subject: Subject, credential: unknown): boolean {
  return play(world, subject).every(
    (session) =>
      session.verdict.kind !== 'conflict' &&
      needed(session).every((leg) => signsIn(leg) && field(leg, 'credential') === credential),
  )
}

const usesOneOf = (session: Session, wanted: unknown): boolean =>
  session.verdict.kind !== 'conflict' &&
  Array.isArray(wanted) &&
  needed(session).every((leg) => signsIn(leg) && wanted.includes(field(leg, 'credential')))

const outside = new Set<unknown>(['blocked', 'cannot-sign-in', 'refused'])
const cannot = (world: SignInWorld, subject: Subject): boolean =>
  play(world, subject).every((session) => needed(session).some((leg) => outside.has(field(leg, 'kind'))))

interface Refused {
  readonly credential: unknown
  readonly by: unknown
  readonly rule: unknown
  readonly error: unknown
}

const refusals = (session: Session): readonly Refused[] =>
  needed(session).flatMap((leg): readonly Refused[] => [
    ...leg.refused.map(({ credential, by, rule, error }) => ({ credential, by, rule, error })),
    ...(field(leg, 'kind') === 'refused'
      ? [
          {
            credential: field(leg, 'credential'),
            by: field(leg, 'verifier'),
            rule: field(leg, 'rule'),
            error: field(leg, 'error'),
          },
        ]
      : []),
  ])

const isRefused = (world: SignInWorld, wanted: Partial<Refused>): boolean =>
  always(world, (session) =>
    refusals(session).some((one) =>
      Object.entries(wanted).every(([key, value]) => one[key as keyof Refused] === value),
    ),
  )

/** Every leg of every sign-in of the tenant, or of one user. */
function legs(world: SignInWorld, user?: unknown): readonly Trace[] {
  const filter = {
    at: instantOf(world),
    signals: world.signals,
    ...(typeof user === 'string' && { user }),
    ...(world.network !== undefined && { network: world.network }),
  }
  const requests: Iterable<ClientRequest> = planRequests(tenantOf(world), filter)
  return [...requests].flatMap((request) => simulateSession(tenantOf(world), request))
}

const taking = (leg: Trace, credential: unknown): boolean => signsIn(leg) && field(leg, 'credential') === credential
const open = (leg: Trace): boolean => field(leg, 'kind') === 'undetermined'
const mayTake = (leg: Trace, credential: unknown): boolean =>
  taking(leg, credential) || (open(leg) && !leg.refused.some((one) => one.credential === credential))

/** Whether every sign-in of the tenant ends at one instant as at another. */
function endsAlike(world: SignInWorld, one: number, other: number): boolean {
  const tenant = tenantOf(world)
  const ends = (request: ClientRequest, at: number): string =>
    JSON.stringify(simulateSession(tenant, { ...request, at }).map((leg) => [leg.request.leg, endOf(leg), leg.audit]))
  return [...planRequests(tenant, { signals: world.signals })].every(
    (request) => ends(request, one) === ends(request, other),
  )
}

const swept = new Map<string, ReturnType<typeof gaps>>()

function finds(world: SignInWorld, kind: unknown, client?: unknown): boolean {
  const filter = { ...(world.network !== undefined && { network: world.network }), signals: world.signals }
  const key = JSON.stringify([world.file, world.changes, instantOf(world), filter])
  const answer = swept.get(key) ?? gaps(tenantOf(world), { at: instantOf(world), filter })
  swept.set(key, answer)
  if (!answer.ok) return false
  return answer.value.findings.some(
    (finding) => finding.kind === kind && (client === undefined || finding.clients.some((one) => one === client)),
  )
}

function codes(world: SignInWorld, file = world.file ?? '', changes = world.changes): readonly string[] {
  const loaded = world.tenants.load(file, changes)
  return (loaded.ok ? loaded.warnings : loaded.diagnostics).map(({ code }) => code)
}

function playedOf({ plan, tenants }: SignInWorld): PlanResult {
  if (plan === undefined) throw new Error('the scenario has a plan')
  return tenants.plan(plan.file, plan.changes).result
}

const subjectOf = (user: unknown, client: unknown, purpose: unknown, network?: unknown): Subject =>
  // The parameter types made these values.
  ({ user, client, purpose, ...(network !== undefined && { network }) }) as Subject

/** Sentences of which several are true of one sign-in; of all others exactly one is. */
export const alsoTrue: Readonly<Record<string, Truth>> = {
  '{user} must use {credential} to {purpose} with {client}': (world, [user, credential, purpose, client]) =>
    mustUse(world, subjectOf(user, client, purpose), credential),
  '{user} must use {credential} to {purpose} with {client} from {network}': (
    world,
    [user, credential, purpose, client, network],
  ) => mustUse(world, subjectOf(user, client, purpose, network), credential),
  '{user} must use one of {credentials} to {purpose} with {client}': (world, [user, wanted, purpose, client]) =>
    play(world, subjectOf(user, client, purpose)).every((session) => usesOneOf(session, wanted)),
  // Two of the forty records of the library's log were changed.
  'at least {percentage} of the recorded sign-ins are explained': (_, [least]) => Number(least) <= 38 / 40,
  'the required credential is one of {credentials}': (world, [wanted]) =>
    always(world, (session) => usesOneOf(session, wanted)),
  'the sign-in is not {verdict}': (world, [kind]) =>
    always(world, ({ verdict }) => verdict.kind !== 'undetermined' && verdict.kind !== kind),
  'the policy {policy} requires {demands}': (world, [name, wanted]) =>
    tenantOf(world).conditionalAccess.policies.some((policy) => policy.name === name && policy.grant?.block === true) &&
    typeof wanted === 'object' &&
    wanted !== null &&
    'block' in wanted &&
    wanted.block === true,
  '{user} cannot {purpose} with {client}': (world, [user, purpose, client]) =>
    cannot(world, subjectOf(user, client, purpose)),
  '{user} cannot {purpose} with {client} from {network}': (world, [user, purpose, client, network]) =>
    cannot(world, subjectOf(user, client, purpose, network)),
  '{user} is prompted {int} time(s) in a day': (world, [user, count]) => promptsOfDay(world, user) === count,
  '{user} is prompted at most {int} time(s) in a day': (world, [user, count]) =>
    typeof count === 'number' && (promptsOfDay(world, user) ?? Number.POSITIVE_INFINITY) <= count,
  'the {leg} leg requires {credential}': (world, [name, credential]) =>
    always(world, (session) => {
      const leg = legNamed(session, name)
      return leg !== undefined && taking(leg, credential)
    }),
  '{credential} is verified by {verifier}': (world, [credential, verifier]) =>
    always(world, (session) => {
      const own = needed(session).filter((leg) => taking(leg, credential))
      return own.length > 0 && own.every((leg) => field(leg, 'verifier') === verifier)
    }),
  'the sign-in is blocked by the policy {policy}': (world, [policy]) =>
    always(world, (session) => {
      const end = needed(session)
        .map(endOf)
        .find((verdict) => verdict?.kind === 'blocked')
      return end?.kind === 'blocked' && end.policies.some((one) => one === policy)
    }),
  '{credential} is refused': (world, [credential]) => isRefused(world, { credential }),
  '{credential} is refused by {verifier}': (world, [credential, by]) => isRefused(world, { credential, by }),
  '{credential} is refused with error {string}': (world, [credential, error]) =>
    isRefused(world, { credential, error }),
  'rule {rule} refuses {credential}': (world, [rule, credential]) => isRefused(world, { rule, credential }),
  '{participant} is contacted': (world, [actor]) =>
    always(world, ({ traces }) => traces.some((leg) => speaksTo(leg, actor))),
  '{participant} is not contacted': (world, [actor]) =>
    always(world, ({ traces }) => !traces.some((leg) => open(leg) || speaksTo(leg, actor))),
  'the sign-in is recorded by {trail}': (world, [trail]) =>
    always(world, ({ traces }) => traces.some(({ audit }) => audit.some((one) => one === trail))),
  'the sign-in is not recorded by {trail}': (world, [trail]) =>
    always(world, ({ traces }) => !traces.some((leg) => open(leg) || leg.audit.some((one) => one === trail))),
  'the {leg} leg authenticates with {flow}': (world, [name, flow]) =>
    always(world, (session) => legNamed(session, name)?.authentication?.used === flow),
  'the {leg} leg knows these facts:': (world, [name], rows) =>
    always(world, (session) => {
      const facts = new Map(Object.entries(legNamed(session, name)?.facts ?? {}))
      return rows.every(([fact = '', value]) => facts.get(fact) === value)
    }),
  'the {leg} leg finds its endpoint by {string}': (world, [name, method]) =>
    always(world, (session) => legNamed(session, name)?.request.endpoint?.method === method),
  'no sign-in uses {credential}': (world, [credential]) => !legs(world).some((leg) => mayTake(leg, credential)),
  'no sign-in of {user} uses {credential}': (world, [user, credential]) =>
    !legs(world, user).some((leg) => mayTake(leg, credential)),
  'no sign-in with {credential} contacts {participant}': (world, [credential, actor]) => {
    const own = legs(world).filter((leg) => taking(leg, credential))
    return own.length > 0 && !own.some((leg) => speaksTo(leg, actor))
  },
  'every sign-in with {credential} is verified by {verifier}': (world, [credential, verifier]) => {
    const own = legs(world).filter((leg) => taking(leg, credential))
    return own.length > 0 && own.every((leg) => field(leg, 'verifier') === verifier)
  },
  // The feature says it of the last day of October.
  'compared with {date}, only these verdicts change:': (world, [at]) =>
    typeof at === 'number' && endsAlike(world, at, Date.parse('2019-10-31')),
  'the finding {plan finding} appears first in the stage {string}': (world, [kind, name]) => {
    const { stages, findings } = playedOf(world)
    return findings.find((one) => one.kind === kind)?.stage === stages.find((one) => one.name === name)?.index
  },
  'the finding {plan finding} appears in no stage': (world, [kind]) =>
    !playedOf(world).findings.some((one) => one.kind === kind),
  'every client of {user} has a working credential': (world, [user]) => legs(world, user).every(signsIn),
  'sweeping the tenant architecture finds {gap}': (world, [kind]) => finds(world, kind),
  'sweeping the tenant architecture finds {gap} with {client}': (world, [kind, client]) => finds(world, kind, client),
  'sweeping the tenant architecture does not find {gap}': (world, [kind]) => !finds(world, kind),
  'checking the tenant architecture finds {string}': (world, [code]) => codes(world).some((one) => one === code),
  'checking the tenant architecture does not find {string}': (world, [code]) =>
    !codes(world).some((one) => one === code),
}
