import type { Claim } from '../../analysis/claims/claim.ts'
import { judgeSignIn, ready } from '../../analysis/claims/judge-sign-in.ts'
import { plannedFor } from '../../analysis/claims/plan-claim.ts'
import { signInOf } from '../../analysis/claims/sign-in.ts'
import { all, not, type Truth } from '../../analysis/claims/truth.ts'
import { populationOf } from '../../analysis/population/population.ts'
import { indexesOf } from '../../simulate/conditional-access/bits.ts'
import type { ClientRequest, PolicyName } from '../../vocabulary/requests.ts'
import type { Side } from '../side.ts'
import type { Proof, ProofAnswer, SessionWitness } from './proof.ts'
import { fewestSignals, outcomesOf, type PlayBudget, type SessionOutcome } from './session-outcomes.ts'

/** As many sign-ins as are played for one claim, and for one request before the others have their turn. */
const most = 40_000
const first = 20

interface Tally {
  /** The tenant of the sign-ins: one person for each class. */
  readonly side: Side
  signIns: number
  /** Sign-ins that are certainly covered. */
  spoken: number
  sure: SessionOutcome | undefined
  perhaps: SessionOutcome | undefined
}

/** People whose sign-ins have the same outcomes are played once. */
function peopleOf(
  side: Side,
  { where, says }: Claim,
): { readonly side: Side; readonly sizes: ReadonlyMap<string, number> } {
  const conditions = [...where, ...(says === 'loses-access' ? [] : says)]
  const named = (key: string): readonly string[] =>
    conditions.flatMap((condition) => (condition.key === key ? condition.values : []))
  const read = populationOf(side.tenant, undefined, {
    people: named('user'),
    memberships: { groups: named('group'), roles: named('role'), anyRole: named('people').length > 0 },
  })
  if (!read.ok) return { side, sizes: new Map() }
  const { tenant, classes } = read.value
  return {
    side: { ...side, tenant },
    sizes: new Map(classes.map(({ representative, size }) => [representative, size])),
  }
}

/** Whether a sign-in shows what a claim of this kind looks for: a breach of `every` or `no`, an example of `some`. */
function shows({ quantifier }: Claim, { judgement: { spoken, as } }: SessionOutcome): Truth {
  return all([spoken, quantifier.kind === 'every' ? not(as) : as])
}

/** A sign-in on the way counts only if it settles the claim. */
function count(tally: Tally, claim: Claim, outcome: SessionOutcome): void {
  const { settled, judgement } = outcome
  const truth = shows(claim, outcome)
  if (judgement.spoken === 'no' || (!settled && truth !== 'yes')) return
  tally.signIns += 1
  if (judgement.spoken === 'yes') tally.spoken += 1
  if (truth === 'yes') tally.sure ??= outcome
  if (truth === 'open') tally.perhaps ??= outcome
}

/** Keys that the request alone decides, whatever it brings. */
const ofRequest: ReadonlySet<string> = new Set([
  ...['user', 'people', 'group', 'role', 'client', 'purpose', 'network', 'place'],
])

/** Whether a claim can cover a request at all. */
function covers({ tenant }: Side, claim: Claim, request: ClientRequest): boolean {
  const where = claim.where.filter(({ key }) => ofRequest.has(key))
  if (where.length === 0) return true
  const chosen = ready({ ...claim, quantifier: { kind: 'some' }, where, says: [] })
  return judgeSignIn(signInOf(tenant, request, []), chosen).spoken !== 'no'
}

/** Counts as many outcomes, or up to one that shows it; whether there are no more. */
function counted(tally: Tally, claim: Claim, outcomes: Generator<SessionOutcome>, many: number): boolean {
  for (let left = many; left > 0; left -= 1) {
    const { done, value } = outcomes.next()
    if (done === true) return true
    count(tally, claim, value)
    if (tally.sure !== undefined) return true
  }
  return false
}

function tallied(side: Side, claim: Claim, effort: PlayBudget): Tally {
  const { side: reduced, sizes } = peopleOf(side, claim)
  const asked = ready(claim)
  const tally: Tally = { side: reduced, signIns: 0, spoken: 0, sure: undefined, perhaps: undefined }
  const unfinished: Generator<SessionOutcome>[] = []
  for (const request of plannedFor(reduced.tenant, claim.where, { at: side.at, signals: {} })) {
    if (!covers(reduced, claim, request)) continue
    const outcomes = outcomesOf(reduced, asked, request, sizes.get(request.user) ?? 1, effort)
    if (!counted(tally, claim, outcomes, first)) unfinished.push(outcomes)
    if (tally.sure !== undefined) return tally
  }
  for (const outcomes of unfinished) {
    counted(tally, claim, outcomes, Infinity)
    if (tally.sure !== undefined) return tally
  }
  return tally
}

function answerOf({ quantifier }: Claim, { signIns, spoken, sure, perhaps }: Tally, complete: boolean): ProofAnswer {
  if (signIns === 0 && complete) return 'about-nobody'
  const found = sure !== undefined ? 'surely' : perhaps !== undefined || !complete ? 'perhaps' : 'none'
  if (quantifier.kind === 'some') return found === 'surely' ? 'proved' : found === 'none' ? 'refuted' : 'open'
  if (found !== 'none') return found === 'surely' ? 'refuted' : 'open'
  return spoken > 0 ? 'proved' : 'open'
}

function witnessOf({ signIn: { request, verdict }, judgement: { leg } }: SessionOutcome): SessionWitness {
  const { user, client, purpose, network, application, signals } = request
  return {
    user,
    client,
    purpose,
    network,
    ...(application === undefined ? {} : { application }),
    signals,
    verdict,
    ...(leg === undefined ? {} : { leg: { leg: leg.leg, verdict: leg.verdict } }),
  }
}

const endedEarly = `the limit of ${most} sign-ins for one claim is reached before everyone is covered with all that a sign-in can bring; a claim about fewer people, clients or purposes needs fewer`

const enforcedOf = ({ compiled }: Side): readonly PolicyName[] =>
  indexesOf(compiled.enforced).flatMap((index) => compiled.policies[index]?.name ?? [])

/**
 * Evaluates a claim about whole sessions over every declared user, client, purpose and network, whatever the sign-in
 * brings; undefined for claims that count, compare dates, or name people exclusively.
 */
export function proveSessions(side: Side, text: string, claim: Claim): Proof | undefined {
  const { says, quantifier, counts, exclusive } = claim
  const counting = quantifier.kind === 'at-most' || quantifier.kind === 'at-least'
  if (says === 'loses-access' || counting || exclusive === true) return undefined
  if (counts === 'people' && quantifier.kind === 'every') return undefined
  const effort: PlayBudget = { left: most }
  const tally = tallied(side, claim, effort)
  const complete = effort.left > 0
  const answer = answerOf(claim, tally, complete)
  const found = tally.sure ?? (answer === 'open' ? tally.perhaps : undefined)
  const shown = found && fewestSignals(tally.side, ready(claim), found, effort)
  return {
    claim: text,
    answer,
    atoms: {},
    policies: enforcedOf(side).length,
    restsOn: [],
    sessions: tally.signIns,
    ...(shown === undefined || answer === 'about-nobody' ? {} : { session: witnessOf(shown) }),
    open: complete ? [] : [{ dimension: 'people', reason: endedEarly }],
    missing: answer === 'open' ? [...new Set(shown?.judgement.missing ?? [])] : [],
  }
}
