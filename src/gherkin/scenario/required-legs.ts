import type { Trace, Verdict } from '../../trace/step.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { LegName } from '../../vocabulary/requests.ts'
import { mismatch, sessionWords } from './expectation.ts'
import { compared } from './ledger.ts'
import { withNearestFlip } from './nearest-flip.ts'
import { problem } from './problem.ts'
import type { Session } from './session.ts'
import { spokenCredentials } from './spoken.ts'
import { readable } from './words.ts'
import { type SignInWorld, sessionsOf } from './world.ts'

/** The required legs of a session. */
export function requiredLegs(session: Session): readonly Trace[] {
  const legs = session.traces.filter((trace) => !trace.request.optional)
  if (legs.length === 0) throw problem('every leg of the sign-in is optional, so there is nothing to assert')
  return legs
}

/** The credential that every required leg uses; undefined if the session needs none, several, or fails. */
export function requiredCredential(session: Session): Credential | undefined {
  if (session.verdict.kind === 'conflict') return undefined
  const verdicts = requiredLegs(session).map(verdictOf)
  const [first] = verdicts
  if (first?.kind !== 'signs-in') return undefined
  const { credential } = first
  return verdicts.every((verdict) => verdict.kind === 'signs-in' && verdict.credential === credential)
    ? credential
    : undefined
}

/** Fails unless every required leg uses the credential. */
export function expectCredential(session: Session, credential: Credential): void {
  if (requiredCredential(session) === credential) return
  const odd = requiredLegs(session).find((trace) => {
    const verdict = verdictOf(trace)
    return verdict.kind !== 'signs-in' || verdict.credential !== credential
  })
  throw mismatch(`must use the ${spokenCredentials[credential]}`, sessionWords(session.verdict), session, odd)
}

/** Fails unless every required leg of every session uses the credential, and suggests a change. */
export function expectCredentialEverywhere(world: SignInWorld, credential: Credential): void {
  inEverySession(world, (session) => {
    try {
      expectCredential(session, credential)
    } catch (thrown) {
      throw withNearestFlip(world, session, thrown, (traces) => {
        const played = { request: session.request, traces, verdict: sessionVerdict(traces) }
        return requiredCredential(played) === credential
      })
    }
  })
}

/** Runs an assertion over every session of the scenario's sign-in. */
export function inEverySession(world: SignInWorld, check: (session: Session) => void): void {
  for (const session of sessionsOf(world)) {
    check(session)
    compared(world.ledger)
  }
}

/** The named leg; rejects a session without it and lists its legs. */
export function legOf(session: Session, name: LegName): Trace {
  const trace = session.traces.find(({ request }) => request.leg === name)
  if (trace !== undefined) return trace
  const legs = session.traces.map(({ request }) => readable(request.leg)).join(', ')
  throw mismatch(`a ${readable(name)} leg`, `the session has these legs: ${legs}`, session)
}

/** The verdicts of one kind on required legs. */
export function verdictsOfKind<Kind extends Verdict['kind']>(
  session: Session,
  kind: Kind,
): readonly { readonly leg: Trace; readonly verdict: Extract<Verdict, { kind: Kind }> }[] {
  return requiredLegs(session).flatMap((leg) => {
    const verdict = verdictOf(leg)
    return verdict.kind === kind
      ? // The kind was just compared; TypeScript does not narrow generics.
        [{ leg, verdict: verdict as Extract<Verdict, { kind: Kind }> }]
      : []
  })
}
