import type { NameKind } from '../editor/name-kinds.ts'
import { quotedSource } from '../source/text/quoted-name.ts'
import { bareName } from './feature-words.ts'

/** A name in the words of a claim. */
export interface ClaimName {
  readonly index: number
  readonly words: string
}

/** The words of a claim that precede a name of each kind. */
const joints: Readonly<Partial<Record<NameKind, string>>> = {
  user: 'by|of|or|and|except',
  group: 'by|of|in|or|and|except',
  client: 'with|or|and',
  network: 'from|or|and',
  application: 'to|for|of|or|and',
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Unquoted names in a claim, after the words that introduce a name of their kind; `names` in lower case. */
export function spokenInClaim(
  claim: string,
  kinds: readonly NameKind[],
  names: ReadonlySet<string>,
): readonly ClaimName[] {
  const before = kinds.flatMap((kind) => joints[kind] ?? []).join('|')
  if (before === '') return []
  const pattern = new RegExp(
    `(?<=\\b(?:${before}) (?:the )?)(?:${[...names].map(literally).join('|')})(?![\\p{L}\\p{N}@._-]*[\\p{L}\\p{N}])`,
    'giu',
  )
  return [...claim.matchAll(pattern)].map(({ 0: words, index }) => ({ words, index }))
}

/** Quoted names in a claim. */
export const quotedInClaim = (claim: string, names: ReadonlySet<string>): readonly ClaimName[] =>
  [...claim.matchAll(new RegExp(quotedSource, 'g'))].flatMap(({ 0: words, index }) =>
    names.has(bareName(words).toLowerCase()) ? [{ words, index }] : [],
  )

/** Every name of an object in a claim, in order. */
export const namesInClaim = (
  claim: string,
  kinds: readonly NameKind[],
  names: ReadonlySet<string>,
): readonly ClaimName[] =>
  [...quotedInClaim(claim, names), ...spokenInClaim(claim, kinds, names)].sort((one, other) => one.index - other.index)
