import type { Tenant } from '../tenant/tenant.ts'
import { brokenInvariants } from '../trace/invariants.ts'
import type { Verdict } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { type Credential, credentials } from '../vocabulary/credentials.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { simulateSession } from './simulate-session.ts'

const outcome = (verdict: Verdict): string =>
  verdict.kind === 'signs-in'
    ? 'accepted'
    : verdict.kind === 'undetermined'
      ? `undetermined ${verdict.missing}`
      : verdict.kind === 'refused'
        ? `refused ${verdict.verifier} ${verdict.rule} ${verdict.error}`
        : `${verdict.kind} ${verdict.rule}`

/**
 * Where what a leg says about a credential, when none is presented, is not what happens when it is presented; empty if
 * they agree. The one difference that is meant: an app password that nobody made yet is required, and refused until then.
 */
export function disagreements(tenant: Tenant, request: ClientRequest): readonly string[] {
  const required = simulateSession(tenant, request)
  const wrong: string[] = []
  for (const presents of credentials) {
    const tried = simulateSession(tenant, { ...request, presents })
    wrong.push(
      ...tried.flatMap((leg) => brokenInvariants(leg).map((what) => `${leg.request.leg}, ${presents}: ${what}`)),
    )
    required.forEach((leg, index) => {
      const attempt = tried[index]
      if (attempt === undefined) return
      const said = saidOf(leg, presents)
      const found = outcome(verdictOf(attempt))
      const listed = saidOf({ ...attempt, steps: required[index]?.steps ?? [] }, presents)
      const toBeMade = presents === 'app-password' && leg.facts.appPasswordCount === 'none' && said === 'accepted'
      if (toBeMade ? !found.includes('refused entra-id ACC-5') : said !== found)
        wrong.push(`${leg.request.leg}, ${presents}: said ${said}, found ${found}`)
      if (!toBeMade && verdictOf(attempt).kind === 'refused' && listed !== found)
        wrong.push(`${leg.request.leg}, ${presents}: refused, and listed as ${listed}`)
    })
  }
  return [...wrong, ...required.flatMap(contradictions), ...required.flatMap(brokenInvariants)]
}

/** A leg on which no credential works accepts none, and one on which all are refused is not undetermined. */
function contradictions(trace: Leg): readonly string[] {
  const verdict = verdictOf(trace)
  const { accepted = [], undetermined = [], refused, request } = trace
  if (verdict.kind === 'cannot-sign-in' && accepted.length + undetermined.length > 0)
    return [
      `${request.leg}: no credential works by ${verdict.rule}, and ${accepted}${JSON.stringify(undetermined)} may`,
    ]
  if (verdict.kind === 'undetermined' && refused.length === credentials.length)
    return [`${request.leg}: undetermined, and every credential is refused`]
  return []
}

type Leg = ReturnType<typeof simulateSession>[number]

/** What a leg says about a credential that is not presented. */
function saidOf(leg: Leg, credential: Credential): string {
  const verdict = verdictOf(leg)
  if (verdict.kind === 'signs-in' && verdict.credential === credential) return 'accepted'
  const refusal = leg.refused.find((one) => one.credential === credential)
  if (refusal !== undefined) return `refused ${refusal.by} ${refusal.rule} ${refusal.error}`
  if (leg.accepted?.includes(credential)) return 'accepted'
  const open = leg.undetermined?.find((one) => one.credential === credential)
  if (open !== undefined) return `undetermined ${open.missing}`
  return verdict.kind === 'signs-in' ? 'nothing is said' : outcome(verdict)
}
