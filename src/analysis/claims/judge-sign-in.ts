import type { Claim } from './claim.ts'
import { truthOf } from './condition-holds.ts'
import { readOfLeg, readSignIn } from './keys.ts'
import type { Reading } from './reading.ts'
import type { LegView, SignIn } from './sign-in.ts'
import { type Split, split } from './split-conditions.ts'
import { all, any, not, type Truth } from './truth.ts'

/** A claim about single sign-ins, prepared for repeated evaluation. */
export interface Ready {
  readonly where: Split
  readonly says: Split
  readonly every: boolean
}

/** The result of a claim for one sign-in. */
export interface Judgement {
  /** Whether the claim covers the sign-in. */
  readonly spoken: Truth
  /** Whether the sign-in satisfies the claim. */
  readonly as: Truth
  /** The leg that demonstrates it, if one does. */
  readonly leg?: LegView
  /** Facts that would decide what is undetermined. */
  readonly missing: readonly string[]
}

/** Prepares a claim: `every` requires all covered legs to match, the other quantifiers require one. */
export function ready({ where, says, quantifier }: Claim): Ready {
  const said = says === 'loses-access' ? [] : says
  return { where: split(where), says: split(said), every: quantifier.kind === 'every' }
}

interface Asked {
  readonly truth: Truth
  readonly missing: readonly string[]
}

function joined(asked: readonly (readonly [Reading, Truth])[]): Asked {
  const truth = all(asked.map(([, one]) => one))
  const open = asked.filter(([, one]) => one === 'open')
  return { truth, missing: truth === 'open' ? open.flatMap(([reading]) => reading.maybe?.missing ?? []) : [] }
}

function ofSignIn(signIn: SignIn, { signIn: conditions }: Split): Asked {
  return joined(
    conditions.map(({ condition, key }) => {
      const reading = readSignIn(signIn, key)
      return [reading, truthOf(reading, condition)]
    }),
  )
}

function ofLeg(signIn: SignIn, leg: LegView, { leg: conditions }: Split): Asked {
  return joined(
    conditions.map(({ condition, key }) => {
      const reading = readOfLeg(signIn, leg, key)
      return [reading, truthOf(reading, condition)]
    }),
  )
}

interface JudgedLeg {
  readonly leg: LegView
  readonly where: Asked
  readonly says: Asked
}

/** The legs that a claim can cover: only required ones if it selects none itself and requires all of them. */
function legsOf(signIn: SignIn, { where, says, every }: Ready): readonly JudgedLeg[] {
  const own = where.leg.length === 0 && every ? signIn.legs.filter(({ optional }) => !optional) : signIn.legs
  return own.map((leg) => ({ leg, where: ofLeg(signIn, leg, where), says: ofLeg(signIn, leg, says) }))
}

/** The first leg that does not certainly satisfy a claim about all of them. */
function odd(legs: readonly JudgedLeg[]): JudgedLeg | undefined {
  const spoken = legs.filter(({ where }) => where.truth !== 'no')
  const wrong = spoken.find(({ where, says }) => where.truth === 'yes' && says.truth === 'no')
  return wrong ?? spoken.find(({ says }) => says.truth !== 'yes')
}

/** The first leg that satisfies the claim, or may satisfy it. */
function shown(legs: readonly JudgedLeg[]): JudgedLeg | undefined {
  const truth = ({ where, says }: JudgedLeg): Truth => all([where.truth, says.truth])
  return legs.find((leg) => truth(leg) === 'yes') ?? legs.find((leg) => truth(leg) === 'open')
}

function legsAs(legs: readonly JudgedLeg[], every: boolean): Truth {
  if (!every) return any(legs.map(({ where, says }) => all([where.truth, says.truth])))
  return all(legs.map(({ where, says }) => any([not(where.truth), says.truth])))
}

/** Evaluates a claim for one sign-in; leg conditions must all hold for the same leg. */
export function judgeSignIn(signIn: SignIn, claim: Ready): Judgement {
  const whole = ofSignIn(signIn, claim.where)
  if (whole.truth === 'no') return { spoken: 'no', as: 'no', missing: [] }
  const legs = legsOf(signIn, claim)
  const chosen: Truth = claim.where.leg.length === 0 ? 'yes' : any(legs.map(({ where }) => where.truth))
  const spoken = all([whole.truth, chosen])
  const said = ofSignIn(signIn, claim.says)
  const onLegs = claim.says.leg.length === 0 ? 'yes' : legsAs(legs, claim.every)
  const found = claim.says.leg.length === 0 ? undefined : claim.every ? odd(legs) : shown(legs)
  const missing = [
    ...whole.missing,
    ...said.missing,
    ...(found?.where.missing ?? []),
    ...(found?.says.missing ?? []),
    ...(spoken === 'open' ? legs.flatMap(({ where }) => where.missing) : []),
  ]
  const leg = found?.leg ?? legs.find(({ where }) => claim.where.leg.length > 0 && where.truth !== 'no')?.leg
  return {
    spoken,
    as: all([said.truth, onLegs]),
    ...(leg === undefined ? {} : { leg }),
    missing: [...new Set(missing)],
  }
}
