import { addAll, type Bitmap, isSame, sizeOf } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { ruleById } from '../../rules/index.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { ClientName } from '../../vocabulary/requests.ts'
import { narrowed, withoutUsers } from './crowd.ts'
import { causeOf, nearestOrigin, originOfMissing, policyOrigin, rulesAsReasons } from './origin.ts'
import type { Played } from './played.ts'
import { byPolicies } from './policies-behind.ts'
import type { Because, GapDetails, GapWay } from './result.ts'
import { light } from './seen.ts'
import { collector, type Observer, type Sample, type Sweep } from './sweep.ts'

/** Sign-ins whose single prompt would need two credentials. */
export function conflicts(sweep: Sweep): Observer {
  const { tenant } = sweep
  const found = collector(sweep)
  return {
    see: (played) => {
      const { kind, verdict, traces, request, forPolicies } = played
      const [first] = traces
      if (forPolicies || verdict.kind !== 'conflict' || first === undefined) return
      found.add(played, {
        kind: 'two-credentials-one-prompt',
        severity: 'error',
        about: request.client,
        because: rulesAsReasons(...traces.map((trace) => verdictOf(trace).rule)),
        origin:
          tenant.autodiscover?.origin ?? tenant.users.get(kind.representative)?.origin ?? nearestOrigin(tenant, first),
        details: { legs: verdict.credentials.map(({ leg, credential }) => `${leg}: ${credential}`) },
      })
    },
    end: found.cases,
  }
}

/** Sign-ins that the file leaves undetermined. */
export function openVerdicts(sweep: Sweep): Observer {
  const { tenant } = sweep
  const found = collector(sweep)
  return {
    see: (played) => {
      const { verdict, traces, forPolicies } = played
      if (forPolicies || verdict.kind !== 'undetermined') return
      const trace = traces.find((one) => verdictOf(one).kind === 'undetermined' && !one.request.optional)
      if (trace === undefined) return
      found.add(played, {
        kind: 'undetermined',
        severity: 'warning',
        about: verdict.missing.join(', '),
        because: rulesAsReasons(verdictOf(trace).rule),
        origin: originOfMissing(tenant, trace, verdict.missing[0] ?? ''),
        details: { missing: verdict.missing },
        acrossClasses: true,
      })
    },
    end: found.cases,
  }
}

const failing: ReadonlySet<string> = new Set(['blocked', 'cannot-sign-in', 'refused'])

/** Whether no user can sign in with a session. */
export const fails = ({ verdict }: Pick<Played, 'verdict'>): boolean => failing.has(verdict.kind)

/** The leg at which a session fails. */
export function failedLeg({ verdict, traces }: Played) {
  return traces.find((trace) => 'leg' in verdict && trace.request.leg === verdict.leg)
}

/** Whether a sign-in fails because of the account itself, for example a missing mailbox, which no policy can change. */
function isShutOutByOwnMailbox(played: Played): boolean {
  const leg = failedLeg(played)
  if (leg === undefined) return false
  const verdict = verdictOf(leg)
  return 'rule' in verdict && verdict.rule !== undefined && ruleById(verdict.rule)?.question === 'mailbox-gate'
}

/** A scanner or an application has no alternative client: blocking it stops its work. */
const isMachine = (tenant: Tenant, { request }: Played): boolean =>
  ['device', 'script'].includes(tenant.clients.get(request.client)?.product.kind ?? '')

/**
 * Whether a sign-in fails only because the account has no mailbox and is not meant to have one: no one assigned the
 * client to it, and others can use the client, which only the complete sweep can tell.
 */
function isWithoutMailbox(tenant: Tenant, played: Played): 'yes' | 'no' | 'if-usable' {
  const { client } = played.request
  if (failedLeg(played)?.facts.mailbox !== 'none' || !isShutOutByOwnMailbox(played)) return 'no'
  if (tenant.users.get(played.kind.representative)?.emergencyAccess === true) return 'yes'
  if (tenant.clients.get(client)?.users !== undefined) return 'no'
  return isMachine(tenant, played) ? 'if-usable' : 'yes'
}

/** A failing sign-in, with the details of a finding. */
interface Failure {
  readonly played: Played
  readonly verdict: 'blocked' | 'other'
  readonly details: GapDetails
  readonly because: readonly Because[]
  /** Undefined where it is that of the policies. */
  readonly origin: Origin | undefined
  readonly unusable: boolean
  readonly withoutMailbox: 'yes' | 'no' | 'if-usable'
}

/** One failure per policy that causes it, or one for all users. */
function failuresOf({ crowd, tenant }: Sweep, played: Played): readonly Failure[] {
  const trace = failedLeg(played)
  if (trace === undefined) return []
  const verdict = verdictOf(trace)
  const blocked = verdict.kind === 'blocked'
  const byPolicy = blocked && verdict.policies.length > 0
  const parts = byPolicy
    ? byPolicies(crowd, played, played.traces.indexOf(trace), trace)
    : [{ policies: blocked ? verdict.policies : [], users: played.users }]
  const common = {
    verdict: blocked ? ('blocked' as const) : ('other' as const),
    because: rulesAsReasons(verdict.rule),
    unusable: trace.facts.accountState === 'unusable',
    withoutMailbox: isWithoutMailbox(tenant, played),
  }
  return parts.flatMap(({ policies, users }) => {
    const concerned = narrowed(played, users)
    if (concerned === undefined) return []
    const details = { verdict: verdict.kind, ...(blocked ? { policies } : {}) }
    // Few of many failures are told, and the policy is looked for then.
    return [{ ...common, played: light(concerned), details, origin: byPolicy ? undefined : causeOf(tenant, trace) }]
  })
}

const originOf = (tenant: Tenant, { origin, details, played }: Failure): Origin =>
  origin ?? policyOrigin(tenant, details.policies ?? []) ?? nearestOrigin(tenant, played)

function wayOf({ unusable, withoutMailbox, verdict }: Failure, usable: boolean): GapWay | undefined {
  if (unusable) return 'account'
  if (withoutMailbox === 'yes' || (withoutMailbox === 'if-usable' && usable)) return 'no-mailbox'
  return verdict === 'blocked' ? 'blocked' : undefined
}

interface Tried {
  /** Failures of users for whom nothing has worked so far. */
  failures: Failure[]
  /** Users for whom at least one sign-in does not fail. */
  works: Bitmap
}

/** Gives failures by the same policies the same set of users where these are equal: those of most clients and networks are. */
function sharedUsers(): (failure: Failure) => Failure {
  const last = new Map<string, Bitmap>()
  return (failure) => {
    const { played, details } = failure
    const key = [played.kind.index, ...(details.policies ?? [])].join('\u0000')
    const known = last.get(key)
    if (known !== undefined && isSame(known, played.users)) return { ...failure, played: { ...played, users: known } }
    last.set(key, played.users)
    return failure
  }
}

const isEveryone = (kind: Kind, users: Bitmap): boolean => sizeOf(users) === kind.size

function sightingOf(tenant: Tenant, failure: Failure, usable: boolean): Sample {
  const { played, verdict, because, details } = failure
  const way = wayOf(failure, usable)
  const meant = way === 'account' || way === 'no-mailbox'
  // If the file declares no clients, none can be assumed to be a machine.
  const stops = tenant.clientsDeclared && isMachine(tenant, played)
  const blocked = verdict === 'blocked' && !stops
  return {
    kind: 'nobody-can-sign-in',
    severity: meant ? 'note' : blocked ? 'warning' : 'error',
    ...(way && { way }),
    about: played.request.client,
    because,
    origin: originOf(tenant, failure),
    details,
  }
}

/** Clients that users cannot sign in with, for any purpose and from any network. */
export function nobodySignsIn(sweep: Sweep): Observer {
  const { tenant } = sweep
  const tried = new Map<string, Tried>()
  const usable = new Set<ClientName>()
  const sharing = sharedUsers()
  return {
    see: (played) => {
      const { kind, users, request, forPolicies } = played
      if (forPolicies) return
      if (!fails(played)) usable.add(request.client)
      const key = `${kind.index} ${request.client}`
      const known = tried.get(key) ?? { failures: [], works: new Uint32Array(kind.words) }
      tried.set(key, known)
      if (!fails(played)) {
        addAll(known.works, users)
        if (isEveryone(kind, known.works)) known.failures = []
        return
      }
      const left = withoutUsers(played, known.works)
      if (left !== undefined) known.failures.push(...failuresOf(sweep, left).map(sharing))
    },
    end: () => {
      const found = collector(sweep)
      for (const { failures, works } of tried.values())
        for (const failure of failures) {
          const left = withoutUsers(failure.played, works)
          if (left === undefined) continue
          found.add(left, sightingOf(tenant, failure, usable.has(left.request.client)))
        }
      return found.cases()
    },
  }
}

/** Emergency access accounts that some modern sign-in blocks: an error if every one does. */
export function lockedOut(sweep: Sweep): Observer {
  const { tenant } = sweep
  const tried = new Map<number, { readonly out: Failure[]; readonly in: Bitmap }>()
  return {
    see: (played) => {
      const { kind, users, traces, forPolicies } = played
      if (forPolicies || tenant.users.get(kind.representative)?.emergencyAccess !== true) return
      if (!traces.some(({ facts }) => facts.flowClass === 'interactive') || isShutOutByOwnMailbox(played)) return
      const known = tried.get(kind.index) ?? { out: [], in: new Uint32Array(kind.words) }
      tried.set(kind.index, known)
      if (fails(played)) known.out.push(...failuresOf(sweep, played))
      else addAll(known.in, users)
    },
    end: () => {
      const found = collector(sweep)
      for (const known of tried.values())
        for (const failure of known.out) {
          const { played, because, details } = failure
          const origin = originOf(tenant, failure)
          for (const [severity, part] of [
            ['error', withoutUsers(played, known.in)],
            ['warning', narrowed(played, known.in)],
          ] as const) {
            if (part === undefined) continue
            const about = part.nameOf(part.users)
            found.add(part, { kind: 'emergency-access-locked-out', severity, about, because, origin, details })
          }
        }
      return found.cases()
    },
  }
}
