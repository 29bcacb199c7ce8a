import { cacheByText } from '../../memory/cache-by-text.ts'
import type { StepDefinition } from './definition.ts'
import { allSteps } from './vocabulary.ts'

/** The steps closest to a sentence, best first. */
export function nearestSteps(sentence: string, count = 3): readonly StepDefinition[] {
  const words = split(sentence)
  const forbidden = forbidding(sentence)
  const forbiddenWords = forbidden === sentence ? undefined : split(forbidden)
  const negated = isNegated(sentence)
  // A step with the opposite meaning has similar words but is the worst suggestion; claims have their own grammar,
  // which reports its own errors.
  const ranked = allSteps
    .filter(({ pattern }) => pattern !== '{claim}' && isNegated(pattern) === negated)
    .map((step) => {
      const pattern = patternWords(step.pattern)
      const asForbidden = forbiddenWords === undefined ? Infinity : cost(forbiddenWords, pattern, leftOutAtEnd)
      return { step, cost: Math.min(cost(words, pattern), asForbidden) / Math.max(1, words.length) }
    })
    .filter(({ cost: relative }) => relative < 0.6)
    .sort((one, other) => one.cost - other.cost)
  const best = ranked[0]?.cost ?? 0
  // A step that is much further away than the nearest one does not help.
  const near = ranked.filter(({ cost: relative }) => relative <= best + 0.15)
  return near.slice(0, count).map(({ step }) => step)
}

const negation = /(?:^|\s)(?:not|cannot|no|nobody|nothing|never|none|neither|without)(?=\s|$)|n[’']t(?=\s|$)/i

/** Whether a sentence contains a negation outside of quoted names. */
export function isNegated(sentence: string): boolean {
  return negation.test(sentence.replace(/"[^"]*"/g, '""'))
}

/** Steps that negate something or assert failure: alternatives for a negation without a step. */
export function denyingSteps(): readonly StepDefinition[] {
  return allSteps.filter(
    ({ keyword, pattern, block }) =>
      keyword === 'Then' && block === undefined && (isNegated(pattern) || /\bis (?:blocked|refused)\b/.test(pattern)),
  )
}

/** Rewrites a negation as what must not happen, which is the vocabulary's form. */
function forbidding(sentence: string): string {
  return sentence
    .replace(/\b(?:does|do|did|may|can|should|shall|will|would) not\b|\bcannot\b|\b\w+n[’']t\b/i, 'must not')
    .replace(/\bnever (\w+?)s\b/i, 'must not $1')
    .replace(/^no (.+?) (?:is|are) used\b/i, 'someone must not use the $1')
}

const split = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/"[^"]*"/g, '""')
    .split(/[\s:]+/)
    .filter((word) => word !== '')

const parsed = cacheByText<readonly string[]>('words of patterns', 'pattern', 10_000)

/** The words of a pattern; a parameter is the empty word, which matches one or more words. */
function patternWords(pattern: string): readonly string[] {
  return parsed(pattern, () =>
    pattern
      .replace(/\{[^}]*\}/g, ' {} ')
      .split(/[\s:]+/)
      .filter((word) => word !== '')
      .map((word) => (word === '{}' ? '' : word.toLowerCase())),
  )
}

/** The edit distance between the words and the pattern, by dynamic programming over prefixes. */
function cost(words: readonly string[], pattern: readonly string[], missing = 1): number {
  let row = Array.from({ length: pattern.length + 1 }, (_, index) => index)
  for (const word of words) {
    const next = [(row[0] ?? 0) + 1]
    pattern.forEach((part, index) => {
      const [diagonal, above, left] = [row[index] ?? 0, row[index + 1] ?? 0, next[index] ?? 0]
      const swallow = part === '' ? 0.15 : wordCost(word, part)
      const stay = above + (part === '' ? 0.15 : 1)
      next.push(Math.min(diagonal + swallow, stay, left + 1))
    })
    row = next
  }
  return row.reduce((best, sum, at) => Math.min(best, sum + (pattern.length - at) * missing), Infinity)
}

/** The cost of a word missing at the end of a sentence: it may simply be incomplete. */
const leftOutAtEnd = 0.4

function wordCost(one: string, other: string): number {
  if (one === other || other.split('/').includes(one) || other.replace(/\(.*\)/, '') === one) return 0
  const shared = [...one].filter((letter) => other.includes(letter)).length
  const alike = (2 * shared) / (one.length + other.length)
  return one[0] === other[0] && alike > 0.7 ? 0.4 : 1
}
