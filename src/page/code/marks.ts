import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'

/** Something wrong in a text, with replacements that would mend it. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly says: string
  readonly replacements: readonly string[]
}

/** Marks within a text, as underlined words with their sentences. */
export function shownMarks(marks: readonly Mark[], { length }: Text): readonly Diagnostic[] {
  return marks.map(({ start, end, severity, code, says, replacements }) => ({
    from: Math.min(start, length),
    to: Math.min(Math.max(end, start + 1), length),
    severity,
    source: code,
    message: says,
    actions: replacements.map((text) => ({
      name: `Replace by ${text}`,
      apply: (view, from, to) => view.dispatch({ changes: { from, to, insert: text } }),
    })),
  }))
}
