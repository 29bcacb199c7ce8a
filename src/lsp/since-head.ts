import type { CodeLens } from 'vscode-languageserver'
import { diff } from '../analysis/compare/diff.ts'
import { readPlan } from '../analysis/matrix/plan.ts'
import type { DiffResult } from '../analysis/population/results.ts'
import { kindOf } from '../editor/kinds.ts'
import { renderDiffText } from '../report/text/diff-report.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { counted } from '../vocabulary/counted.ts'
import type { Workspace } from './workspace.ts'

/** Most pairs of a user and a client that are compared while the editor waits. */
const mostPairs = 200

/** The files as they were committed last; a file that is not in the repository is as it is. */
function committedReader({ reader, committed }: Workspace): SourceReader {
  return {
    ...reader,
    read: (path, from) => {
      const now = reader.read(path, from)
      const text = now.ok ? committed(now.value.name) : undefined
      return now.ok && text !== undefined ? { ...now, value: { ...now.value, text } } : now
    },
  }
}

/** What changed since the last commit; undefined where nothing is committed, or it takes too long to say. */
function changesSinceHead(workspace: Workspace, name: string): DiffResult | undefined {
  if (workspace.committed(name) === undefined) return undefined
  const before = readPlan(name, committedReader(workspace))
  const after = readPlan(name, workspace.reader)
  if (!before.ok || !after.ok) return undefined
  const { tenant } = after.value
  if (tenant.population !== undefined || tenant.users.size * tenant.clients.size > mostPairs) return undefined
  const compared = diff(before.value, after.value, { reader: workspace.reader })
  return compared.ok ? compared.value : undefined
}

/** The lens above a tenant file: how many verdicts changed since the last commit. */
export function headLens(workspace: Workspace, name: string, text: string, command: string): readonly CodeLens[] {
  if (text === '' || kindOf(name, text) !== 'tenant') return []
  const found = changesSinceHead(workspace, name)
  if (found === undefined) return []
  const title =
    found.changes === 0 ? 'no verdict changed since HEAD' : `${counted(found.changes, 'verdict')} changed since HEAD`
  const start = { line: 0, character: 0 }
  return [{ range: { start, end: start }, command: { title, command, arguments: [name] } }]
}

/** Whose sign-ins end differently than in the last commit, as `authplan diff` prints it. */
export function headChanges(workspace: Workspace, name: string): string {
  const found = changesSinceHead(workspace, name)
  return found === undefined ? `${name} cannot be compared with HEAD\n` : renderDiffText(found)
}
