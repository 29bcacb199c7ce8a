import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'

/** Where problems of a plan are located and reported. */
interface Reporting {
  readonly document: LocatedDocument
  readonly report: (diagnostic: Diagnostic) => void
}

/** As many known names as a message lists. */
const listed = 20

/** Reports a name in a plan that nothing declares, with the known name that is nearest. */
export function reportUnknownName(
  { document, report }: Reporting,
  what: string,
  name: string,
  known: readonly string[],
  path: DocumentPath,
): void {
  const suggestion = suggest(name, known)
  const args = { what, name, known: known.slice(0, listed), ...(suggestion === undefined ? {} : { suggestion }) }
  report({ code: 'PLAN-6', args, at: document.rangeOf(path) })
}
