import { type Diagnostic, hasErrors, inOrder, type Loaded } from '../diagnostics/diagnostic.ts'
import type { SourceRange, SourceText } from '../text/source-text.ts'
import {
  type DocumentLimits,
  type DocumentPath,
  type DocumentTree,
  documentLimits,
  type ParsedTree,
  type Place,
} from './document-tree.ts'
import { parseJson } from './json-tree.ts'
import { parseYaml } from './yaml-tree.ts'

export type { DocumentPath } from './document-tree.ts'

/** Plain data with the location of each part. Locations are computed on demand. */
export interface LocatedDocument {
  readonly source: SourceText
  /** Plain JSON data; parts named by an alias are the same object. */
  readonly value: unknown
  readonly has: (path: DocumentPath) => boolean
  /** The location of a value; for a path that does not exist, the start of its nearest existing ancestor. */
  readonly rangeOf: (path: DocumentPath) => SourceRange
  /** The location of the value's key; for a list item, the item. */
  readonly rangeOfKey: (path: DocumentPath) => SourceRange
}

/** The result of reading a source: a document unless its syntax is invalid, with all diagnostics. */
export interface ReadDocument {
  readonly document: LocatedDocument | undefined
  readonly diagnostics: readonly Diagnostic[]
}

const blank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

function rangeIn(source: SourceText, place: { readonly start: number; readonly end: number }): SourceRange {
  const { text } = source
  const start = Math.min(place.start, text.length)
  let end = Math.max(start, Math.min(place.end, text.length))
  while (end > start && blank(text.charCodeAt(end - 1))) end -= 1
  return { source, start, end }
}

function nearestPlace(tree: DocumentTree, path: DocumentPath): Place {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const place = tree.find(path.slice(0, length))
    if (place !== undefined) return { start: place.start, end: place.start }
  }
  return { start: 0, end: 0 }
}

function documentOf(source: SourceText, tree: DocumentTree): LocatedDocument {
  const placeOf = (path: DocumentPath): Place => tree.find(path) ?? nearestPlace(tree, path)
  return {
    source,
    value: tree.value,
    has: (path) => tree.find(path) !== undefined,
    rangeOf: (path) => rangeIn(source, placeOf(path)),
    rangeOfKey: (path) => {
      const place = placeOf(path)
      return rangeIn(source, place.key ?? place)
    },
  }
}

const start = (source: SourceText): SourceRange => ({ source, start: 0, end: 0 })

/** Plain data as a document whose parts are all located at the start: for a file that is never shown. */
export function documentOfValue(value: unknown, name: string): LocatedDocument {
  const source: SourceText = { name, text: '' }
  const range = start(source)
  const has = (path: DocumentPath): boolean => {
    let at = value
    for (const step of path) {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false
      // The object has a property of this name.
      at = (at as Readonly<Record<string | number, unknown>>)[step]
    }
    return true
  }
  return { source, value, has, rangeOf: () => range, rangeOfKey: () => range }
}

const namedJson = /\.json$/i
const looksLikeJson = /^\s*[[{]/

function parseTree(source: SourceText, limits: DocumentLimits): ParsedTree {
  if (namedJson.test(source.name)) return parseJson(source, limits)
  if (looksLikeJson.test(source.text)) {
    const json = parseJson(source, limits)
    if (json.diagnostics.length === 0) return json
  }
  return parseYaml(source, limits)
}

/** Parses YAML or JSON; after a duplicate key, a tag or a second document, the rest can still be checked. */
export function readDocument(source: SourceText, limits: DocumentLimits = documentLimits): ReadDocument {
  const { tree, diagnostics } = parseTree(source, limits)
  // A scalar is not one of our files, whatever its name, so diagnostics must not quote it.
  const plain = tree !== undefined && (typeof tree.value !== 'object' || tree.value === null)
  const shown: SourceText = plain ? { ...source, withheld: true } : source
  return { document: tree && documentOf(shown, tree), diagnostics: inOrder(diagnostics) }
}

/** The same for a text that is JSON regardless of its name. */
export function readJsonDocument(source: SourceText, limits: DocumentLimits = documentLimits): ReadDocument {
  const { tree, diagnostics } = parseJson(source, limits)
  return { document: tree && documentOf(source, tree), diagnostics: inOrder(diagnostics) }
}

/** Parses YAML or JSON into plain data with locations; any syntax error is a failure. */
export function parseSource(source: SourceText, limits: DocumentLimits = documentLimits): Loaded<LocatedDocument> {
  const { document, diagnostics } = readDocument(source, limits)
  if (document === undefined || hasErrors(diagnostics)) return { ok: false, diagnostics }
  return { ok: true, value: document, warnings: diagnostics }
}

/** The path of a JSON pointer; list indexes stay text, which every lookup accepts. */
export function pathOfPointer(pointer: string): DocumentPath {
  if (pointer === '') return []
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The JSON pointer of a path. */
export function pointerOfPath(path: DocumentPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
