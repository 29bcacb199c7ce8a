import type { CitationKey } from '../../vocabulary/citations.ts'
import type { RuleId } from '../../vocabulary/questions.ts'

/** An error stops a load, a warning never does. */
export type Severity = 'error' | 'warning'

/** What is known of one code: how grave it is, and its sentences made from typed arguments. */
export interface DiagnosticEntry<Args> {
  readonly severity: Severity
  /** The problem without its particulars, for lists of codes. */
  readonly title: string
  /** What is wrong: lower case, one sentence, no full stop, the user's words in backticks. */
  readonly message: (args: Args) => string
  /** What to do about it. */
  readonly help: (args: Args) => string
  /** Arguments that occur, for the example of a list of codes, where names in their places make no sentence. */
  readonly sample?: Args
  /** The rule that states the fact behind it. */
  readonly rule?: RuleId
  /** The public page that states the fact behind it. */
  readonly citation?: CitationKey
}

/** The arguments of a code whose sentences need none. */
export type NoArgs = { readonly [key: string]: never }

/** Declares one code; its arguments are named by the type parameter. */
export function entry<Args>(declared: DiagnosticEntry<Args>): DiagnosticEntry<Args> {
  return declared
}
