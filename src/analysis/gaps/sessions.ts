import { ruleById } from '../../rules/index.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ClientName } from '../../vocabulary/requests.ts'
import { causeOf, nearestOrigin, originOfMissing, rulesAsReasons } from './origin.ts'
import type { GapWay } from './result.ts'
import { collector, type Observer, type Played, type Sweep } from './sweep.ts'

/** One prompt that would need two credentials. */
export function conflicts({ tenant }: Sweep): Observer {
  const found = collector()
  return {
    see: (played) => {
      const { verdict, traces, request, forPolicies } = played
      const [first] = traces
      if (forPolicies || verdict.kind !== 'conflict' || first === undefined) return
      found.add(played, {
        kind: 'two-credentials-one-prompt',
        severity: 'error',
        about: request.client,
        because: rulesAsReasons(...traces.map((trace) => verdictOf(trace).rule)),
        origin: tenant.autodiscover?.origin ?? tenant.users.get(request.user)?.origin ?? nearestOrigin(tenant, first),
        details: { legs: verdict.credentials.map(({ leg, credential }) => `${leg}: ${credential}`) },
      })
    },
    end: found.cases,
  }
}

/** Sign-ins that the file leaves open. */
export function openVerdicts({ tenant }: Sweep): Observer {
  const found = collector()
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

/** Whether nobody can sign in with a session. */
export const fails = ({ verdict }: Pick<Played, 'verdict'>): boolean => failing.has(verdict.kind)

/** The leg at which a session fails. */
export function failedLeg({ verdict, traces }: Played) {
  return traces.find((trace) => 'leg' in verdict && trace.request.leg === verdict.leg)
}

/** Whether a sign-in stops at what the account itself lacks, which no policy can give back: for example a mailbox. */
function isShutOutByOwnMailbox(played: Played): boolean {
  const leg = failedLeg(played)
  if (leg === undefined) return false
  const verdict = verdictOf(leg)
  return 'rule' in verdict && verdict.rule !== undefined && ruleById(verdict.rule)?.question === 'mailbox-gate'
}

interface Tried {
  readonly all: Played[]
  /** One that does not fail is enough. */
  works: boolean
}

/** A scanner or an application has no other client to turn to: what blocks it stops its work. */
const isMachine = (tenant: Tenant, { request }: Played): boolean =>
  ['device', 'script'].includes(tenant.clients.get(request.client)?.product.kind ?? '')

/**
 * Whether a sign-in fails only for want of a mailbox that the account is not meant to have: nobody gave it the client,
 * and others can use that.
 */
function isWithoutMailbox(tenant: Tenant, played: Played, usable: ReadonlySet<ClientName>): boolean {
  const { user, client } = played.request
  if (failedLeg(played)?.facts.mailbox !== 'none' || !isShutOutByOwnMailbox(played)) return false
  if (tenant.users.get(user)?.emergencyAccess === true) return true
  return tenant.clients.get(client)?.users === undefined && (usable.has(client) || !isMachine(tenant, played))
}

/** How it comes that nobody can sign in, where it is not for want of a credential. */
function wayOf(tenant: Tenant, played: Played, trace: Trace, usable: ReadonlySet<ClientName>): GapWay | undefined {
  if (trace.facts.accountState === 'unusable') return 'account'
  if (isWithoutMailbox(tenant, played, usable)) return 'no-mailbox'
  return verdictOf(trace).kind === 'blocked' ? 'blocked' : undefined
}

/** Clients with which a class of users cannot sign in, whatever they do with it and wherever they are. */
export function nobodySignsIn({ tenant }: Sweep): Observer {
  const tried = new Map<string, Tried>()
  const usable = new Set<ClientName>()
  return {
    see: (played) => {
      if (played.forPolicies) return
      if (!fails(played)) usable.add(played.request.client)
      const key = `${played.one.index} ${played.request.client}`
      const known = tried.get(key) ?? { all: [], works: false }
      tried.set(key, known)
      if (!fails(played)) known.works = true
      if (known.works) known.all.length = 0
      else known.all.push(played)
    },
    end: () => {
      const found = collector()
      for (const { all } of tried.values()) {
        for (const played of all) {
          const trace = failedLeg(played)
          if (trace === undefined) continue
          const verdict = verdictOf(trace)
          const blocked = verdict.kind === 'blocked'
          const way = wayOf(tenant, played, trace, usable)
          const meant = way === 'account' || way === 'no-mailbox'
          found.add(played, {
            kind: 'nobody-can-sign-in',
            severity: meant ? 'note' : blocked && !isMachine(tenant, played) ? 'warning' : 'error',
            ...(way && { way }),
            about: played.request.client,
            because: rulesAsReasons(verdict.rule),
            origin: causeOf(tenant, trace),
            details: { verdict: verdict.kind, ...(blocked ? { policies: verdict.policies } : {}) },
          })
        }
      }
      return found.cases()
    },
  }
}

/** Emergency access accounts that some modern sign-in keeps out: error where every one does. */
export function lockedOut({ tenant }: Sweep): Observer {
  const tried = new Map<number, { readonly out: Played[]; in: number }>()
  return {
    see: (played) => {
      const { one, request, traces, forPolicies } = played
      if (forPolicies || tenant.users.get(request.user)?.emergencyAccess !== true) return
      if (!traces.some(({ facts }) => facts.flowClass === 'interactive') || isShutOutByOwnMailbox(played)) return
      const known = tried.get(one.index) ?? { out: [], in: 0 }
      tried.set(one.index, known)
      if (fails(played)) known.out.push(played)
      else known.in += 1
    },
    end: () => {
      const found = collector()
      for (const known of tried.values())
        for (const played of known.out) {
          const trace = failedLeg(played)
          if (trace === undefined) continue
          const verdict = verdictOf(trace)
          found.add(played, {
            kind: 'emergency-access-locked-out',
            severity: known.in === 0 ? 'error' : 'warning',
            about: played.request.user,
            because: rulesAsReasons(verdict.rule),
            origin: causeOf(tenant, trace),
            details: { verdict: verdict.kind, ...(verdict.kind === 'blocked' ? { policies: verdict.policies } : {}) },
          })
        }
      return found.cases()
    },
  }
}
