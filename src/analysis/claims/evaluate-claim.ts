import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import { breakInstants } from '../compare/time-differences.ts'
import type { Claim, Occasion } from './claim.ts'
import { type ClaimResult, judgeClaim, judgeTally } from './judge-claim.ts'
import { type Judgement, judgeSignIn, ready } from './judge-sign-in.ts'
import { plannedFor, type Surroundings } from './plan-claim.ts'
import type { SignIn } from './sign-in.ts'
import { all, not, type Truth } from './truth.ts'

/** The source of the sign-ins for a claim. */
export interface ClaimSource {
  readonly tenant: Tenant
  readonly surroundings: Surroundings
  /** Plays a request; undefined if there is no service to sign in to. */
  readonly play: (request: ClientRequest) => SignIn | undefined
}

/** The instants at which a claim is judged: every instant at which a dated change can affect a sign-in. */
export function instantsOf(tenant: Tenant, occasion: Occasion | undefined, at: Instant): readonly Instant[] {
  if (occasion === undefined) return [at]
  if (occasion.kind === 'at') return [occasion.at]
  return [...new Set([occasion.from, ...breakInstants(tenant, occasion.from, occasion.to), occasion.to])]
}

function* signInsAt(source: ClaimSource, claim: Claim, at: Instant): Generator<SignIn> {
  for (const request of plannedFor(source.tenant, claim.where, { ...source.surroundings, at })) {
    const signIn = source.play(request)
    if (signIn !== undefined) yield signIn
  }
}

function* signInsOf(source: ClaimSource, claim: Claim): Generator<SignIn> {
  for (const at of instantsOf(source.tenant, claim.occasion, source.surroundings.at))
    yield* signInsAt(source, claim, at)
}

const works: Claim = {
  quantifier: { kind: 'some' },
  counts: 'sign-ins',
  where: [],
  says: [{ key: 'success', values: ['yes'], negated: false }],
}

/** Pairs of instants between which access could be lost. */
function steps(tenant: Tenant, claim: Claim, at: Instant): readonly (readonly [Instant, Instant])[] {
  const { occasion } = claim
  if (occasion?.kind !== 'between') {
    const date = occasion?.at ?? at
    return [[date - 1, date]]
  }
  const instants = instantsOf(tenant, occasion, at)
  return instants.slice(1).map((instant, index) => [instants[index] ?? instant, instant] as const)
}

const keyOf = ({ user, client, purpose, network, application, signals }: ClientRequest): string =>
  JSON.stringify([user, client, purpose, network, application, signals.deviceInfo])

/** Compares a sign-in before and at an instant; covers those who have access before. */
function* lost(source: ClaimSource, claim: Claim): Generator<readonly [SignIn, Judgement]> {
  const chosen = ready({ ...claim, quantifier: { kind: 'some' }, says: [] })
  const asked = ready(works)
  // Access is lost when a sign-in certainly fails after its last certain state was success.
  const lastKnown = new Map<string, Truth>()
  for (const [from, to] of steps(source.tenant, claim, source.surroundings.at)) {
    const before = new Map([...signInsAt(source, claim, from)].map((signIn) => [keyOf(signIn.request), signIn]))
    for (const after of signInsAt(source, claim, to)) {
      const key = keyOf(after.request)
      const was = before.get(key)
      if (was === undefined) continue
      const { spoken, missing } = judgeSignIn(was, chosen)
      const [had, has] = [judgeSignIn(was, asked), judgeSignIn(after, asked)]
      const worked = had.as === 'open' ? (lastKnown.get(key) ?? 'open') : had.as
      if (worked !== 'open') lastKnown.set(key, worked)
      yield [
        after,
        {
          spoken: all([spoken, worked]),
          as: not(has.as),
          missing: [...new Set([...missing, ...had.missing, ...has.missing])],
        },
      ]
    }
  }
}

function judged(claim: Claim, source: ClaimSource): ClaimResult {
  return claim.says === 'loses-access'
    ? judgeTally(claim, lost(source, claim))
    : judgeClaim(claim, signInsOf(source, claim))
}

/** The same claim without `only`: some of those named satisfy it. */
function ofThemselves(claim: Claim): Claim {
  const { exclusive: _exclusive, ...rest } = claim
  const where = claim.where.map((one, index) => (index === 0 ? { ...one, negated: !one.negated } : one))
  return { ...rest, quantifier: { kind: 'some' }, where }
}

/** Plays the sign-ins that a claim covers, and judges it. */
export function evaluateClaim(claim: Claim, source: ClaimSource): ClaimResult {
  const result = judged(claim, source)
  if (claim.exclusive !== true || result.answer !== 'holds') return result
  return judged(ofThemselves(claim), source).answer === 'holds' ? result : { ...result, answer: 'about-nobody' }
}
