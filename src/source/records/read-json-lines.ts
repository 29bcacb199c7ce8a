import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type LocatedDocument, readJsonDocument } from '../document/located-document.ts'
import { linesOf, type SourcePieces } from '../files/source-reader.ts'

/** One value of a JSON Lines file, with the means to point into it. */
export interface JsonLine {
  readonly value: unknown
  readonly line: number
  /** The line as a document with places; parsed again when asked for. */
  readonly document: () => LocatedDocument | undefined
}

// As with CSV: a file of another kind has one mistake in every line.
const mostDiagnostics = 100

/** Reads a file with one JSON value a line; calls `take` for each line that is valid, and skips blank ones. */
export function readJsonLines(input: SourcePieces, take: (line: JsonLine) => void): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  let line = 0
  for (const written of linesOf(input.pieces)) {
    line += 1
    const text = line === 1 ? written.replace(/^\ufeff/, '') : written
    if (text.trim() === '') continue
    const source = { name: input.name, text, firstLine: line }
    const document = () => readJsonDocument(source).document
    try {
      const value: unknown = JSON.parse(text)
      take({ value, line, document })
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      if (diagnostics.length < mostDiagnostics) diagnostics.push(...readJsonDocument(source).diagnostics)
    }
  }
  return diagnostics
}
