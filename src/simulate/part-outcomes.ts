import { type Bitmap, isIn } from '../classes/bitmap.ts'
import type { Kind } from '../classes/user-sets.ts'
import { addMask, emptyMask, indexesOf, keepMask, type Mask } from './conditional-access/bits.ts'
import { questionSplit } from './conditional-access/question-splits.ts'
import { perhapsReached } from './conditional-access/reached-policies.ts'
import { neededBy } from './conditional-access/rows-of.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import { policiesOfLeg } from './decide-leg.ts'
import type { LegOutcome } from './leg-outcome.ts'
import { alikeOutcome, allFactsOfLeg, briefOutcomeOfLeg } from './outcome-of-leg.ts'
import type { LegPolicies } from './policies.ts'
import type { Moment, Opened, PartOutcomes, PoliciesOfAll } from './set-moment.ts'
import { mayBeSilent, type OpenLeg } from './simulate-session.ts'

/** Users of a kind for whom a leg goes alike have the same row. */
type Row = (user: number) => string

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
const decidesAlone = ({ context: { request } }: OpenLeg, questions: readonly PolicySignIn[]): boolean =>
  questions.length === 1 &&
  questions.every(({ target }) => neededBy(target, 'late').length === 0) &&
  request.signals.authenticationContext === undefined

/** Which of the policies that may count for a leg concern a user. */
function rowsOf(policies: PoliciesOfAll, leg: OpenLeg, questions: readonly PolicySignIn[]): Row {
  const { compiled, assigned } = policies
  const reached = emptyMask(compiled.policies.length)
  for (const question of questions) addMask(reached, perhapsReached(compiled, question))
  const [only] = questions
  if (only === undefined || !decidesAlone(leg, questions)) {
    const columns = columnsOf(policies, reached)
    return (user) => bitsOf(columns, user)
  }
  const split = questionSplit(compiled, only, 'verdict')
  const [deciding, always] = [split.single.slice(), split.blocks.slice()]
  for (const mask of [split.shaping, ...split.demands.map((demand) => demand.policies)]) addMask(deciding, mask)
  keepMask(reached, compiled.reporting)
  addMask(always, reached)
  const blocks = indexesOf(split.blocks).flatMap((policy) => assigned.certain[policy] ?? [])
  const [first, others] = [columnsOf(policies, always), columnsOf(policies, deciding)]
  // Where a policy blocks for sure, no more is asked of those that do not.
  return (user) => bitsOf(first, user) + (blocks.some((column) => isIn(column, user)) ? '' : bitsOf(others, user))
}

/** Everything but the policies that how a leg goes depends on, for users of a kind. */
function keyOf({ moment: { likeness } }: Opened, kind: Kind, leg: OpenLeg): string {
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

/** What the policies say about a leg, whichever of them say it; undefined where one by one is asked what they say. */
function saidBy({ decisionNumber }: Moment, leg: OpenLeg, policies: LegPolicies | undefined): string | undefined {
  if (policies === undefined) return ''
  if (leg.context.request.signals.authenticationContext !== undefined) return undefined
  const { combined, outcomes: _each, ...reading } = policies
  return `${decisionNumber(combined)} ${combined.policies.length === 0} ${JSON.stringify(reading)}`
}

/** How many outcomes are kept: those of other networks are asked for soon, and none later. */
const mostKept = 1_000

/** What the policies say about a leg of some users, and how it goes once that is known. */
interface Told {
  readonly policies: LegPolicies | undefined
  readonly said: string | undefined
  outcome: LegOutcome | undefined
}

function told(moment: Moment, leg: OpenLeg): Told {
  const { path, context } = leg
  const policies = policiesOfLeg(path, context, allFactsOfLeg(path, context))
  return { policies, said: saidBy(moment, leg, policies), outcome: undefined }
}

/** Decides a leg, unless it was decided for others of whom the policies say the same. */
function decided({ outcomes }: Moment, own: string, leg: OpenLeg, { policies, said }: Told): LegOutcome {
  const { path, context } = leg
  if (said === undefined) return briefOutcomeOfLeg(path, context)
  const key = `${own}\u0000${said}`
  const known = outcomes.get(key)
  if (known !== undefined) return alikeOutcome(known, leg, policies)
  const made = briefOutcomeOfLeg(path, context)
  if (outcomes.size >= mostKept) outcomes.clear()
  outcomes.set(key, made)
  return made
}

interface OfLeg {
  readonly row: Row
  readonly key: string
  readonly known: Map<string, Told>
}

/**
 * Decides each leg of a sign-in once for all users of the kind of whom the policies say the same. Invariant: of users of
 * a kind, deciding and telling read no more than that; their names, and those of the policies, are put in afterwards.
 */
export function partOutcomes(opened: Opened, kind: Kind): PartOutcomes {
  const { moment, legs: own, questionsOf } = opened
  const legs: OfLeg[] = []
  const legAt = (at: number, leg: OpenLeg): OfLeg => {
    const like = own[at] ?? leg
    legs[at] ??= { row: rowsOf(moment, like, questionsOf(like)), key: keyOf(opened, kind, like), known: new Map() }
    return legs[at]
  }
  const toldOf = ({ row, known }: OfLeg, leg: OpenLeg, user: number): Told => {
    const word = row(user)
    const found = known.get(word) ?? told(moment, leg)
    known.set(word, found)
    return found
  }
  return {
    of: (at, leg, user) => {
      const ofLeg = legAt(at, leg)
      const found = toldOf(ofLeg, leg, user)
      found.outcome ??= decided(moment, ofLeg.key, leg, found)
      return found.outcome
    },
    wordOf: (at, leg, user) => {
      if (mayBeSilent(leg)) return undefined
      const ofLeg = legAt(at, leg)
      const { policies, said } = toldOf(ofLeg, leg, user)
      return said === undefined ? undefined : [ofLeg.key, said, ...(policies?.combined.policies ?? [])].join('\u0000')
    },
  }
}
