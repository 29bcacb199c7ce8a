import { featureReach } from '../catalog/topologies.ts'
import type { Enforceable, Trace } from '../trace/step.ts'
import { isEvaluatedContinuously } from './continuous-evaluation.ts'
import type { LegDecisions } from './decide-leg.ts'
import { asksNetworkPolicyServer } from './facts/radius-facts.ts'
import type { LegContext } from './leg-context.ts'

type Effects = Pick<Trace, 'enforceable' | 'takesEffect' | 'continuousAccessEvaluation'>

/** What could be demanded of this client here, and when a change reaches clients that are signed in. */
export function effectsOf(context: LegContext, decisions: LegDecisions): Effects {
  const { used } = decisions.negotiated.authentication
  if (used === null)
    return decisions.negotiated.closed === 'closed-by-policy' ? { takesEffect: 'documented-delay' } : {}
  // The NPS extension asks for MFA; how long a connection lasts is up to the VPN or the gateway.
  if (asksNetworkPolicyServer(context.request)) return { enforceable: ['mfa'] }
  const enforceable = enforceableOf(context, decisions)
  // Events end a token that is evaluated; that a policy or a group has changed takes up to a day to reach the service.
  if (isEvaluatedContinuously(context, decisions))
    return { enforceable, takesEffect: 'documented-delay', continuousAccessEvaluation: true }
  return { enforceable, takesEffect: takesEffectOf(context, decisions) }
}

/**
 * A token lasts until it expires and a browser until its session does; a password goes with each request, though a policy
 * against old clients takes up to a day.
 */
function takesEffectOf({ client }: LegContext, decisions: LegDecisions): NonNullable<Effects['takesEffect']> {
  const { negotiated, issuer, facts, verdict } = decisions
  const { used } = negotiated.authentication
  if (used === 'modern') return client.product.kind === 'browser' ? 'session-expiry' : 'token-expiry'
  if (used === 'password-grant') return 'token-expiry'
  if (facts.flowClass === 'legacy' && verdict.kind === 'blocked' && verdict.policies.length > 0)
    return 'documented-delay'
  return used === 'certificate' && issuer === 'relying-party' ? 'session-expiry' : 'next-request'
}

const reachByFeature: Readonly<Record<string, Enforceable>> = {
  mfa: 'mfa',
  'client-certificates': 'certificate',
  'conditional-access-and-app-management': 'conditional-access',
}

/** For Skype for Business the vendor publishes the reach of each feature by platform. */
function enforceableOf({ client, request }: LegContext, { negotiated, issuer }: LegDecisions): readonly Enforceable[] {
  const { used } = negotiated.authentication
  const { platform } = client.product
  if (used !== 'modern') return issuer === 'entra-id' ? ['conditional-access'] : []
  if (issuer === 'federated-idp') return platform === 'windows' ? ['mfa'] : []
  if (issuer !== 'entra-id') return []
  const skype = request.relyingParty.startsWith('skype-for-business')
  if (!skype) return ['mfa', 'certificate', 'conditional-access']
  return featureReach.flatMap((reach) => {
    const feature = reachByFeature[reach.feature]
    return feature !== undefined && reach.platforms.some((one) => one === platform) ? [feature] : []
  })
}
