import { addAll, type Bitmap, common, fullBitmap, overlap } from '../classes/bitmap.ts'
import type { Kind } from '../classes/user-sets.ts'
import { type Detail, type QuestionSplit, questionSplit } from './conditional-access/question-splits.ts'
import { splitByQuestion } from './conditional-access/split-users.ts'
import { kept, type PartOfEnding } from './kept-parts.ts'
import type { Said } from './said-of-leg.ts'
import type { Moment, Opened } from './set-moment.ts'
import { endOfLeg, mayBeSilent, type UndecidedLeg } from './simulate-session.ts'

/**
 * How finely users are distinguished: by what policies say to them (`Detail`), or not at all; or by how the sign-in ends,
 * whichever policies make it so. `reading`: also by what is demanded and how the session is shaped, together with the policies that block; `unnamed-reading`: without
 * those.
 */
export type PlayDetail = Detail | Ending | 'none'

type Ending = 'ending' | 'reading' | 'unnamed-reading'

const finenessOf: { readonly [Name in Ending]: Detail } = {
  ending: 'verdict',
  reading: 'demands',
  'unnamed-reading': 'demands',
}

const isEnding = (detail: PlayDetail): detail is Ending => detail in finenessOf

/** How a sign-in distinguishes users of a kind. */
export function splitsOf(
  { moment: { compiled }, legs, questionsOf }: Opened,
  asked: PlayDetail,
): readonly QuestionSplit[] {
  if (asked === 'none') return []
  // Whether a token answers can depend on how long the policies let it live.
  const detail = legs.some(mayBeSilent) ? 'policies' : isEnding(asked) ? finenessOf[asked] : asked
  const found = new Map<string, QuestionSplit>()
  for (const leg of legs)
    for (const question of questionsOf(leg)) {
      const split = questionSplit(compiled, question, detail)
      found.set(split.key, split)
    }
  return [...found.values()]
}

/** Users of a kind split until what the policies say is equal for each part. */
export function splitInto(
  { assigned }: Moment,
  kind: Kind,
  all: Bitmap,
  splits: readonly QuestionSplit[],
): readonly Bitmap[] {
  let made: readonly Bitmap[] = [all]
  for (const split of splits) made = made.flatMap((part) => splitByQuestion({ kind, assigned }, part, split))
  return made
}

function allParts(moment: Moment, kind: Kind, splits: readonly QuestionSplit[]): readonly Bitmap[] {
  const word = splits.map((split) => split.key).join(';')
  return kept(moment.keeping, kind, 'parts', word, () => splitInto(moment, kind, fullBitmap(kind.size), splits))
}

/** Parts of which the word is the same are one; one without a word stays alone. */
function joined(parts: readonly Bitmap[], saidTo: (part: Bitmap) => Said | undefined): readonly PartOfEnding[] {
  const found = new Map<string, { readonly members: Bitmap; readonly byName: Map<string, Bitmap> }>()
  for (const [at, part] of parts.entries()) {
    const { what, by } = saidTo(part) ?? { what: `part ${at}`, by: '' }
    const known = found.get(what) ?? { members: new Uint32Array(part.length), byName: new Map<string, Bitmap>() }
    found.set(what, known)
    addAll(known.members, part)
    const named = known.byName.get(by)
    if (named === undefined) known.byName.set(by, part.slice())
    else addAll(named, part)
  }
  return [...found.values()].map(({ members, byName }) => ({ members, byName: [...byName.values()] }))
}

/** Whether policies are named that block a leg. */
const namesPolicies = (legs: readonly UndecidedLeg[]): boolean =>
  legs.some((leg) => {
    const verdict = endOfLeg(leg)
    return verdict.kind === 'blocked' && verdict.policies.length > 0
  })

/** What parts are asked for. */
interface Asking {
  readonly detail: PlayDetail
  readonly among: Bitmap | undefined
  readonly playedFor: (members: Bitmap) => {
    readonly legs: readonly UndecidedLeg[]
    readonly word: () => Said | undefined
  }
}

/** The parts of the users of a kind, or of some of them, between which a sign-in is distinguished. */
export function partsOf(one: Opened, kind: Kind, { detail, among, playedFor }: Asking): readonly Bitmap[] {
  const { moment, legs, askedBy } = one
  const splits = kind.size === 1 ? [] : splitsOf(one, detail)
  if (!isEnding(detail))
    return among === undefined ? allParts(moment, kind, splits) : splitInto(moment, kind, among, splits)
  // Legs that may be silent are split more finely than others that ask the same, and are not joined.
  const asked = legs.map((leg) => `${askedBy(leg).word} ${mayBeSilent(leg)}`)
  const word = [finenessOf[detail], ...splits.map(({ key }) => key), ...asked].join('\u0001')
  const endings = kept(moment.keeping, kind, 'endings', word, () =>
    joined(allParts(moment, kind, splits), (part) => playedFor(part).word()),
  )
  const isNamed = (part: PartOfEnding): boolean => detail === 'reading' && namesPolicies(playedFor(part.members).legs)
  const parts = endings.flatMap((part) => (part.byName.length > 1 && isNamed(part) ? part.byName : [part.members]))
  return among === undefined ? parts : parts.filter((part) => overlap(part, among)).map((part) => common(part, among))
}
