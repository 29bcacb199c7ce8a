import { auditTrails, type Verifier } from '../vocabulary/actors.ts'
import type { Trace, Verdict } from './step.ts'
import { verdictOf } from './verdict.ts'
import { contacted, messages } from './views.ts'

/** Participants and logs of a sign-in that are inconsistent with its outcome. */
export function wrongParticipants(trace: Trace): readonly string[] {
  const present: ReadonlySet<string> = new Set(contacted(trace))
  const kept: ReadonlySet<string> = new Set(trace.audit)
  return [
    ...[...kept]
      .filter((trail) => isActor(trail) && !present.has(trail))
      .map((trail) => `${trail} records what it took no part in`),
    ...checkedBy(trace, present, kept),
    ...refusedAfter(trace, present, kept),
    ...outOfReach(trace, present),
  ]
}

const isActor = (name: string): boolean => name !== 'relying-party'

/**
 * The verifier of a credential took part and logs it; an agent or a home tenant verifies on behalf of Microsoft Entra
 * ID.
 */
function checkedBy(trace: Trace, present: ReadonlySet<string>, kept: ReadonlySet<string>): readonly string[] {
  const verdict = verdictOf(trace)
  const atPassword = 'stage' in verdict && verdict.stage === 'at-password'
  if (atPassword && !messages(trace).some(({ message }) => presenting.has(message.kind)))
    return ['a credential is checked that nobody presents']
  const checker = checkerOf(verdict)
  if (checker === undefined || !isActor(checker)) return []
  const broken = present.has(checker) ? [] : [`${checker} checks without taking part`]
  const records = auditTrails.some((trail) => trail === checker) ? checker : 'entra-id'
  return kept.has(records) ? broken : [...broken, `${checker} checks without a record`]
}

/** Who accepted or rejected the credential; undefined if the sign-in stopped earlier. */
function checkerOf(verdict: Verdict): Verifier | undefined {
  if (verdict.kind === 'signs-in') return verdict.verifier
  return verdict.kind === 'refused' && verdict.stage === 'at-password' ? verdict.verifier : undefined
}

/**
 * A refusal after the first factor implies that the token issuer took part and that the factor was presented to
 * someone.
 */
function refusedAfter(trace: Trace, present: ReadonlySet<string>, kept: ReadonlySet<string>): readonly string[] {
  const verdict = verdictOf(trace)
  const { issuer } = trace
  if (!('stage' in verdict) || verdict.stage !== 'after-password') return []
  if (issuer === undefined || issuer === 'relying-party') return []
  const shown = messages(trace).some(({ message }) => presenting.has(message.kind))
  return [
    ...(present.has(issuer) ? [] : [`${issuer} refuses without taking part`]),
    ...(kept.has(issuer) ? [] : [`${issuer} refuses without a record`]),
    ...(shown ? [] : ['a credential is refused that nobody presents']),
  ]
}

const presenting: ReadonlySet<string> = new Set([
  'credential-presented',
  'primary-refresh-token-presented',
  'credential-forwarded',
  'token-request',
  'ws-trust-request',
  'ticket-request',
])

function outOfReach(trace: Trace, present: ReadonlySet<string>): readonly string[] {
  const verdict = verdictOf(trace)
  const stopped = 'stage' in verdict && verdict.stage === 'at-identity-provider'
  return stopped && trace.facts.idpAccess === 'unreachable' && present.has('federated-idp')
    ? ['an identity provider that is out of reach takes part']
    : []
}
