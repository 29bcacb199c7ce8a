import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver'
import { kindOf } from '../editor/kinds.ts'
import { completeFeature } from './complete-feature.ts'
import { completeYaml } from './complete-yaml.ts'
import { isChecked } from './diagnose.ts'
import { fixesOf } from './fixes.ts'
import { hoverAt } from './hover.ts'
import { hintsOf, lensesOf, linksOf } from './lenses.ts'
import { definitionAt, type FilePlace, referencesAt } from './navigate.ts'
import type { OpenDocument, Project } from './project.ts'
import { renameAt, renameableAt } from './rename.ts'
import { symbolsOf } from './symbols.ts'

/** The reason why something cannot be renamed. */
interface Refused {
  readonly ok: false
  readonly message: string
}

/** The requests that an editor can make about a document. */
export interface Answers {
  readonly completion: (at: Position) => readonly CompletionItem[]
  readonly hover: (at: Position) => Hover | undefined
  readonly definition: (at: Position) => readonly Location[]
  readonly references: (at: Position, declaration: boolean) => readonly Location[]
  readonly prepareRename: (at: Position) => ReturnType<typeof renameableAt>
  readonly rename: (
    at: Position,
    to: string,
  ) => { readonly ok: true; readonly changes: Record<string, TextEdit[]> } | Refused
  readonly symbols: () => readonly DocumentSymbol[]
  readonly fixes: (diagnostics: readonly Diagnostic[]) => readonly CodeAction[]
  readonly lenses: () => readonly CodeLens[]
  readonly links: () => readonly DocumentLink[]
  readonly hints: (range: Range) => readonly InlayHint[]
}

const tooLarge: Refused = { ok: false, message: 'the document is too large to be renamed in' }

/** The answers about an open document; for one that is too large, only its diagnostics. */
export function answersOf(
  { workspace, uriOf }: Project,
  { name, text, uri }: OpenDocument,
  { snippets }: { readonly snippets: boolean },
): Answers {
  const small = isChecked(text)
  const whole = small ? text : ''
  const located = (places: readonly FilePlace[]): readonly Location[] =>
    places.map(({ file, range }) => ({ uri: uriOf(file), range }))
  return {
    completion: (at) =>
      kindOf(name, whole) === 'feature'
        ? completeFeature(workspace, name, whole, at, { snippets })
        : completeYaml(workspace, name, whole, at),
    hover: (at) => hoverAt(workspace, name, whole, at),
    definition: (at) => (small ? located(definitionAt(workspace, name, text, at)) : []),
    references: (at, declaration) => (small ? located(referencesAt(workspace, name, text, at, { declaration })) : []),
    prepareRename: (at) => (small ? renameableAt(workspace, name, text, at) : tooLarge),
    rename: (at, to) => {
      const found = small ? renameAt(workspace, name, text, at, to) : tooLarge
      if (!found.ok) return found
      return {
        ok: true,
        changes: Object.fromEntries([...found.edits].map(([file, edits]) => [uriOf(file), [...edits]])),
      }
    },
    symbols: () => symbolsOf(workspace, name, whole),
    fixes: (diagnostics) => fixesOf(name, uri, text, diagnostics),
    lenses: () => lensesOf(workspace, name, whole),
    links: () => linksOf(name, whole),
    hints: (range) => hintsOf(workspace, name, whole, range),
  }
}
