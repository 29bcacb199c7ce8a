import type { Credential } from '../vocabulary/credentials.ts'
import type { LegName } from '../vocabulary/requests.ts'
import type { SessionVerdict, Trace, Verdict } from './step.ts'

/** The verdict of one leg: its last step. */
export function verdictOf(trace: Trace): Verdict {
  const last = trace.steps[trace.steps.length - 1]
  if (last?.kind !== 'outcome') throw new Error('a trace must end with its outcome')
  return last.verdict
}

/**
 * Combines the verdicts of the legs of a session. The first required leg that fails decides; then `undetermined`,
 * `conflict`, `several-credentials`, `signs-in`. An optional leg can cause a conflict but never fails the session.
 */
export function sessionVerdict(traces: readonly Trace[]): SessionVerdict {
  return joinedVerdict(traces.map((trace) => ({ request: trace.request, verdict: verdictOf(trace) })))
}

/** The verdict of a leg, and what counts for the session. */
export interface EndedLeg {
  readonly request: Pick<Trace['request'], 'optional' | 'leg' | 'prompt'>
  readonly verdict: Verdict
}

/** The same for legs of which only the verdict is known. */
export function joinedVerdict(legs: readonly EndedLeg[]): SessionVerdict {
  for (const { request, verdict } of legs) {
    if (request.optional || verdict.kind === 'signs-in' || verdict.kind === 'undetermined') continue
    return { kind: verdict.kind, leg: request.leg, rule: verdict.rule }
  }
  const missing = new Set<string>()
  for (const { request, verdict } of legs)
    if (verdict.kind === 'undetermined' && !request.optional) for (const fact of verdict.missing) missing.add(fact)
  if (missing.size > 0) return { kind: 'undetermined', missing: [...missing] }
  return joinCredentials(legs)
}

interface LegCredential {
  readonly leg: LegName
  readonly prompt: string
  readonly credential: Credential
}

function joinCredentials(ended: readonly EndedLeg[]): SessionVerdict {
  const legs: LegCredential[] = []
  for (const { request, verdict } of ended)
    if (verdict.kind === 'signs-in')
      legs.push({ leg: request.leg, prompt: request.prompt, credential: verdict.credential })
  const distinct = [...new Set(legs.map((leg) => leg.credential))]
  if (distinct.length <= 1) return { kind: 'signs-in', credentials: distinct }
  const credentials = legs.map(({ leg, credential }) => ({ leg, credential }))
  return { kind: hasConflict(legs) ? 'conflict' : 'several-credentials', credentials }
}

/** Whether one prompt needs two credentials. A ticket or a token is not typed and never conflicts. */
function hasConflict(legs: readonly LegCredential[]): boolean {
  return legs.some((one) =>
    legs.some(
      (other) => one.prompt === other.prompt && one.credential !== other.credential && typed(one) && typed(other),
    ),
  )
}

function typed({ credential }: LegCredential): boolean {
  return credential === 'account-password' || credential === 'app-password'
}

/**
 * The number of prompts: each kind of credential of a prompt counts once; a second factor is part of its credential,
 * and counts only if nothing else is requested.
 */
export function promptCount(traces: readonly Trace[]): number {
  const asked = new Set<string>()
  const prompts = new Set<string>()
  const seconds = new Set<string>()
  for (const trace of traces)
    for (const step of trace.steps) {
      if (step.kind !== 'prompt') continue
      if (step.asks === 'second-factor') seconds.add(step.prompt)
      else {
        asked.add(`${step.prompt} ${step.asks}`)
        prompts.add(step.prompt)
      }
    }
  let alone = 0
  for (const prompt of seconds) if (!prompts.has(prompt)) alone += 1
  return asked.size + alone
}

/** Whether the user is prompted on a required leg; undefined if undetermined. */
export function isPrompted(traces: readonly Trace[]): boolean | undefined {
  const verdicts = traces.filter(({ request }) => !request.optional).map(verdictOf)
  const prompted = verdicts.map((verdict) => (verdict.kind === 'signs-in' ? verdict.prompted : undefined))
  if (prompted.includes(true)) return true
  return prompted.includes(undefined) ? undefined : false
}
