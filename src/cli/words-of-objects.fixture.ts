/** What every plain object answers to without having it. */
export const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty'] as const

/** Keys and indexes that lead to a part of a document. */
export type Path = readonly (string | number)[]

/** The places of texts and of keys in a document. */
export function* places(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === 'string') yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const below = [...path, Array.isArray(value) ? Number(key) : key]
    if (!Array.isArray(value)) yield [...below, '']
    yield* places(inner, below)
  }
}

/** JSON of the document with a word in a place: of a text, or of a key where the path ends with an empty step. */
export function withWord(value: unknown, path: Path, word: string): string {
  const [step, ...rest] = path
  if (step === undefined) return JSON.stringify(word)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, inner]) => {
    const here = key === String(step)
    const text = here && rest[0] !== '' ? withWord(inner, rest, word) : JSON.stringify(inner)
    return Array.isArray(value) ? text : `${JSON.stringify(here && rest[0] === '' ? word : key)}:${text}`
  })
  return Array.isArray(value) ? `[${members.join()}]` : `{${members.join()}}`
}
