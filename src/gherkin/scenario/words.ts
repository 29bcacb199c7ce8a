import { type Names, namesOf, plainWords } from '../../analysis/claims/plain-words.ts'
import { type NameList, namesIn } from '../../source/diagnostics/similar-names.ts'
import { nearest } from '../../source/diagnostics/suggest.ts'
import { unquotedName } from '../../source/text/quoted-name.ts'
import { problem } from './problem.ts'

export { type Names, namesOf, plainWords }

/** What a user wrote in a feature, without the quotation marks that protect it. */
export function bare(text: string): string {
  return unquotedName(text).trim()
}

const spaced = (id: string): string => id.replace(/[-:]/g, ' ')

/** Refuses a name, with those that were probably meant or all of them when they are few. */
export function refuseName(kind: string, text: string, known: NameList, also: readonly string[] = []): Error {
  const near = nearest(bare(text), known, 3, also)
  const meant = near.length > 0 ? `did you mean ${listed(near)}?` : knownNames([...namesIn(known), ...also])
  return problem(`unknown ${kind} \`${bare(text)}\`\n  ${meant}`)
}

function knownNames(known: readonly string[]): string {
  if (known.length === 0) return 'none is declared'
  const shown = known.slice(0, 12)
  return `known: ${shown.join(', ')}${known.length > shown.length ? ` and ${known.length - shown.length} more` : ''}`
}

/** A few alternatives in backticks. */
export function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' or ')
}

/** The value that a name stands for; an unknown name is refused with a suggestion. */
export function chosen<Value extends string>(kind: string, text: string, names: Names<Value>): Value {
  const value = names.get(plainWords(text))
  if (value !== undefined) return value
  throw refuseName(kind, plainWords(text), names)
}

/** An id as people read it: hyphens as spaces. */
export function readable(id: string): string {
  return spaced(id)
}
