const articles = /\b(?:the|an?|their|his|her|its)\b/g

/** Normalizes words for comparison: ignores case, quotation marks, articles, hyphens and slashes. */
export function plainWords(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/["`]/g, '')
    .replace(/[-_/:]+/g, ' ')
  const trimmed = (some: string): string => some.replace(/\s+/g, ' ').trim()
  // a name that is an article, as of the group `A`, stays as it is
  return trimmed(words.replace(articles, ' ')) || trimmed(words)
}

/** A name exactly as it is written, ignoring case; no text of `plainWords` looks like it. */
export const exactWords = (text: string): string => `"${text.replace(/["`]/g, '').trim().toLowerCase()}"`

/** Names of a value: its id first, then common names. */
export type Names<Value extends string> = ReadonlyMap<string, Value>

/** The lookup table of a closed list of values by id and common name. */
export function namesOf<Value extends string>(
  values: readonly Value[],
  others?: Readonly<Partial<Record<Value, readonly string[]>>>,
): Names<Value> {
  const names = new Map<string, Value>()
  for (const value of values) {
    names.set(plainWords(value), value)
    for (const other of others?.[value] ?? []) names.set(plainWords(other), value)
  }
  return names
}
