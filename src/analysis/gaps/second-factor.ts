import type { Bitmap } from '../../classes/bitmap.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Trace, Verdict } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { NetworkName } from '../../vocabulary/requests.ts'
import { nearestOrigin, policyOrigin, ruleOf, rulesAsReasons, statedAt } from './origin.ts'
import type { Played } from './played.ts'
import type { GapCase } from './result.ts'
import { type DemandBook, demandBook, firstSeen, light } from './seen.ts'
import { apartAtAnyDate, collector, type Observer, type Sweep } from './sweep.ts'

type SignsIn = Extract<Verdict, { kind: 'signs-in' }>

const onPremises: ReadonlySet<string> = new Set(['active-directory', 'federated-idp'])

/** The legs of a session that accept the user. */
export function* signedInLegs({ traces }: Pick<Played, 'traces'>): Iterable<readonly [Trace, SignsIn]> {
  for (const trace of traces) {
    const verdict = verdictOf(trace)
    if (verdict.kind === 'signs-in') yield [trace, verdict]
  }
}

const reasons = (trace: Trace, verdict: SignsIn) =>
  rulesAsReasons(ruleOf(trace, 'second-factor'), verdict.rule, ruleOf(trace, 'second-factor-outcome'))

/** Sign-ins that succeed without the second factor that is required of the user on the same path. */
export function bypasses(sweep: Sweep): Observer {
  const { tenant } = sweep
  const found = collector(sweep)
  return {
    see: (played) => {
      if (played.forPolicies) return
      for (const [trace, verdict] of signedInLegs(played)) {
        if (verdict.secondFactor !== 'bypassed') continue
        const byAppPassword = verdict.credential === 'app-password'
        const stated = byAppPassword
          ? statedAt(trace, 'appPasswordCount', 'appPasswordsSetting', 'perUserMfaState')
          : (tenant.multifactorAuthentication.origins.trustedNetwork ?? statedAt(trace, 'trustedNetwork'))
        found.add(played, {
          kind: 'second-factor-bypassed',
          severity: 'warning',
          about: played.request.client,
          way: byAppPassword ? 'app-password' : 'trusted-network',
          because: reasons(trace, verdict),
          origin: stated ?? nearestOrigin(tenant, trace),
        })
      }
    },
    end: found.cases,
  }
}

const placeOf = ({ kind }: Played, { request }: Trace, network: NetworkName): string =>
  [kind.index, request.relyingParty, network].join('\u0000')

const demands = ({ facts }: Trace): boolean =>
  facts.flowClass === 'interactive' &&
  (facts.secondFactor === 'required' || facts.secondFactor === 'registration-required')

const legacyFlows: ReadonlySet<string | undefined> = new Set(['legacy', 'password-grant'])

/** A sign-in that needs only one factor. */
interface OneFactor {
  readonly played: Played
  readonly place: string
  readonly reasons: readonly (RuleId | undefined)[]
  readonly origin: Origin
}

/** Where and for what a user of a kind signs in, from whichever network. */
const passOf = ({ kind, request: { client, purpose } }: Played): string => `${kind.index} ${client} ${purpose}`

/** In the order of a sweep that visits each network: first by kind, client and purpose, then by network. */
function inOrder(open: readonly OneFactor[], networks: Iterable<NetworkName>): readonly OneFactor[] {
  const passes = new Map<string, number>()
  for (const { played } of open) passes.set(passOf(played), passes.get(passOf(played)) ?? passes.size)
  const places = new Map([...networks].map((name, at) => [name, at]))
  const rankOf = ({ played }: OneFactor): number =>
    (passes.get(passOf(played)) ?? 0) * (places.size + 1) + (places.get(played.request.network) ?? 0)
  return [...open].sort((one, other) => rankOf(one) - rankOf(other))
}

/** Legacy sign-ins that need one factor although the same user, service and network otherwise require two. */
export function legacyPaths(sweep: Sweep): Observer {
  const demanded = demandBook(sweep)
  const open: OneFactor[] = []
  const kept = new Map<string, Bitmap>()
  return {
    see: (played) => {
      if (played.forPolicies) return
      const apart = apartAtAnyDate(sweep, played)
      played.traces.forEach((trace, leg) => {
        if (!demands(trace)) return
        for (const { request } of apart) demanded.add(placeOf(played, trace, request.network), played, leg)
      })
      for (const [trace, verdict] of signedInLegs(played)) {
        const legacy = legacyFlows.has(trace.facts.flowClass) && trace.issuer === 'entra-id'
        if (!legacy || verdict.secondFactor !== 'not-required') continue
        const shown = {
          reasons: [ruleOf(trace, 'second-factor'), verdict.rule],
          origin: statedAt(trace, 'perUserMfaState') ?? nearestOrigin(sweep.tenant, trace),
        }
        for (const { request, networks } of apart) {
          const place = placeOf(played, trace, request.network)
          const fresh = firstSeen(kept, `${place} ${request.client} ${request.purpose}`, played)
          if (fresh !== undefined) open.push({ ...shown, played: { ...light(fresh), request, networks }, place })
        }
      }
    },
    end: () => legacyFindings(sweep, inOrder(open, sweep.tenant.networks.keys()), demanded),
  }
}

/** Sign-ins with one factor of users who need two otherwise. */
function legacyFindings(sweep: Sweep, open: readonly OneFactor[], demanded: DemandBook): readonly GapCase[] {
  const found = collector(sweep)
  for (const one of open)
    for (const { played, demand, policies } of demanded.of(one.place, one.played))
      found.add(played, {
        kind: 'second-factor-bypassed',
        severity: 'warning',
        about: played.request.client,
        way: 'legacy-path',
        because: rulesAsReasons(demand.rule, ...one.reasons),
        origin: policyOrigin(sweep.tenant, policies) ?? one.origin,
        details: { policies },
      })
  return found.cases()
}

function knownOnPremises(tenant: Tenant, trace: Trace): boolean {
  const user = tenantAt(tenant, trace.request.at).users.get(trace.request.user)
  return user?.synced === true || user?.domain?.authentication === 'federated'
}

/** Sign-ins of users with an on-premises account that are not logged on-premises. */
export function unaudited(sweep: Sweep): Observer {
  const { tenant } = sweep
  const found = collector(sweep)
  return {
    see: (played) => {
      if (played.forPolicies) return
      for (const [trace, verdict] of signedInLegs(played)) {
        if (!knownOnPremises(tenant, trace) || trace.audit.some((trail) => onPremises.has(trail))) continue
        const federated = trace.facts.domainAuthentication === 'federated'
        const byAppPassword = verdict.credential === 'app-password'
        const domain = tenantAt(tenant, trace.request.at).users.get(trace.request.user)?.domain
        const stated = byAppPassword
          ? statedAt(trace, 'appPasswordCount', 'appPasswordsSetting')
          : statedAt(trace, 'stagedRollout', 'managedSignIn', 'domainAuthentication')
        found.add(played, {
          kind: 'no-on-premises-audit',
          // If passwords are verified in the cloud, this is by design.
          severity: federated ? 'warning' : 'note',
          about: federated ? played.request.client : (domain?.name ?? played.nameOf(played.users)),
          ...(byAppPassword ? { way: 'app-password' as const } : {}),
          because: rulesAsReasons(ruleOf(trace, 'home-realm'), verifierRule(trace, verdict)),
          origin: stated ?? nearestOrigin(tenant, trace),
          details: { names: trace.audit },
          ...(federated ? {} : { acrossClasses: true as const }),
        })
      }
    },
    end: found.cases,
  }
}

const verifierRule = (trace: Trace, { credential }: SignsIn) =>
  trace.steps.flatMap((step) =>
    step.kind === 'decision' && step.question === 'verifier' && step.about === credential ? [step.rule] : [],
  )[0]
