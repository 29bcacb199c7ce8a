import { type Diagnostic, severityOf } from '../../source/diagnostics/diagnostic.ts'
import { startOf } from '../../source/text/source-text.ts'

/** Problems of a file of people: the first ones, and the number of others. */
export interface FoundProblems {
  readonly add: (diagnostics: readonly Diagnostic[]) => void
  /** Whether a further problem would be kept; otherwise its message need not be built. */
  readonly keepsMore: () => boolean
  /** Counts errors that are not kept. */
  readonly addErrors: (count: number) => void
  readonly all: () => readonly Diagnostic[]
}

/** Maximum number of problems kept per file. */
const mostKept = 100

/** An empty list of problems. */
export function foundProblems(file: string): FoundProblems {
  const kept: Diagnostic[] = []
  const left = { errors: 0, warnings: 0 }
  return {
    add: (diagnostics) => {
      for (const one of diagnostics)
        if (kept.length < mostKept) kept.push(one)
        else if (severityOf(one.code) === 'error') left.errors += 1
        else left.warnings += 1
    },
    keepsMore: () => kept.length < mostKept,
    addErrors: (count) => {
      left.errors += count
    },
    all: () => {
      const at = startOf({ name: file, text: '' })
      if (left.errors > 0) return [...kept, { code: 'SRC-26', args: left, at }]
      return left.warnings > 0 ? [...kept, { code: 'SRC-27', args: { warnings: left.warnings }, at }] : kept
    },
  }
}
