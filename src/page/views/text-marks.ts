import { replacementFor, suggestedBy } from '../../editor/replacement.ts'
import { type Diagnostic, helpOf, messageOf, severityOf } from '../../source/diagnostics/diagnostic.ts'
import { shownDiagnostics } from '../../source/diagnostics/shown-diagnostics.ts'
import type { Mark } from '../code/marks.ts'

/** What is wrong in one file, at the words concerned. */
export function marksIn(name: string, text: string, diagnostics: readonly Diagnostic[]): readonly Mark[] {
  return shownDiagnostics(diagnostics)
    .filter(({ at }) => at.source.name === name)
    .map((one): Mark => {
      const { start, end } = one.at
      const word = suggestedBy(one)
      return {
        start,
        end,
        severity: severityOf(one.code) === 'error' ? 'error' : 'warning',
        code: one.code,
        says: `${messageOf(one)}\n${helpOf(one)}`,
        replacements: word === undefined ? [] : [replacementFor(name, text.slice(start, end), word)],
      }
    })
}
