import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { canonicalText, compareText } from '../canonical.ts'
import type { CoverageEntry } from '../coverage.ts'
import type { ImportProduct } from '../fragment.ts'
import { notImported, recordKindOf } from './not-imported.ts'
import { type Fields, fieldsOf, type GraphKind, recognize } from './recognize.ts'
import { reshaped } from './reshape.ts'

/** An object of an export, and its location. */
export interface GraphObject {
  readonly kind: GraphKind
  readonly document: LocatedDocument
  readonly path: DocumentPath
  readonly value: Readonly<Record<string, unknown>>
  readonly fields: Fields
  /** The requested address, if the export contains it. */
  readonly context: string
  /** It is a template, which is never in force. */
  readonly isTemplate?: true
  /** The product of the export, if it is not Graph. */
  readonly product?: ImportProduct
}

/** An object of unknown kind in a document, and its location. */
export type Candidate = Omit<GraphObject, 'kind'>

/** Everything that was found, and what was not recognized. */
export interface Collected {
  readonly objects: readonly GraphObject[]
  /** Records that no tenant file has, counted by file. */
  readonly coverage: readonly CoverageEntry[]
  /** The largest parts in which nothing was recognized. */
  readonly unknown: readonly UnknownPart[]
  /** The unknown parts are all that a page holds. */
  readonly isUnknown?: boolean
}

/** A document, a section of one or an item of a list in which nothing was recognized. */
export interface UnknownPart {
  readonly document: LocatedDocument
  readonly path: DocumentPath
}

/** Whether another reader takes an object, which is then not read as a Graph object. */
export type Claim = (candidate: Candidate) => boolean

/** What is found in one document. */
export interface Walk {
  readonly document: LocatedDocument
  readonly objects: GraphObject[]
  /** The kinds of the records in this document that are not imported. */
  readonly records: string[]
  readonly claims: Claim
  readonly unknown: UnknownPart[]
}

/** The maximum depth of sections in exports. */
const depthLimit = 6

/** A page of results contains the address of its items but is not an item. */
const isAnswer = (fields: Fields): boolean => Array.isArray(fields.get('value'))

/** Whether there is anything to recognize: an object or a list of a section, and no plain value next to it. */
const isPart = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Looks for objects in a value and its parts; false if nothing in it is recognized. */
export function visit(walk: Walk, value: unknown, path: DocumentPath, context: string): boolean {
  if (path.length > depthLimit) return false
  if (Array.isArray(value))
    return visitAll(
      walk,
      value.map((item, index) => [item, [...path, index]]),
      context,
    )
  if (!isMapping(value)) return false
  const shape = reshaped({ document: walk.document, path, value })
  const seen = shape === undefined ? { document: walk.document, path, value } : { ...shape, path: [] }
  const fields = fieldsOf(seen.value)
  const address = `${fields.get('@odata.context') ?? context}`
  const answer = isAnswer(fields)
  const record = answer ? undefined : recordKindOf(fields, address, walk.document.source.name)
  if (record !== undefined) {
    walk.records.push(record)
    return true
  }
  const candidate: Candidate = { ...seen, fields, context: address }
  if (!answer && walk.claims(candidate)) return true
  const kind = answer ? undefined : recognize(fields, address)
  if (kind === undefined)
    return visitAll(
      walk,
      Object.entries(value).map(([key, part]) => [part, [...path, key]]),
      address,
    )
  walk.objects.push({ kind, ...candidate })
  return true
}

/** Visits all parts; if some are recognized, the others are reported separately. */
function visitAll(walk: Walk, parts: readonly (readonly [unknown, DocumentPath])[], context: string): boolean {
  if (parts.length === 0) return true
  const missed = parts.filter(([value, path]) => !visit(walk, value, path, context))
  if (missed.length === parts.length) return false
  for (const [value, path] of missed) if (isPart(value)) walk.unknown.push({ document: walk.document, path })
  return true
}

/** The name of an object for people. */
export const nameOf = ({ fields }: GraphObject): string => nameIn(fields)

function nameIn(fields: Fields): string {
  return textIn(fields, 'displayname') ?? textIn(fields, 'userprincipalname') ?? textIn(fields, 'id') ?? ''
}

/** Finds every object of a known kind in these documents, however deep their sections are nested. */
export function collect(documents: readonly LocatedDocument[], claims: Claim): Collected {
  const objects: GraphObject[] = []
  const coverage: CoverageEntry[] = []
  const unknown: UnknownPart[] = []
  for (const document of documents) {
    const walk: Walk = { document, objects, records: [], claims, unknown }
    if (!visit(walk, document.value, [], '')) unknown.push({ document, path: [] })
    coverage.push(...notImported(document.source.name, walk.records))
  }
  return { objects, coverage, unknown }
}

/** The objects of one kind. */
export function ofKind(objects: readonly GraphObject[], kind: GraphKind): readonly GraphObject[] {
  return objects.filter((object) => object.kind === kind)
}

/** A text field of an object, by lower-cased name. */
export function textIn(fields: Fields, name: string): string | undefined {
  const value = fields.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A switch of an object, by lower-cased name. */
export function flagIn(fields: Fields, name: string): boolean | undefined {
  const value = fields.get(name)
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : undefined
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/** The objects of a list field, by lower-cased name; an object alone is a list of one. */
export function listIn(fields: Fields, name: string): readonly Fields[] {
  const value = fields.get(name)
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return items.filter(isMapping).map(fieldsOf)
}

/** Objects in an order that does not depend on the order of files: by name, id and content. */
export function sortedObjects(objects: readonly GraphObject[]): readonly GraphObject[] {
  const names: string[] = []
  const ids: string[] = []
  for (const { fields } of objects) {
    names.push(nameIn(fields))
    ids.push(textIn(fields, 'id') ?? '')
  }
  const compared = (list: readonly string[], one: number, other: number): number =>
    compareText(list[one] ?? '', list[other] ?? '')
  const contents = (one: number, other: number): number =>
    compareText(canonicalText(objects[one]?.value), canonicalText(objects[other]?.value))
  // Only the content of objects with one name and one id is compared.
  const order = Uint32Array.from(objects, (_, index) => index).sort(
    (one, other) => compared(names, one, other) || compared(ids, one, other) || contents(one, other),
  )
  return Array.from(order, (index) => objects[index]).filter((object) => object !== undefined)
}
