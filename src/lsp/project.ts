import type { Diagnostic } from 'vscode-languageserver'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { type Diagnosed, diagnose, isChecked } from './diagnose.ts'
import { nameOfUri, uriOfName } from './uris.ts'
import { type Workspace, workspaceOf } from './workspace.ts'

/** An open document with its current text. */
export interface OpenDocument {
  readonly uri: string
  readonly name: string
  readonly version: number
  readonly text: string
}

/** The open documents of a project, and their diagnostics. */
export interface Project {
  readonly workspace: Workspace
  readonly uriOf: (name: string) => string
  readonly document: (uri: string) => OpenDocument | undefined
  readonly documents: () => readonly OpenDocument[]
  readonly put: (uri: string, version: number, text: string) => OpenDocument
  readonly close: (uri: string) => void
  /** Drops cached files after one changed on disk. */
  readonly forget: () => void
  /** Checks a document; returns all changed diagnostics by URI. */
  readonly check: (uri: string, options: { readonly saved: boolean }) => ReadonlyMap<string, readonly Diagnostic[]>
}

/** Population files are only read when a document is saved; their diagnostics are kept until then. */
const isOfPeople = (name: string): boolean => /\.(?:csv|jsonl|ndjson)$/i.test(name)

/** Replaces the previous diagnostics of a document; several documents may report on one file. */
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

/** A project in a folder, without open documents. */
export function openProject(cwd: string, committed?: Workspace['committed']): Project {
  const open = new Map<string, OpenDocument>()
  const texts = new Map<string, string>()
  const found = new Map<string, Diagnosed>()
  const workspace = workspaceOf(cwd, nodeSourceReader(cwd), texts, committed)
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
