import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import type { SourceRange } from '../../source/text/source-text.ts'

/** Where problems of a plan are located and reported. */
interface Reporting {
  readonly document: LocatedDocument
  readonly report: (diagnostic: Diagnostic) => void
}

/** As many known names as a message lists. */
const listed = 20

/** Reports a name that nothing declares where it stands, with the known name that is nearest. */
export function reportUnknownAt(
  report: (diagnostic: Diagnostic) => void,
  what: string,
  name: string,
  known: readonly string[],
  at: SourceRange,
): void {
  const suggestion = suggest(name, known)
  const args = { what, name, known: known.slice(0, listed), ...(suggestion === undefined ? {} : { suggestion }) }
  report({ code: 'PLAN-6', args, at })
}

/** The same for a name in the plan file. */
export function reportUnknownName(
  { document, report }: Reporting,
  what: string,
  name: string,
  known: readonly string[],
  path: DocumentPath,
): void {
  reportUnknownAt(report, what, name, known, document.rangeOf(path))
}
