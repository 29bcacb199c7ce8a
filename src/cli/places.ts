import { type DocumentPath, type LocatedDocument, parseSource } from '../source/document/located-document.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { endPositionOf, type Position, positionOf, type SourceRange } from '../source/text/source-text.ts'
import type { Origin } from '../vocabulary/origin.ts'

type Ends = ReadonlyMap<string, Position>

const keyOf = ({ line, column }: Position): string => `${line}:${column}`

/** Where the keys and values of a document end, by where they begin; a key goes before the value of that place. */
function endsOf(document: LocatedDocument): Ends {
  const ends = new Map<string, Position>()
  const see = (range: SourceRange): void => {
    const key = keyOf(positionOf(range))
    if (!ends.has(key)) ends.set(key, endPositionOf(range))
  }
  const seen = new Set<object>()
  const visit = (value: unknown, path: DocumentPath): void => {
    if (path.length > 0) see(document.rangeOfKey(path))
    if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value)
      for (const [key, below] of Object.entries(value)) visit(below, [...path, key])
    }
    see(document.rangeOf(path))
  }
  visit(document.value, [])
  return ends
}

/** Finds the end of what begins at a place of a file; each file is read once. */
export function endsIn(reader: SourceReader): (origin: Origin) => Position | undefined {
  const files = new Map<string, Ends>()
  return (origin) => {
    let ends = files.get(origin.file)
    if (ends === undefined) {
      const read = reader.read(origin.file)
      const parsed = read.ok ? parseSource(read.value) : undefined
      ends = parsed?.ok ? endsOf(parsed.value) : new Map()
      files.set(origin.file, ends)
    }
    return ends.get(keyOf(origin))
  }
}
