import { editDistance } from './edit-distance.ts'
import { oppositesOf } from './opposites.ts'
import { longestCompared, type NameList, plainName, similarNames } from './similar-names.ts'

/** Maximum edit distance of a suggestion for a word. */
const tolerance = (word: string): number => Math.max(1, Math.min(4, Math.floor(word.length / 3)))

/** The distance of two normalized words; undefined if too large. */
function score(wanted: string, name: string): number | undefined {
  const limit = tolerance(wanted)
  const edits = editDistance(wanted, name, limit)
  if (edits <= limit) return edits
  if (wanted.length >= 4 && name.startsWith(wanted)) return limit + 1
  return wanted.length >= 4 && name.includes(wanted) ? limit + 2 : undefined
}

/** Whether a word is at least as close to the opposite of a name as to the name itself, which rules the name out. */
function meansOpposite(wanted: string, name: string, edits: number): boolean {
  const { affirmed, turned } = oppositesOf(name)
  const limit = tolerance(wanted)
  const editsTo = (one: string): number => score(wanted, one) ?? limit + 3
  if (affirmed.some((one) => editsTo(one) <= edits)) return true
  return turned.some((one) => editsTo(one) < edits + (edits <= limit ? 1 : 0))
}

/**
 * The `count` known names closest to a word, best first; ignores case, spaces and hyphens. Excludes names that the word
 * may negate. The work per word is bounded for long lists, so `known` should be the same list for each word; pass
 * additional names in `also`.
 */
export function nearest(word: string, known: NameList, count: number, also: readonly string[] = []): readonly string[] {
  const wanted = plainName(word)
  if (wanted === '' || wanted.length > longestCompared) return []
  const near = [...similarNames(wanted, also), ...similarNames(wanted, known)]
    .flatMap(({ name, plain }) => {
      const edits = name === word ? undefined : score(wanted, plain)
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

/** The known name that a mistyped word most likely refers to. */
export function suggest(word: string, known: NameList, also: readonly string[] = []): string | undefined {
  return nearest(word, known, 1, also)[0]
}
