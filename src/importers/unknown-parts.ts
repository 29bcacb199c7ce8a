import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { SourceRange } from '../source/text/source-text.ts'
import type { CoverageEntry } from './coverage.ts'

/** A part in which nothing was recognized, and whether it is the entire file. */
export interface Unknown {
  readonly at: SourceRange
  readonly whole: boolean
  /** How many parts it stands for. */
  readonly count?: number
}

/** One diagnostic and one entry per file with unread parts, at the first of them. */
export function reportUnknown(all: readonly Unknown[]): {
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const files = new Map<string, Unknown[]>()
  for (const unknown of all) {
    const { name } = unknown.at.source
    const known = files.get(name)
    if (known === undefined) files.set(name, [unknown])
    else known.push(unknown)
  }
  const coverage: CoverageEntry[] = []
  const diagnostics: Diagnostic[] = []
  for (const [source, [first, ...others]] of files) {
    if (first === undefined) continue
    const count = [first, ...others].reduce((sum, one) => sum + (one.count ?? 1), 0)
    const kind = first.whole ? 'file' : count === 1 ? 'part of a file' : `${count} parts of a file`
    coverage.push({ source, kind, name: '', status: 'not-understood' })
    diagnostics.push(
      first.whole
        ? { code: 'IMP-1', args: { source }, at: first.at }
        : { code: 'IMP-4', args: { source, count }, at: first.at },
    )
  }
  return { coverage, diagnostics }
}
