import { startOf } from '../text/source-text.ts'
import { type Diagnostic, inOrder, severityOf } from './diagnostic.ts'

/** The most that anybody reads. */
const mostShown = 100

const isError = ({ code }: Diagnostic): boolean => severityOf(code) === 'error'

/**
 * The diagnostics that are shown, by place: errors before warnings where there are too many, and how many are left out.
 * One mistake in a generated file can be there a hundred thousand times.
 */
export function shownDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= mostShown) return inOrder(diagnostics)
  const ordered = inOrder(diagnostics)
  const errors = ordered.filter(isError)
  const shown = new Set([...errors, ...ordered.filter((one) => !isError(one))].slice(0, mostShown))
  const left = ordered.filter((one) => !shown.has(one))
  const [first] = left
  if (first === undefined) return ordered
  const at = startOf({ name: first.at.source.name, text: '' })
  const hidden = left.filter(isError).length
  const warnings = left.length - hidden
  const count: Diagnostic =
    hidden > 0 ? { code: 'SRC-26', args: { errors: hidden, warnings }, at } : { code: 'SRC-27', args: { warnings }, at }
  return [...ordered.filter((one) => shown.has(one)), count]
}
