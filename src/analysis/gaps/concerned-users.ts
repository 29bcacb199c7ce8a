import { type Bitmap, difference, isEmpty } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { eachIndex, hasBit, type Mask } from '../../simulate/conditional-access/bits.ts'
import type { CompiledPolicies } from '../../simulate/conditional-access/compile.ts'
import { reachedPolicies } from '../../simulate/conditional-access/reached-policies.ts'
import type { PolicySignIn } from '../../simulate/conditional-access/sign-in.ts'
import {
  type ShapingAlike,
  type StandIns,
  shapingAlike,
  standInsOf,
} from '../../simulate/conditional-access/stand-ins.ts'
import type { PoliciesOfLeg } from '../../simulate/policies-of-leg.ts'
import type { Played } from './played.ts'
import { concernedBy } from './policies-behind.ts'

/** The users of a kind whom a policy concerns on the legs of a sign-in. */
export interface Concerned {
  /** For sure, or perhaps. */
  readonly possible: Bitmap
  /** Where it is open whether the policy applies. */
  readonly open: Bitmap
  readonly sure: Bitmap
  /** By leg, those for whom the others do not do all that the policy does. */
  readonly alone: readonly Alone[]
}

/** Users for whom a policy does something on a leg that no other does. */
export interface Alone {
  readonly leg: number
  readonly of: PoliciesOfLeg
  readonly users: Bitmap
  /** Those for whom this holds only if the sign-in brings nothing along. */
  readonly bare: Bitmap
}

/** Whom each policy concerns, given by index; equal for sign-ins of a kind that ask the same. Undefined if nobody. */
export type ConcernedBook = (played: Played, index: number) => Concerned | undefined

/** How many words of sets are kept. */
const mostWords = 2 ** 23

/** The policies that are asked on a leg. */
function askedOn({ traces, silent, policies }: Played, leg: number): PoliciesOfLeg | undefined {
  const asked = silent[leg] === true || traces[leg]?.conditionalAccess !== undefined
  return asked ? policies(leg) : undefined
}

/** A book that forgets a kind when another one is asked about, and all sets when there are too many. */
export function concernedBook(compiled: CompiledPolicies): ConcernedBook {
  const alike = shapingAlike(compiled)
  let of: Played['traces'] | undefined
  let legs: readonly (PoliciesOfLeg | undefined)[] = []
  let current: BookOfKind | undefined
  let known = new Map<number, Concerned | undefined>()
  return (played, index) => {
    const isFull = current !== undefined && current.words > mostWords
    if (current === undefined || current.kind !== played.kind || isFull) current = bookOfKind(played.kind, alike)
    else if (played.traces === of && known.has(index)) return known.get(index)
    if (played.traces !== of) legs = played.traces.map((_, leg) => askedOn(played, leg))
    of = played.traces
    known = current.ofLegs(legs)
    if (!known.has(index)) known.set(index, concernedUsers(current, legs, index))
    return known.get(index)
  }
}

interface BookOfKind {
  readonly kind: Kind
  readonly nobody: Bitmap
  words: number
  readonly ofLegs: (legs: readonly (PoliciesOfLeg | undefined)[]) => Map<number, Concerned | undefined>
  readonly sharing: (of: PoliciesOfLeg) => readonly Sharing[]
}

function bookOfKind(kind: Kind, alike: ShapingAlike): BookOfKind {
  const numbers = new Map<PoliciesOfLeg, number>()
  const found = new Map<string, Map<number, Concerned | undefined>>()
  const shared = new Map<PoliciesOfLeg, readonly Sharing[]>()
  const numberOf = (of: PoliciesOfLeg): number => {
    const number = numbers.get(of) ?? numbers.size
    numbers.set(of, number)
    return number
  }
  return {
    kind,
    nobody: new Uint32Array(kind.words),
    words: 0,
    ofLegs: (legs) => {
      const key = legs.map((of) => (of === undefined ? '' : numberOf(of))).join()
      const known = found.get(key) ?? new Map<number, Concerned | undefined>()
      found.set(key, known)
      return known
    },
    sharing: (of) => {
      const known =
        shared.get(of) ??
        [of.question, ...(of.bare ? [of.bare] : [])].map((one) => sharingOf(of, kind, { question: one, alike }))
      shared.set(of, known)
      return known
    },
  }
}

/** What policies have in common on one question. */
interface Sharing {
  readonly deciding: Mask
  readonly standIns: (policy: number) => StandIns
  /** The users whom at least one, or at least two, of some policies concern. */
  readonly once: (policies: Mask) => Bitmap
  readonly twice: (policies: Mask) => Bitmap
}

interface Asking {
  readonly question: PolicySignIn
  readonly alike: ShapingAlike
}

function sharingOf(of: PoliciesOfLeg, kind: Kind, { question, alike }: Asking): Sharing {
  const { compiled } = of
  const { deciding } = question === of.question ? of.reached : reachedPolicies(compiled, question)
  const counts = new Map<string, readonly [Bitmap, Bitmap]>()
  const countOf = (policies: Mask): readonly [Bitmap, Bitmap] => {
    const key = policies.join()
    const known = counts.get(key) ?? countedOnceAndTwice(of, kind, policies)
    counts.set(key, known)
    return known
  }
  return {
    deciding,
    standIns: standInsOf(compiled, question, { deciding, alike }),
    once: (policies) => countOf(policies)[0],
    twice: (policies) => countOf(policies)[1],
  }
}

function countedOnceAndTwice(of: PoliciesOfLeg, kind: Kind, policies: Mask): readonly [Bitmap, Bitmap] {
  const [once, twice] = [new Uint32Array(kind.words), new Uint32Array(kind.words)]
  eachIndex(policies, (policy) => {
    const users = concernedBy(of, kind, policy)
    for (let word = 0; word < users.length; word += 1) {
      const bits = users[word] ?? 0
      twice[word] = (twice[word] ?? 0) | ((once[word] ?? 0) & bits)
      once[word] = (once[word] ?? 0) | bits
    }
  })
  return [once, twice]
}

/** The users for whom a policy does something on a question that no other does; undefined if there are none. */
function aloneOn({ deciding, standIns, once, twice }: Sharing, users: Bitmap, policy: number): Bitmap | undefined {
  if (!hasBit(deciding, policy)) return undefined
  const { enough, parts } = standIns(policy)
  if (parts.length === 0) return undefined
  const ended = hasBit(enough, policy) ? twice(enough) : once(enough)
  const shared = parts.map(twice)
  let found: Bitmap | undefined
  for (let word = 0; word < users.length; word += 1) {
    const left = (users[word] ?? 0) & ~(ended[word] ?? 0)
    if (left === 0) continue
    let all = left
    for (const set of shared) all &= set[word] ?? 0
    if (all === left) continue
    found ??= new Uint32Array(users.length)
    found[word] = left & ~all
  }
  return found
}

function aloneOnLeg(book: BookOfKind, of: PoliciesOfLeg, leg: number, policy: number): readonly Alone[] {
  const users = concernedBy(of, book.kind, policy)
  const [now, bare] = book.sharing(of).map((one) => aloneOn(one, users, policy))
  if (now === undefined && bare === undefined) return []
  const added = bare === undefined ? book.nobody : now === undefined ? bare : difference(bare, now)
  book.words += users.length * 2
  return [{ leg, of, users: now ?? book.nobody, bare: added }]
}

/** Whom it is open of whether a policy concerns them, where that is open for nobody else. */
function beyondCertain(book: BookOfKind, of: PoliciesOfLeg, policy: number): Bitmap {
  const { certain, possible } = of.assigned
  if (certain[policy] === possible[policy]) return book.nobody
  const beyond = difference(concernedBy(of, book.kind, policy, 'possible'), concernedBy(of, book.kind, policy))
  book.words += beyond.length
  return beyond
}

function concernedUsers(
  book: BookOfKind,
  asked: readonly (PoliciesOfLeg | undefined)[],
  index: number,
): Concerned | undefined {
  const { kind, nobody } = book
  const legs = asked.flatMap((of, leg) => {
    return of !== undefined && hasBit(of.reached.perhaps, index) ? [{ leg, of }] : []
  })
  const [first] = legs
  if (first === undefined) return undefined
  // Whom a policy concerns is the same on each leg.
  const possible = concernedBy(first.of, kind, index, 'possible')
  if (isEmpty(possible)) return undefined
  const applying = legs.filter(({ of }) => hasBit(of.reached.applying, index)).length
  return {
    possible,
    open: applying < legs.length ? possible : beyondCertain(book, first.of, index),
    sure: applying > 0 ? concernedBy(first.of, kind, index) : nobody,
    alone: legs.flatMap(({ leg, of }) => aloneOnLeg(book, of, leg, index)),
  }
}
