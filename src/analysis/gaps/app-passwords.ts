import type { Bitmap } from '../../classes/bitmap.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { settledAt } from '../../tenant/events/account-sync.ts'
import { findUser } from '../../tenant/find.ts'
import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { playsOf } from './crowd.ts'
import { nearestOrigin, policyOrigin, ruleOf, rulesAsReasons, statedAt } from './origin.ts'
import type { Played } from './played.ts'
import type { Because, GapWay } from './result.ts'
import { signedInLegs } from './second-factor.ts'
import { demandBook, firstSeen, light } from './seen.ts'
import { type Collector, collector, type Observer, type Sweep } from './sweep.ts'

interface InUse {
  readonly played: Played
  readonly bySetting: Origin | undefined
  readonly setting: boolean
  readonly rules: readonly Because[]
  readonly nearest: Origin
}

/**
 * App passwords that still work on a leg although the tenant no longer allows them or a policy requires a second
 * factor.
 */
export function appPasswordsInUse(sweep: Sweep): Observer {
  const { tenant } = sweep
  const demanded = demandBook(sweep)
  const used: InUse[] = []
  const kept = new Map<string, Bitmap>()
  return {
    see: (played) => {
      if (played.forPolicies) return
      const { client, purpose, network } = played.request
      const place = String(played.kind.index)
      played.traces.forEach((trace, leg) => {
        if (trace.facts.policyDemandsMfa === 'yes') demanded.add(place, played, leg)
      })
      for (const [trace, verdict] of signedInLegs(played)) {
        if (verdict.credential !== 'app-password') continue
        const fresh = firstSeen(kept, [place, client, purpose, network].join('\u0000'), played)
        if (fresh === undefined) continue
        used.push({
          played: light(fresh),
          setting: trace.facts.appPasswordsSetting === 'blocked',
          bySetting: statedAt(trace, 'appPasswordsSetting'),
          rules: rulesAsReasons(ruleOf(trace, 'app-password'), verdict.rule),
          nearest: nearestOrigin(tenant, trace),
        })
      }
    },
    end: () => {
      const found = collector(sweep)
      for (const one of used) {
        if (one.setting) addUse(found, one, one.played, 'setting', one.bySetting)
        for (const { played, policies } of demanded.of(String(one.played.kind.index), one.played))
          addUse(found, one, played, 'policy', policyOrigin(tenant, policies), policies)
      }
      return found.cases()
    },
  }
}

function addUse(
  found: Collector,
  { rules, nearest }: InUse,
  played: Played,
  way: GapWay,
  origin: Origin | undefined,
  policies: readonly string[] = [],
): void {
  found.add(played, {
    kind: 'app-password-outlives',
    severity: 'warning',
    about: played.request.client,
    way,
    because: rules,
    origin: origin ?? nearest,
    details: { policies },
  })
}

/** An event that should invalidate a user's app passwords, and the instant at which to test this. */
interface Ending {
  readonly event: TenantEvent
  readonly way: 'password-reset' | 'leaver'
  readonly at: Instant
}

const leaving: ReadonlySet<string> = new Set(['account-disabled', 'account-deleted'])

function endingsOf({ tenant, at }: Sweep): readonly Ending[] {
  return tenant.events.flatMap((event): readonly Ending[] => {
    if (event.type === 'password-reset') return [{ event, way: 'password-reset', at: Math.max(at, event.at) }]
    const state = event.details['state']
    const leaves = leaving.has(event.type) || state === 'disabled' || state === 'deleted'
    return leaves && settledAt(tenant, event) !== undefined ? [{ event, way: 'leaver', at: event.at }] : []
  })
}

const namesAt = (tenant: Tenant, user: string, at: Instant): readonly string[] =>
  tenantAt(tenant, at).users.get(user)?.appPasswords ?? []

/** The app passwords created before an event that still exist at the tested instant. */
function outliving({ tenant }: Sweep, { event, at }: Ending, user: string): readonly string[] {
  const later = new Set(namesAt(tenant, user, at))
  return namesAt(tenant, user, event.at).filter((name) => later.has(name))
}

/** App passwords that are still accepted after a password reset or after the user has left. */
export function outlivedEvents(sweep: Sweep): Observer {
  return { see: () => {}, end: () => endingsOf(sweep).flatMap((ending) => findingsOf(sweep, ending)) }
}

function findingsOf(sweep: Sweep, ending: Ending) {
  const { tenant, crowd, filter } = sweep
  const { event, way, at } = ending
  const named = event.details['user']
  const user = typeof named === 'string' ? findUser(tenant, named) : undefined
  if (!user?.found) return []
  const { userPrincipalName } = user.value
  const names = outliving(sweep, ending, userPrincipalName)
  const kind = crowd.sets.kinds.find(({ representative }) => representative === userPrincipalName)
  if (kind === undefined || names.length === 0) return []
  const found = collector(sweep)
  const until = way === 'leaver' ? settledAt(tenant, event) : undefined
  for (const request of planRequests(tenant, {
    ...filter,
    user: userPrincipalName,
    at,
    presents: 'app-password',
  })) {
    const played = playsOf(crowd, kind, request).find(({ traces }) => traces.some((leg) => opens(leg, way)))
    const trace = played?.traces.find((leg) => opens(leg, way))
    if (played === undefined || trace === undefined) continue
    const rules = rulesAsReasons(acceptanceRule(trace), ruleOf(trace, 'account-state'))
    found.add(played, {
      kind: 'app-password-outlives',
      severity: 'warning',
      about: request.client,
      way,
      because: [{ event: event.type, ...(event.origin && { origin: event.origin }) }, ...rules],
      origin: event.origin ?? nearestOrigin(tenant, trace),
      details: { names, ...(until === undefined ? {} : { until }) },
    })
  }
  return found.cases()
}

/** During a leaver's window, an undetermined refusal of the app password is enough to report it. */
function opens(trace: Trace, way: Ending['way']): boolean {
  const verdict = verdictOf(trace)
  if (verdict.kind === 'signs-in') return verdict.credential === 'app-password'
  return way === 'leaver' && verdict.kind === 'undetermined' && verdict.missing.includes('accountInCloud')
}

const acceptanceRule = ({ steps }: Trace) =>
  steps.flatMap((step) =>
    step.kind === 'decision' && step.question === 'acceptance' && step.about === 'app-password' ? [step.rule] : [],
  )[0]
