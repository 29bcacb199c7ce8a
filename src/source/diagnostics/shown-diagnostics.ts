import { startOf } from '../text/source-text.ts'
import { type Diagnostic, inOrder, severityOf } from './diagnostic.ts'
import { compactDiagnostic, renderDiagnostics } from './render-diagnostic.ts'

/** Maximum number of diagnostics shown. */
const mostShown = 100

const isError = ({ code }: Diagnostic): boolean => severityOf(code) === 'error'

/** The number of errors and warnings. */
export interface DiagnosticCount {
  readonly errors: number
  readonly warnings: number
}

function countOf(diagnostic: Diagnostic): DiagnosticCount {
  if (diagnostic.code === 'SRC-26') return diagnostic.args
  if (diagnostic.code === 'SRC-27') return { errors: 0, ...diagnostic.args }
  return isError(diagnostic) ? { errors: 1, warnings: 0 } : { errors: 0, warnings: 1 }
}

/** The number of diagnostics, including those that were counted but not kept. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): DiagnosticCount {
  return diagnostics
    .map(countOf)
    .reduce((all, one) => ({ errors: all.errors + one.errors, warnings: all.warnings + one.warnings }), {
      errors: 0,
      warnings: 0,
    })
}

const isCount = ({ code }: Diagnostic): boolean => code === 'SRC-26' || code === 'SRC-27'

/**
 * The diagnostics to show, by location, and the number omitted; if there are too many, errors precede warnings. A
 * generated file can repeat one error a hundred thousand times.
 */
export function shownDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const ordered = inOrder(diagnostics.filter((one) => !isCount(one)))
  const errors = ordered.filter(isError)
  const shown = new Set([...errors, ...ordered.filter((one) => !isError(one))].slice(0, mostShown))
  const left = [...ordered.filter((one) => !shown.has(one)), ...diagnostics.filter(isCount)]
  const [first] = left
  if (first === undefined) return ordered
  const at = startOf({ name: first.at.source.name, text: '' })
  const { errors: hidden, warnings } = countDiagnostics(left)
  const count: Diagnostic =
    hidden > 0 ? { code: 'SRC-26', args: { errors: hidden, warnings }, at } : { code: 'SRC-27', args: { warnings }, at }
  return [...ordered.filter((one) => shown.has(one)), count]
}

/** The diagnostics to show, each with its code frame. */
export const renderShown = (diagnostics: readonly Diagnostic[]): string =>
  renderDiagnostics(shownDiagnostics(diagnostics))

/** The diagnostics to show, one per line. */
export const compactShown = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  shownDiagnostics(diagnostics).map(compactDiagnostic)
