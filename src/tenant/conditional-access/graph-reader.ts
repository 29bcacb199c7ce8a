import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { AwaitedName } from './awaited-name.ts'
import { isDocumented, isDocumentedField } from './documented-words.ts'
import { type Listened, reportExpected } from './expected-there.ts'
import type { NotUnderstood } from './model.ts'
import type { KnownNames } from './name-book.ts'

/** What is being read, and what was not understood of it so far. */
export interface GraphReading extends Listened {
  readonly document: LocatedDocument
  readonly diagnostics: Diagnostic[]
  /** Parts of the present policy that is not understood. */
  readonly notUnderstood: NotUnderstood[]
  /** The name of the present policy, location or strength, for messages. */
  readonly owner: string
  /** Where the present policy begins. */
  readonly root: DocumentPath
  /** What the tenant declares; undefined if a document is read by itself and every name stands for itself. */
  readonly known?: KnownNames
  /** Names that may be those of people next to the tenant file. */
  readonly awaited?: AwaitedName[]
}

/** A value and where it stands. */
export interface GraphField {
  readonly value: unknown
  readonly path: DocumentPath
}

/** Fields by the name this product knows them by. */
export type GraphFields<Name extends string> = { readonly [Known in Name]?: GraphField }

/** Whether nothing is said: null, empty text or list, or nothing but empty parts. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.every(isEmpty)
  if (!isMapping(value)) return false
  return Object.entries(value).every(([key, part]) => isNoise(key) || isEmpty(part))
}

/** Keys that transport protocols add. */
function isNoise(key: string): boolean {
  return key.startsWith('#') || key.includes('@odata')
}

/** Where a part stands below the policy: `conditions.users.includeUsers`. */
export function placeBelow(reading: GraphReading, path: DocumentPath): string {
  return path.slice(reading.root.length).join('.')
}

/** Notes a part that leaves the policy's answer open. Invariant: who calls this reports the part as well. */
function leaveOpen(reading: GraphReading, path: DocumentPath, what: string): void {
  reading.notUnderstood.push({ path: placeBelow(reading, path), what })
}

/** A value that was read, and the missing facts for the parts of it that were not understood. */
export interface Unclear<T> {
  readonly value: T
  readonly unclear: readonly string[]
}

/** Reads a part and names what was not understood of it, as facts that are missing. */
export function unclearIn<T>(reading: GraphReading, read: () => T): Unclear<T> {
  const before = reading.notUnderstood.length
  const value = read()
  const paths = reading.notUnderstood.slice(before).map(({ path }) => `policy:${reading.owner}:${path}`)
  return { value, unclear: [...new Set(paths)] }
}

/** The fields of a mapping by known name, case ignored; unknown ones that say something are reported. */
export function fieldsOf<Name extends string>(
  reading: GraphReading,
  field: GraphField | undefined,
  names: readonly Name[],
  ignored: readonly string[] = [],
): GraphFields<Name> {
  const found: { [Known in Name]?: GraphField } = {}
  reportExpected(reading, 'keys', field, names)
  const mapping = field === undefined || isEmpty(field.value) ? undefined : mappingOf(reading, field)
  if (field === undefined || mapping === undefined) return found
  for (const [key, value] of Object.entries(mapping)) {
    const plain = key.replace(/^_/, '').toLowerCase()
    const name = names.find((known) => known.toLowerCase() === plain)
    const path = [...field.path, key]
    if (name !== undefined && found[name] !== undefined) givenTwice(reading, key, path)
    else if (name !== undefined) found[name] = { value, path }
    else if (!isNoise(key) && !isEmpty(value) && !ignored.includes(plain)) unknownKey(reading, key, path, names)
  }
  return found
}

function mappingOf(reading: GraphReading, field: GraphField): Readonly<Record<string, unknown>> | undefined {
  const value = Array.isArray(field.value) && field.value.length === 1 ? field.value[0] : field.value
  if (isMapping(value)) return value
  wrongForm(reading, field.path, 'an object')
  return undefined
}

/** The same field in two spellings: nobody can tell which one the service keeps. */
function givenTwice(reading: GraphReading, key: string, path: DocumentPath): void {
  reading.diagnostics.push({ code: 'POL-18', args: { key }, at: reading.document.rangeOfKey(path) })
  leaveOpen(reading, path, `field ${key} given twice`)
}

function unknownKey(reading: GraphReading, key: string, path: DocumentPath, names: readonly string[]): void {
  if (isDocumentedField(fieldNameOf(path.slice(0, -1)), key)) {
    notModeled(reading, key, path)
    return
  }
  const suggestion = suggest(key, names)
  const args = { owner: reading.owner, key, ...(suggestion === undefined ? {} : { suggestion }) }
  reading.diagnostics.push({ code: 'POL-1', args, at: reading.document.rangeOfKey(path) })
  leaveOpen(reading, path, `unknown field ${key}`)
}

/** Reports a field that Graph documents and nothing here models. */
export function notModeled(reading: GraphReading, key: string, path: DocumentPath): void {
  const args = { owner: reading.owner, what: key }
  reading.diagnostics.push({ code: 'POL-19', args, at: reading.document.rangeOfKey(path) })
  leaveOpen(reading, path, `field ${key}, which is not modeled`)
}

/** Reports a part that is not in the form Graph gives it. */
export function wrongForm(reading: GraphReading, path: DocumentPath, expected: string): void {
  const name = String(path.at(-1) ?? reading.owner)
  const args = { owner: reading.owner, field: name, expected }
  reading.diagnostics.push({ code: 'POL-4', args, at: reading.document.rangeOf(path) })
  leaveOpen(reading, path, `${name} is not ${expected}`)
}

/** Reports a part that lacks what Graph always gives it; `missing` is the field that is missing, if it is one. */
export function lacksPart(
  reading: GraphReading,
  path: DocumentPath,
  lacks: string,
  missing: DocumentPath = path,
): void {
  const field = path.slice(reading.root.length).findLast((step) => typeof step === 'string')
  const args = { owner: reading.owner, lacks, ...(field === undefined ? {} : { field: String(field) }) }
  reading.diagnostics.push({ code: 'POL-30', args, at: reading.document.rangeOf(path) })
  leaveOpen(reading, missing, `no ${lacks}`)
}

/** Reports what `report` says of a part, which leaves the policy open. */
export function openFor(reading: GraphReading, path: DocumentPath, what: string, report: Diagnostic): void {
  reading.diagnostics.push(report)
  leaveOpen(reading, path, what)
}

/** What is read of a part; undefined is reported as what the part lacks, unless the reason was reported already. */
export function readWhole<T>(
  reading: GraphReading,
  path: DocumentPath,
  lacks: string,
  read: () => T | undefined,
): T | undefined {
  const before = reading.notUnderstood.length
  const value = read()
  if (value === undefined && reading.notUnderstood.length === before) lacksPart(reading, path, lacks)
  return value
}

/** One word of a list, and where it stands. */
export interface GraphWord {
  readonly word: string
  readonly path: DocumentPath
}

/** A list of words; one word alone, a comma-separated text, null and `[null]` are lists too. */
export function wordsOf(reading: GraphReading, field: GraphField | undefined, separator?: ','): readonly GraphWord[] {
  if (field === undefined || isEmpty(field.value)) return []
  const items = Array.isArray(field.value) ? field.value : [field.value]
  return items.flatMap((item, index) => {
    const path = Array.isArray(field.value) ? [...field.path, index] : field.path
    if (isEmpty(item)) return []
    if (typeof item !== 'string' && typeof item !== 'number') {
      wrongForm(reading, path, 'a list of strings')
      return []
    }
    const words = separator === undefined ? [String(item)] : String(item).split(separator)
    return words.map((word) => ({ word: word.trim(), path })).filter(({ word }) => word !== '')
  })
}

/** The words of a closed list in Graph's spelling; the others are reported and leave the policy open. */
export function knownWordsOf(
  reading: GraphReading,
  field: GraphField | undefined,
  known: readonly string[],
  separator?: ',',
): readonly string[] {
  reportExpected(reading, 'words', field, known)
  return wordsOf(reading, field, separator).flatMap(({ word, path }) => {
    const spelled = known.find((candidate) => candidate.toLowerCase() === word.toLowerCase())
    if (spelled === undefined) unknownWord(reading, word, path, known)
    return spelled === undefined ? [] : [spelled]
  })
}

/** The one word of a closed list that a field has; several are not in the form Graph gives it. */
export function oneWordOf(
  reading: GraphReading,
  field: GraphField | undefined,
  known: readonly string[],
): string | undefined {
  const [word, ...more] = knownWordsOf(reading, field, known)
  if (field !== undefined && more.length > 0) wrongForm(reading, field.path, 'a single string')
  return word
}

/** The field that a path leads to, places in lists left out. */
export function fieldNameOf(path: DocumentPath): string {
  return String(path.findLast((step) => typeof step === 'string' && !/^\d+$/.test(step)) ?? '')
}

/** Reports a value that Graph documents and nothing here models; false for any other value. */
export function isWordNotModeled(reading: GraphReading, word: string, path: DocumentPath): boolean {
  if (!isDocumented(fieldNameOf(path), word)) return false
  const args = { owner: reading.owner, what: word }
  reading.diagnostics.push({ code: 'POL-19', args, at: reading.document.rangeOf(path) })
  leaveOpen(reading, path, `value ${word}, which is not modeled`)
  return true
}

/** Reports a value that is not one of a closed list. */
export function unknownWord(reading: GraphReading, word: string, path: DocumentPath, known: readonly string[]): void {
  if (isWordNotModeled(reading, word, path)) return
  const field = fieldNameOf(path)
  const suggestion = suggest(word, known)
  const args = { owner: reading.owner, field, value: word, known, ...(suggestion === undefined ? {} : { suggestion }) }
  reading.diagnostics.push({ code: 'POL-2', args, at: reading.document.rangeOf(path) })
  leaveOpen(reading, path, `unknown value ${word}`)
}

/** One text; anything else is none. */
export function textOf(field: GraphField | undefined): string | undefined {
  const value = Array.isArray(field?.value) && field.value.length === 1 ? field.value[0] : field?.value
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** One switch, also where an export wrote it as text. */
export function flagOf(field: GraphField | undefined): boolean | undefined {
  if (typeof field?.value === 'boolean') return field.value
  const text = textOf(field)?.toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : undefined
}
