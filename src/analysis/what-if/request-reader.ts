import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'

/** The document being read, and its diagnostics. */
export interface Reading {
  readonly document: LocatedDocument
  readonly diagnostics: Diagnostic[]
}

/** A value and its path. */
export interface Part {
  readonly value: unknown
  readonly path: DocumentPath
}

/** Fields by their name in this product. */
export type Parts = ReadonlyMap<string, Part>

/** Reports a missing required part. */
export function lacks({ document, diagnostics }: Reading, field: string, expected: string, path: DocumentPath): void {
  diagnostics.push({ code: 'POL-15', args: { field, expected }, at: document.rangeOf(path) })
}

/** The known fields of a mapping; reports others. Nulls are ignored. */
export function partsOf(reading: Reading, part: Part, names: readonly string[]): Parts {
  const found = new Map<string, Part>()
  if (!isMapping(part.value)) {
    lacks(reading, String(part.path.at(-1) ?? 'body'), 'an object', part.path)
    return found
  }
  for (const [key, value] of Object.entries(part.value)) {
    const path = [...part.path, key]
    const name = names.find((known) => known.toLowerCase() === key.toLowerCase())
    if (name !== undefined && value !== null) found.set(name, { value, path })
    if (name !== undefined || key.includes('@odata') || key.startsWith('#') || value === null) continue
    const suggestion = suggest(key, names)
    const args = { key, ...(suggestion === undefined ? {} : { suggestion }) }
    reading.diagnostics.push({ code: 'POL-14', args, at: reading.document.rangeOfKey(path) })
  }
  return found
}

/** Reports an invalid value of a field. */
export function refuse({ document, diagnostics }: Reading, { value, path }: Part, known: readonly string[]): void {
  const field = String(path.at(-1))
  const word = typeof value === 'string' ? value : JSON.stringify(value)
  const suggestion = suggest(word, known)
  const args = { field, value: word, known, ...(suggestion === undefined ? {} : { suggestion }) }
  diagnostics.push({ code: 'POL-16', args, at: document.rangeOf(path) })
}

/** One text that is not empty. */
export function textOf(reading: Reading, part: Part | undefined, expected: string): string | undefined {
  if (part === undefined || (typeof part.value === 'string' && part.value.trim() === '')) return undefined
  if (typeof part.value === 'string') return part.value.trim()
  refuse(reading, part, [expected])
  return undefined
}

/** One of a list of words, case ignored. */
export function wordOf(reading: Reading, part: Part | undefined, known: readonly string[]): string | undefined {
  const text = textOf(reading, part, 'a text')
  if (part === undefined || text === undefined) return undefined
  const word = known.find((candidate) => candidate.toLowerCase() === text.toLowerCase())
  if (word === undefined) refuse(reading, part, known)
  return word
}
