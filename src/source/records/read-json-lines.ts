import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type LocatedDocument, readJsonDocument } from '../document/located-document.ts'
import { linesOf, type SourcePieces } from '../files/source-reader.ts'

/** One value of a JSON Lines file, with access to its locations. */
export interface JsonLine {
  readonly value: unknown
  readonly line: number
  /** The line as a document with locations; parsed again on demand. */
  readonly document: () => LocatedDocument | undefined
}

// As for CSV: a file of another format has an error in every line.
const mostDiagnostics = 100

/** Reads a file with one JSON value per line; calls `take` for each valid line, and skips blank ones. */
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
