import type { Tenant } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Trace, Verdict } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { nearestOrigin, policyOrigin, ruleOf, rulesAsReasons, statedAt } from './origin.ts'
import { collector, type Observer, type Played, type Sweep } from './sweep.ts'

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

/** Sign-ins that pass without the second factor that is demanded of the user on that very path. */
export function bypasses({ tenant }: Sweep): Observer {
  const found = collector()
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

const placeOf = ({ one }: Played, { request }: Trace): string =>
  [one.index, request.relyingParty, request.network].join('\u0000')

const demands = ({ facts }: Trace): boolean =>
  facts.flowClass === 'interactive' &&
  (facts.secondFactor === 'required' || facts.secondFactor === 'registration-required')

const legacyFlows: ReadonlySet<string | undefined> = new Set(['legacy', 'password-grant'])

/** Older ways in that ask one factor where the same user, at the same service and from there, is asked two. */
export function legacyPaths({ tenant }: Sweep): Observer {
  const demanded = new Map<string, Trace>()
  const open: (readonly [Played, Trace, SignsIn])[] = []
  const kept = new Set<string>()
  return {
    see: (played) => {
      if (played.forPolicies) return
      for (const trace of played.traces) {
        const place = placeOf(played, trace)
        if (demands(trace) && !demanded.has(place)) demanded.set(place, trace)
      }
      for (const [trace, verdict] of signedInLegs(played)) {
        const { client, purpose } = played.request
        const key = `${placeOf(played, trace)} ${client} ${purpose}`
        const legacy = legacyFlows.has(trace.facts.flowClass) && trace.issuer === 'entra-id'
        if (!legacy || verdict.secondFactor !== 'not-required' || kept.has(key)) continue
        kept.add(key)
        open.push([played, trace, verdict])
      }
    },
    end: () => {
      const found = collector()
      for (const [played, trace, verdict] of open) {
        const other = demanded.get(placeOf(played, trace))
        if (other === undefined) continue
        const policies = other.conditionalAccess?.policies ?? []
        found.add(played, {
          kind: 'second-factor-bypassed',
          severity: 'warning',
          about: played.request.client,
          way: 'legacy-path',
          because: rulesAsReasons(ruleOf(other, 'second-factor'), ruleOf(trace, 'second-factor'), verdict.rule),
          origin: policyOrigin(tenant, policies) ?? statedAt(trace, 'perUserMfaState') ?? nearestOrigin(tenant, trace),
          details: { policies },
        })
      }
      return found.cases()
    },
  }
}

function knownOnPremises(tenant: Tenant, trace: Trace): boolean {
  const user = tenantAt(tenant, trace.request.at).users.get(trace.request.user)
  return user?.synced === true || user?.domain?.authentication === 'federated'
}

/** Sign-ins of people who have an on-premises account that leave no record there. */
export function unaudited({ tenant }: Sweep): Observer {
  const found = collector()
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
          // Where passwords are checked in the cloud, that is how it is meant to be.
          severity: federated ? 'warning' : 'note',
          about: federated ? played.request.client : (domain?.name ?? played.request.user),
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
