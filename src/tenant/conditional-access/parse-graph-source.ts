import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { loadedOf } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentLimits } from '../../source/document/document-tree.ts'
import { type LocatedDocument, readDocument } from '../../source/document/located-document.ts'
import type { SourceText } from '../../source/text/source-text.ts'

/** A file of Graph's that gives a field twice is still a file of Graph's: the last one counts there. */
function asGraph(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.code === 'SRC-10' ? { ...diagnostic, code: 'POL-18' } : diagnostic
}

/** Parses a file that holds Graph objects; unlike in a tenant file, a field given twice is only a warning. */
export function parseGraphSource(source: SourceText, limits?: DocumentLimits): Loaded<LocatedDocument> {
  const { document, diagnostics } = readDocument(source, limits)
  const judged = diagnostics.map(asGraph)
  return document === undefined ? { ok: false, diagnostics: judged } : loadedOf(document, judged)
}
