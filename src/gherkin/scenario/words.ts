import { type Names, namesOf, plainWords } from '../../analysis/claims/plain-words.ts'
import { type NameList, namesIn } from '../../source/diagnostics/similar-names.ts'
import { nearest } from '../../source/diagnostics/suggest.ts'
import { unquotedName } from '../../source/text/quoted-name.ts'
import { problem } from './problem.ts'

export { type Names, namesOf, plainWords }

/** A word of a feature without its quotation marks. */
export function bare(text: string): string {
  return unquotedName(text).trim()
}

const spaced = (id: string): string => id.replace(/[-:]/g, ' ')

/** Rejects an unknown name and suggests similar ones, or lists all if there are few. */
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

/** The value of a name; rejects an unknown name with a suggestion. */
export function chosen<Value extends string>(kind: string, text: string, names: Names<Value>): Value {
  const value = names.get(plainWords(text))
  if (value !== undefined) return value
  throw refuseName(kind, plainWords(text), names)
}

/** A human-readable id: hyphens become spaces. */
export function readable(id: string): string {
  return spaced(id)
}
