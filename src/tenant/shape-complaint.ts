import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { ValueKind } from '../source/diagnostics/shape-codes.ts'
import { suggest } from '../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../source/document/located-document.ts'
import type { ShapeError } from './generated/validate-tenant-file.js'
import { insteadOf } from './graph/relationships.ts'
import { effectiveKeys } from './schema/as-returned.ts'
import type { JsonSchema } from './schema/parts.ts'
import { tagsOf } from './schema-at.ts'
import { schemaOfTenantFile } from './tenant-file.schema.ts'

/** A complaint of the validator with what it is about. */
export interface Complaint {
  readonly error: ShapeError
  readonly path: DocumentPath
  readonly schema: JsonSchema
  readonly value: unknown
}

function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'true or false'
  if (typeof value === 'number') return 'a number'
  return 'a mapping'
}

const kinds: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  null: 'nothing',
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]

/** The words to offer, each once: the vendor's tools spell some of them in two ways. */
function wordsOf(values: unknown): readonly string[] {
  const seen = new Set<string>()
  return texts(values).filter((word) => {
    const fresh = !seen.has(word.toLowerCase())
    seen.add(word.toLowerCase())
    return fresh
  })
}

const whatOf = (schema: JsonSchema): string => String(schema['title'] ?? 'the value')
const offer = (word: string, known: readonly string[]): { readonly suggestion?: string } => {
  const suggestion = suggest(word, known) ?? known.find((name) => name.toLowerCase() === word.toLowerCase())
  return suggestion === undefined ? {} : { suggestion }
}
const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

function unknownKey({ error, path, schema }: Complaint, document: LocatedDocument): Diagnostic {
  const key = String(error.params['additionalProperty'])
  const known = effectiveKeys(schema['properties'])
  const at = document.rangeOfKey([...path, key])
  const near = offer(key, known)
  const elsewhere = near.suggestion === undefined ? ownersOf(key, schemaOfTenantFile()) : []
  const place = elsewhere.length === 0 || elsewhere.length > mostOwners ? {} : { elsewhere }
  const instead = insteadOf(whatOf(schema), key)
  if (instead !== undefined) return { code: 'SHAPE-1', args: { key, of: whatOf(schema), known, instead }, at }
  return { code: 'SHAPE-1', args: { key, of: whatOf(schema), known, ...near, ...place }, at }
}

// A key that many objects have says nothing about where it belongs.
const mostOwners = 3

/** The titles of the objects of a schema that have a key. */
function ownersOf(key: string, schema: unknown): readonly string[] {
  const owners = new Set<string>()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    const { properties, title }: JsonSchema = Object(part)
    if (typeof title === 'string' && !title.startsWith('this ') && effectiveKeys(properties).includes(key))
      owners.add(title)
    for (const below of Object.values(part)) visit(below)
  }
  visit(schema)
  return [...owners]
}

function wrongTag({ error, path, schema, value }: Complaint, document: LocatedDocument): Diagnostic | undefined {
  const key = String(error.params['tag'])
  const tag: unknown = Object(value)[key]
  if (tag === undefined) return undefined
  const known = tagsOf(schemaOfTenantFile(), schema)
  const args = { key, what: whatOf(schema), value: shown(tag), known, ...offer(shown(tag), known) }
  return { code: 'SHAPE-5', args, at: document.rangeOf([...path, key]) }
}

function wrongText({ path, schema, value }: Complaint, document: LocatedDocument): Diagnostic {
  const args = { what: whatOf(schema), value: shown(value) }
  const at = document.rangeOf(path)
  switch (schema['$comment']) {
    case 'instant':
      return { code: 'SHAPE-6', args, at }
    case 'duration':
      return { code: 'SHAPE-7', args, at }
    case 'cidr':
      return { code: 'SHAPE-8', args, at }
    default:
      return {
        code: 'SHAPE-9',
        args: {
          ...args,
          expected: String(schema['$comment'] ?? 'in its form'),
          example: String(texts(schema['examples'])[0]),
        },
        at,
      }
  }
}

function wrongKind({ error, path, schema, value }: Complaint, document: LocatedDocument): Diagnostic {
  const expected = texts(error.params['type']).flatMap((type) => kinds[type] ?? [])
  const what = whatOf(schema).replace(/^an? /, 'the ')
  return { code: 'SHAPE-4', args: { what, expected, found: kindOf(value) }, at: document.rangeOf(path) }
}

function wrongWord({ error, path, schema, value }: Complaint, document: LocatedDocument): Diagnostic {
  const known = wordsOf(error.params['allowedValues'] ?? error.params['allowedValue'])
  const then: unknown = Object(schema)['then']
  const what = whatOf(then === undefined ? schema : Object(then))
  return {
    code: 'SHAPE-3',
    args: { what, value: shown(value), known, ...offer(shown(value), known) },
    at: document.rangeOf(path),
  }
}

function outOfRange({ path, schema, value }: Complaint, document: LocatedDocument): Diagnostic {
  const { minimum, maximum } = schema
  const bounds = {
    ...(typeof minimum === 'number' && { least: minimum }),
    ...(typeof maximum === 'number' && { most: maximum }),
  }
  return {
    code: 'SHAPE-11',
    args: { what: whatOf(schema), value: Number(value), ...bounds },
    at: document.rangeOf(path),
  }
}

function tooFew({ error, path, schema, value }: Complaint, document: LocatedDocument): Diagnostic {
  const found = Array.isArray(value) ? value.length : Object.keys(Object(value)).length
  const what = `the list of ${whatOf(schema).replace(/^the /, '')}`
  const args = { what, least: Number(error.params['limit']), found }
  return { code: 'SHAPE-10', args, at: document.rangeOf(path) }
}

/** What a complaint says in our words and at its place; undefined if another complaint says it. */
export function diagnosticOf(complaint: Complaint, document: LocatedDocument): Diagnostic | undefined {
  const { error, path, schema } = complaint
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(complaint, document)
    case 'required': {
      const args = { key: String(error.params['missingProperty']), of: whatOf(schema) }
      const { source, start } = document.rangeOf(path)
      return { code: 'SHAPE-2', args, at: { source, start, end: start } }
    }
    case 'discriminator':
      return wrongTag(complaint, document)
    case 'type':
      return wrongKind(complaint, document)
    case 'enum':
    case 'const':
      return wrongWord(complaint, document)
    case 'minimum':
    case 'maximum':
      return outOfRange(complaint, document)
    case 'minItems':
    case 'minProperties':
      return tooFew(complaint, document)
    case 'minLength':
      return {
        code: 'SHAPE-9',
        args: {
          what: whatOf(schema),
          value: '',
          expected: 'a name',
          example: String(texts(schema['examples'])[0] ?? 'a name'),
        },
        at: document.rangeOf(path),
      }
    default:
      return wrongText(complaint, document)
  }
}
