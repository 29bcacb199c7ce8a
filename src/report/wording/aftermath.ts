import type { Enforceable, TakesEffect, Trace } from '../../trace/step.ts'
import { auditTrailNames } from './nouns.ts'
import { listed } from './phrasing.ts'

/** What could be demanded of a client. */
const enforceableWords = {
  mfa: 'MFA',
  certificate: 'certificate sign-in',
  'conditional-access': 'Conditional Access',
} as const satisfies Record<Enforceable, string>

/** When a change reaches clients that are signed in. */
const takesEffectWords = {
  'next-request': 'with the next request',
  'token-expiry': 'when the token expires',
  'session-expiry': 'when the session expires',
  'documented-delay': 'after a documented delay',
} as const satisfies Record<TakesEffect, string>

/** What follows from a leg, as sentences: where it is recorded, what could be demanded, when a change takes effect. */
export function consequenceSentences({
  audit,
  enforceable,
  takesEffect,
  continuousAccessEvaluation,
}: Trace): readonly string[] {
  const sentences: string[] = []
  if (audit.length > 0) sentences.push(`Recorded in ${listed(audit.map((trail) => auditTrailNames[trail]))}.`)
  if (enforceable !== undefined)
    sentences.push(
      enforceable.length === 0
        ? 'Neither MFA nor Conditional Access can be enforced for this client here.'
        : `Can be enforced for this client here: ${listed(enforceable.map((demand) => enforceableWords[demand]))}.`,
    )
  if (takesEffect !== undefined)
    sentences.push(`A change reaches clients already signed in ${takesEffectWords[takesEffect]}.`)
  if (continuousAccessEvaluation === true)
    sentences.push(
      'Continuous access evaluation: within 15 minutes the service learns that the account is disabled or deleted, its password changed, MFA enabled, its tokens revoked or its risk high; a policy or a group that changes takes up to a day.',
    )
  return sentences
}

/** How the endpoint of a leg was found, as sentences; none if nothing had to be found. */
export function endpointSentences({ request: { candidates = [], endpoint } }: Trace): readonly string[] {
  const found =
    endpoint === undefined ? [] : [`Endpoint: ${endpoint.host ?? 'not named'}, found by ${endpoint.method}.`]
  if (candidates.length < 2) return found
  const tried = candidates.map(({ method, host }) => (host === undefined ? method : `${method} (${host})`))
  return [...found, `Endpoints in the order tried: ${tried.join(', ')}.`]
}
