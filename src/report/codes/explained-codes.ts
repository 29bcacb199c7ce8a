import type { GapKind } from '../../analysis/gaps/result.ts'
import { type ErrorStage, errorCodes } from '../../catalog/errors.ts'
import { allRules } from '../../rules/index.ts'
import { type DiagnosticCode, diagnosticCatalog, diagnosticCodes } from '../../source/diagnostics/diagnostic-catalog.ts'
import { withPlaceholders } from '../../source/diagnostics/placeholders.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import { gapOrder, gapTitles } from '../gaps/wording.ts'
import { errorRemedies } from './error-remedies.ts'
import { findingHelp } from './finding-remedies.ts'

/** A code that a person may meet, with what it means and what to do about it. */
export interface ExplainedCode {
  readonly code: string
  readonly kind: 'diagnostic' | 'finding' | 'vendor error'
  /** The vendor's name of an error, where its page gives one. */
  readonly name?: string
  readonly severity?: 'error' | 'warning'
  readonly title: string
  /** A sentence; values of a diagnostic stand as `<name>`. */
  readonly meaning: string
  readonly remedy: string
  /** When an error is raised. */
  readonly stage?: ErrorStage
  /** Rules that give the error, or state the fact behind a diagnostic. */
  readonly rules: readonly { readonly id: string; readonly statement: string }[]
  readonly citation?: Citation
}

const ruleLines = (ids: (rule: (typeof allRules)[number]) => boolean): ExplainedCode['rules'] =>
  allRules.filter(ids).map(({ id, statement }) => ({ id, statement }))

/** What a code says and advises: about its sample, or with the names of arguments in their places. */
function sentencesOf<Code extends DiagnosticCode>(code: Code): Pick<ExplainedCode, 'meaning' | 'remedy'> {
  const { message, help, sample } = diagnosticCatalog[code]
  return sample === undefined
    ? { meaning: withPlaceholders(message), remedy: withPlaceholders(help) }
    : { meaning: message(sample), remedy: help(sample) }
}

function ofDiagnostic(code: DiagnosticCode): ExplainedCode {
  const { severity, title, rule, citation } = diagnosticCatalog[code]
  return {
    code,
    kind: 'diagnostic',
    severity,
    title,
    ...sentencesOf(code),
    rules: rule === undefined ? [] : ruleLines(({ id }) => id === rule),
    ...(citation === undefined ? {} : { citation: { source: citation } }),
  }
}

const ofFinding = (kind: GapKind): ExplainedCode => ({
  code: kind,
  kind: 'finding',
  title: gapTitles[kind],
  ...findingHelp[kind],
  rules: [],
})

const ofError = ({ id, name, meaning, outcome, stage, citation }: (typeof errorCodes)[number]): ExplainedCode => ({
  code: id,
  kind: 'vendor error',
  ...(name === '' ? {} : { name }),
  title: outcome,
  meaning,
  remedy: errorRemedies[outcome] ?? '',
  stage,
  rules: ruleLines(({ error }) => error === id),
  citation,
})

/** Every code: diagnostics, findings of `gaps`, errors of the vendor. */
export const explainedCodes = (): readonly ExplainedCode[] => [
  ...diagnosticCodes.map(ofDiagnostic),
  ...gapOrder.map(ofFinding),
  ...errorCodes.map(ofError),
]
