import type { Diagnostic } from 'vscode-languageserver'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { type Diagnosed, diagnose, isChecked } from './diagnose.ts'
import { nameOfUri, uriOfName } from './uris.ts'
import { type Workspace, workspaceOf } from './workspace.ts'

/** A document that is open, as it was typed last. */
export interface OpenDocument {
  readonly uri: string
  readonly name: string
  readonly version: number
  readonly text: string
}

/** The open documents of a project, and what is wrong with them. */
export interface Project {
  readonly workspace: Workspace
  readonly uriOf: (name: string) => string
  readonly document: (uri: string) => OpenDocument | undefined
  readonly documents: () => readonly OpenDocument[]
  readonly put: (uri: string, version: number, text: string) => OpenDocument
  readonly close: (uri: string) => void
  /** A file changed on the disk. */
  readonly forget: () => void
  /** Checks a document; the answer is all that changed, by address. */
  readonly check: (uri: string, options: { readonly saved: boolean }) => ReadonlyMap<string, readonly Diagnostic[]>
}

/** Files of people, which are read only when a document is saved: what is known of them stays until then. */
const isOfPeople = (name: string): boolean => /\.(?:csv|jsonl|ndjson)$/i.test(name)

/** Puts the diagnostics of a document in the place of its former ones; several documents may speak of one file. */
const replacing =
  (found: Map<string, Diagnosed>, uriOf: (name: string) => string) =>
  (uri: string, now: Diagnosed | undefined): ReadonlyMap<string, readonly Diagnostic[]> => {
    const before = found.get(uri)
    if (now === undefined) found.delete(uri)
    else found.set(uri, now)
    const files = new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])
    const together = (file: string): readonly Diagnostic[] => {
      const all = [...found.values()].flatMap((one) => one.get(file) ?? [])
      return [...new Map(all.map((one) => [JSON.stringify([one.range, one.code, one.message]), one])).values()]
    }
    return new Map([...files].map((file) => [uriOf(file), together(file)]))
  }

/** A project in a folder, with nothing open. */
export function openProject(cwd: string): Project {
  const open = new Map<string, OpenDocument>()
  const texts = new Map<string, string>()
  const found = new Map<string, Diagnosed>()
  const workspace = workspaceOf(cwd, nodeSourceReader(cwd), texts)
  const uriOf = (name: string): string =>
    [...open.values()].find((one) => one.name === name)?.uri ?? uriOfName(cwd, name)
  const replace = replacing(found, uriOf)
  return {
    workspace,
    uriOf,
    document: (uri) => open.get(uri),
    documents: () => [...open.values()],
    put: (uri, version, text) => {
      const document = { uri, version, text, name: nameOfUri(cwd, uri) }
      open.set(uri, document)
      texts.set(document.name, text)
      if (!/\.feature$/i.test(document.name)) workspace.tenants.forget()
      return document
    },
    close: (uri) => {
      const document = open.get(uri)
      open.delete(uri)
      if (document !== undefined) texts.delete(document.name)
      workspace.tenants.forget()
    },
    forget: () => workspace.tenants.forget(),
    check: (uri, { saved }) => {
      const document = open.get(uri)
      if (document === undefined) return replace(uri, undefined)
      if (!saved && !isChecked(document.text)) return new Map()
      const now = diagnose(workspace, document.name, uriOf, { people: saved })
      const kept = saved ? [] : [...(found.get(uri) ?? [])].filter(([file]) => isOfPeople(file) && !now.has(file))
      return replace(uri, new Map([...now, ...kept]))
    },
  }
}
