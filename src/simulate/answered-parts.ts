import { type Bitmap, firstOf } from '../classes/bitmap.ts'
import type { Kind } from '../classes/user-sets.ts'
import { splitInto, splitsOf } from './parts-of-kind.ts'
import { joinedSaid, type Said } from './said-of-leg.ts'
import type { Opened, PartWords } from './set-moment.ts'
import { mayBeSilent, type UndecidedLeg } from './simulate-session.ts'

/** Users of a kind to whom the policies say the same on every leg of a sign-in; by which policies is known of the first. */
export interface Answered {
  readonly members: Bitmap
  readonly said: Said
}

/** A sign-in of a kind by what the policies say. */
export interface Answering {
  /** Equal for sign-ins of the kind on which the same policies say the same to each user. */
  readonly asked: string
  /** Equal for sign-ins of the kind that go alike where the same is said, also of engines that have their book in common. */
  readonly key: string
  /** Some users by what is said to them; undefined where that is not known before. */
  readonly among: (users: Bitmap) => readonly Answered[] | undefined
  /** What is said to the first of some users. */
  readonly toFirst: (users: Bitmap) => Said | undefined
}

interface Played {
  readonly words: PartWords
  readonly playedFor: (members: Bitmap) => { readonly legs: readonly UndecidedLeg[] }
}

/** What the policies say to users of a kind on the legs of a sign-in; undefined where what may answer it decides too. */
export function answeringOf(one: Opened, kind: Kind, { words, playedFor }: Played): Answering | undefined {
  const { moment, legs, askedBy } = one
  if (legs.length === 0 || legs.some(mayBeSilent)) return undefined
  const toFirst: Answering['toFirst'] = (users) => {
    const place = kind.firstWord * 32 + firstOf(users)
    return joinedSaid(playedFor(users).legs.map((leg, at) => words.said(at, leg, place)))
  }
  const among: Answering['among'] = (users) => {
    const found: Answered[] = []
    for (const members of splitInto(moment, kind, users, kind.size === 1 ? [] : splitsOf(one, 'reading'))) {
      const said = toFirst(members)
      if (said === undefined) return undefined
      found.push({ members, said })
    }
    return found
  }
  const asked = legs.map((leg) => askedBy(leg).word).join('\u0001')
  return { asked, key: legs.map((leg, at) => words.key(at, leg)).join('\u0001'), among, toFirst }
}
