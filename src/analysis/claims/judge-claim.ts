import type { Claim } from './claim.ts'
import { type Judgement, judgeSignIn, ready } from './judge-sign-in.ts'
import type { LegView, SignIn } from './sign-in.ts'
import { all, not, type Truth } from './truth.ts'

/** A sign-in that demonstrates something, with the leg that does. */
export interface Witness {
  readonly signIn: SignIn
  readonly leg?: LegView
  /** Facts that would decide it, if it is undetermined. */
  readonly missing: readonly string[]
}

/** The outcome of a claim. */
export interface ClaimResult {
  /** `about-nobody`: the claim covers no sign-in, so it is neither true nor false. */
  readonly answer: 'holds' | 'refuted' | 'open' | 'about-nobody'
  /** How many sign-ins it covers, and of how many users; a representative counts as all the users of its class. */
  readonly signIns: number
  readonly people: number
  /** How many of them satisfy the claim. */
  readonly counted: number
  /** Sign-ins that refute the claim or leave it open; for a count, the first sign-in of each. */
  readonly witnesses: readonly Witness[]
  readonly total: number
}

/** Maximum number of witnesses kept. */
const mostWitnesses = 10

interface Tally {
  signIns: number
  /** Sign-ins that are certainly covered; if there are none, the claim may cover nothing. */
  sure: number
  perhapsSpoken: Witness | undefined
  readonly spoken: Map<string, number>
  readonly yes: Map<string, Counted>
  readonly open: Map<string, Counted>
}

interface Counted {
  readonly witness: Witness
  weight: number
}

const identity = ({ counts }: Claim, { request }: SignIn, index: number): string =>
  counts === 'people' ? request.user : String(index)

function add(to: Map<string, Counted>, key: string, weight: number, witness: Witness): void {
  if (!to.has(key)) to.set(key, { witness, weight })
}

const total = (counted: Iterable<Counted>): number => [...counted].reduce((sum, { weight }) => sum + weight, 0)

/** Whether a sign-in violates `every` or `no`, or may violate it. */
function breach(claim: Claim, { spoken, as }: Judgement): Truth {
  return all([spoken, claim.quantifier.kind === 'every' ? not(as) : as])
}

function witnessOf(signIn: SignIn, { leg, missing }: Judgement): Witness {
  return { signIn, missing, ...(leg === undefined ? {} : { leg }) }
}

function tallied(claim: Claim, judged: Iterable<readonly [SignIn, Judgement]>): Tally {
  const tally: Tally = {
    signIns: 0,
    sure: 0,
    perhapsSpoken: undefined,
    spoken: new Map(),
    yes: new Map(),
    open: new Map(),
  }
  let index = 0
  for (const [signIn, judgement] of judged) {
    index += 1
    if (judgement.spoken === 'no') continue
    tally.signIns += signIn.people
    if (judgement.spoken === 'yes') tally.sure += 1
    else tally.perhapsSpoken ??= witnessOf(signIn, judgement)
    tally.spoken.set(signIn.request.user, signIn.people)
    const truth = breach(claim, judgement)
    const key = identity(claim, signIn, index)
    if (truth === 'yes') add(tally.yes, key, signIn.people, witnessOf(signIn, judgement))
    if (truth === 'open') add(tally.open, key, signIn.people, witnessOf(signIn, judgement))
  }
  for (const key of tally.yes.keys()) tally.open.delete(key)
  return tally
}

function answerOf({ quantifier }: Claim, sure: number, perhaps: number): 'holds' | 'refuted' | 'open' {
  switch (quantifier.kind) {
    case 'every':
    case 'no':
      return sure > 0 ? 'refuted' : perhaps > 0 ? 'open' : 'holds'
    case 'at-most':
      return sure > quantifier.count ? 'refuted' : sure + perhaps > quantifier.count ? 'open' : 'holds'
    case 'some':
      return atLeast(1, sure, perhaps)
    case 'at-least':
      return atLeast(quantifier.count, sure, perhaps)
  }
}

const atLeast = (wanted: number, sure: number, perhaps: number): 'holds' | 'refuted' | 'open' =>
  sure >= wanted ? 'holds' : sure + perhaps >= wanted ? 'open' : 'refuted'

/** Judges sign-ins that were already judged one by one. */
export function judgeTally(claim: Claim, judged: Iterable<readonly [SignIn, Judgement]>): ClaimResult {
  const tally = tallied(claim, judged)
  const [sure, perhaps] = [total(tally.yes.values()), total(tally.open.values())]
  const people = [...tally.spoken.values()].reduce((sum, size) => sum + size, 0)
  const found = tally.signIns === 0 ? 'about-nobody' : answerOf(claim, sure, perhaps)
  const unfounded = found === 'holds' && tally.sure === 0 && tally.perhapsSpoken !== undefined
  const answer = unfounded ? 'open' : found
  const upward = claim.quantifier.kind === 'some' || claim.quantifier.kind === 'at-least'
  const shown = answer === 'open' ? tally.open : upward ? new Map<string, Counted>() : tally.yes
  const perhapsOnly = unfounded && tally.perhapsSpoken !== undefined ? [tally.perhapsSpoken] : []
  const witnesses = answer === 'holds' ? [] : [...perhapsOnly, ...[...shown.values()].map(({ witness }) => witness)]
  return {
    answer,
    signIns: tally.signIns,
    people,
    counted: sure,
    witnesses: witnesses.slice(0, mostWitnesses),
    total: witnesses.length,
  }
}

/** Judges a claim about played sign-ins; a sign-in with a missing fact never counts as satisfying it. */
export function judgeClaim(claim: Claim, signIns: Iterable<SignIn>): ClaimResult {
  const asked = ready(claim)
  function* judged(): Generator<readonly [SignIn, Judgement]> {
    for (const signIn of signIns) yield [signIn, judgeSignIn(signIn, asked)]
  }
  return judgeTally(claim, judged())
}
