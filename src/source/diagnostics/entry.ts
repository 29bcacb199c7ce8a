import type { CitationKey } from '../../vocabulary/citations.ts'
import type { RuleId } from '../../vocabulary/questions.ts'

/** An error stops a load, a warning never does. */
export type Severity = 'error' | 'warning'

/** The definition of one code: its severity, and its messages built from typed arguments. */
export interface DiagnosticEntry<Args> {
  readonly severity: Severity
  /** A generic title for lists of codes. */
  readonly title: string
  /** What is wrong: lower case, one sentence, no period, user input in backticks. */
  readonly message: (args: Args) => string
  /** What to do about it. */
  readonly help: (args: Args) => string
  /** Arguments that occur, for the example of a list of codes, where names in their places make no sentence. */
  readonly sample?: Args
  /** The rule that states the fact behind it. */
  readonly rule?: RuleId
  /** The public page that states the underlying fact. */
  readonly citation?: CitationKey
}

/** The arguments of a code whose messages need none. */
export type NoArgs = { readonly [key: string]: never }

/** Declares one code; the type parameter names its arguments. */
export function entry<Args>(declared: DiagnosticEntry<Args>): DiagnosticEntry<Args> {
  return declared
}
