import { neutralize } from '../text/neutralize.ts'

const longestWord = 80
const longestList = 12

/** User input in backticks, truncated if long, with control characters neutralized. */
export function tick(word: string): string {
  const short = word.length > longestWord ? `${word.slice(0, longestWord - 1)}…` : word
  return `\`${neutralize(short)}\``
}

/** A list in words: `a`, `b` or `c`; a long list is truncated with a note. */
export function anyOf(words: readonly string[]): string {
  const shown = words.slice(0, longestList).map(tick)
  if (words.length > longestList) return `${shown.join(', ')} or one of ${words.length - longestList} more`
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`
}

/** A suggestion to append to a help text; empty if there is none. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `; did you mean ${tick(suggestion)}?`
}
