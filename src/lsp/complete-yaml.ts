import type { CompletionItem, Position } from 'vscode-languageserver'
import { completionsAt, type OfferedKind } from '../editor/completions.ts'
import { offsetAt, placeAt } from './places.ts'
import type { Workspace } from './workspace.ts'

/** The protocol's numbers of these kinds: property, value and reference. */
const kinds = { key: 10, value: 12, name: 18 } as const satisfies Record<OfferedKind, CompletionItem['kind']>

/** Completions at a position in a tenant file or a plan. */
export function completeYaml(
  workspace: Workspace,
  name: string,
  text: string,
  position: Position,
): readonly CompletionItem[] {
  const found = completionsAt(workspace, name, text, offsetAt(text, position))
  if (found === undefined) return []
  const source = { name, text }
  const range = { start: placeAt(source, found.start), end: placeAt(source, found.end) }
  return found.offered.map(({ label, insert, filter, kind, detail, documentation }, index) => ({
    label,
    kind: kinds[kind],
    sortText: String(index).padStart(5, '0'),
    filterText: filter,
    textEdit: { range, newText: insert },
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown' as const, value: documentation } }),
  }))
}
