import { oppositesOf } from './opposites.ts'

const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '')

/** Edits from one word to another: insert, delete, replace, swap neighbours; `limit + 1` when there are more. */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      }
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = last
    last = current
  }
  return last[other.length] ?? limit + 1
}

/** How many edits a word may be away and still be meant. */
const tolerance = (word: string): number => Math.max(1, Math.min(4, Math.floor(word.length / 3)))

function score(wanted: string, candidate: string): number | undefined {
  const name = plain(candidate)
  const limit = tolerance(wanted)
  const edits = distance(wanted, name, limit)
  if (edits <= limit) return edits
  if (wanted.length >= 4 && name.startsWith(wanted)) return limit + 1
  return wanted.length >= 4 && name.includes(wanted) ? limit + 2 : undefined
}

/** Whether a word is at least as near to the contrary of a name as to the name: then it is not what was meant. */
function meansOpposite(wanted: string, name: string, edits: number): boolean {
  const { affirmed, turned } = oppositesOf(name)
  const limit = tolerance(wanted)
  const editsTo = (one: string): number => score(wanted, one) ?? limit + 3
  if (affirmed.some((one) => editsTo(one) <= edits)) return true
  return turned.some((one) => editsTo(one) < edits + (edits <= limit ? 1 : 0))
}

/**
 * The `count` known names nearest to a word, best first; case, spaces and hyphens do not count as differences. A name of
 * which the word may be the negation is none of them.
 */
export function nearest(word: string, known: readonly string[], count: number): readonly string[] {
  const wanted = plain(word)
  if (wanted === '') return []
  const near = known
    .flatMap((name) => {
      const edits = name === word ? undefined : score(wanted, name)
      return edits === undefined ? [] : [{ name, edits }]
    })
    .sort((one, other) => one.edits - other.edits)
  const found: string[] = []
  for (const { name, edits } of near) {
    if (found.length === count) break
    if (edits === 0 || !meansOpposite(wanted, name, edits)) found.push(name)
  }
  return found
}

/** The known name that a mistyped word most likely means. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  return nearest(word, known, 1)[0]
}
