import { type Bitmap, isIn } from '../classes/bitmap.ts'
import type { Kind } from '../classes/user-sets.ts'
import { addMask, emptyMask, indexesOf, keepMask, type Mask } from './conditional-access/bits.ts'
import { questionSplit } from './conditional-access/question-splits.ts'
import { possiblyReached } from './conditional-access/reached-policies.ts'
import { neededBy } from './conditional-access/rows-of.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import type { PoliciesOfAll } from './policies-of-leg.ts'
import { saidOfLeg } from './said-of-leg.ts'
import type { Opened, PartWords, PolicyAnswers } from './set-moment.ts'
import { mayBeSilent, type UndecidedLeg } from './simulate-session.ts'

/** Whom some policies concern for sure, and whom perhaps. */
function columnsOf({ assigned: { certain, possible } }: PoliciesOfAll, policies: Mask): readonly Bitmap[] {
  return indexesOf(policies).flatMap((policy): readonly Bitmap[] => {
    const [sure, maybe] = [certain[policy], possible[policy]]
    return [sure, sure === maybe ? undefined : maybe].filter((column) => column !== undefined)
  })
}

function bitsOf(columns: readonly Bitmap[], user: number): string {
  let bits = ''
  for (const column of columns) bits += isIn(column, user) ? '1' : '0'
  return bits
}

/** Whether no more is read of the policies than what they decide together on this leg. */
const decidesAlone = ({ context: { request } }: UndecidedLeg, questions: readonly PolicySignIn[]): boolean =>
  questions.length === 1 &&
  questions.every(({ target }) => neededBy(target, 'late').length === 0) &&
  request.signals.authenticationContext === undefined

/** Which of the policies that may count for a leg concern a user. */
function rowsOf(policies: PoliciesOfAll, leg: UndecidedLeg, questions: readonly PolicySignIn[]): PolicyAnswers['row'] {
  const { compiled, assigned } = policies
  const reached = emptyMask(compiled.policies.length)
  for (const question of questions) addMask(reached, possiblyReached(compiled, question))
  const [only] = questions
  if (only === undefined || !decidesAlone(leg, questions)) {
    const columns = columnsOf(policies, reached)
    return (user) => bitsOf(columns, user)
  }
  const split = questionSplit(compiled, only, 'verdict')
  const [deciding, always] = [split.single.slice(), split.blocks.slice()]
  for (const mask of [split.shaping, split.open.policies, ...split.demands.map((demand) => demand.policies)])
    addMask(deciding, mask)
  keepMask(reached, compiled.reporting)
  addMask(always, reached)
  const blocks = indexesOf(split.blocks).flatMap((policy) => assigned.certain[policy] ?? [])
  const [first, others] = [columnsOf(policies, always), columnsOf(policies, deciding)]
  // Where a policy blocks for sure, no more is asked of those that do not.
  return (user) => bitsOf(first, user) + (blocks.some((column) => isIn(column, user)) ? '' : bitsOf(others, user))
}

/** Everything but the policies that how a leg goes depends on, for users of a kind. */
function keyOf({ moment: { likeness } }: Opened, kind: Kind, leg: UndecidedLeg): string {
  const { client, purpose, application, presents, at, signals } = leg.context.request
  return [
    kind.index,
    client,
    purpose,
    application,
    presents,
    at,
    JSON.stringify(signals),
    likeness.withoutPolicies(leg),
  ].join('\u0000')
}

/** Of how many questions answers are kept: those of a kind are asked together. */
const mostAsked = 2_000

/** What the policies say to users of a kind on a leg, shared by all legs that ask the same. */
function saidTo({ moment, askedBy }: Opened, kind: Kind, leg: UndecidedLeg): PolicyAnswers {
  const { said } = moment
  const { questions, word } = askedBy(leg)
  const key = `${kind.index} ${leg.context.at} ${word}`
  const known = said.get(key)
  if (known !== undefined) return known
  const made = { row: rowsOf(moment, leg, questions), known: new Map() }
  if (said.size >= mostAsked) said.clear()
  said.set(key, made)
  return made
}

interface OfLeg extends PolicyAnswers {
  readonly key: string
}

/**
 * Words for the legs of a sign-in, by what the policies say. Invariant: of users of a kind, deciding and telling read no
 * more than that; their names are put in afterwards.
 */
export function partWords(opened: Opened, kind: Kind): PartWords {
  const { moment, legs: own } = opened
  const legs: OfLeg[] = []
  const legAt = (at: number, leg: UndecidedLeg): OfLeg => {
    const like = own[at] ?? leg
    legs[at] ??= { ...saidTo(opened, kind, like), key: keyOf(opened, kind, like) }
    return legs[at]
  }
  return {
    key: (at, leg) => legAt(at, leg).key,
    said: (at, leg, user) => {
      if (mayBeSilent(leg)) return undefined
      const { row, known } = legAt(at, leg)
      const bits = row(user)
      if (!known.has(bits)) known.set(bits, saidOfLeg(leg, moment.book.decisionNumber))
      return known.get(bits)
    },
  }
}
