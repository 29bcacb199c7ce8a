import { effectiveKeys } from '../tenant/schema/as-returned.ts'
import type { JsonSchema } from '../tenant/schema/parts.ts'
import { schemaAt } from '../tenant/schema-at.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { type Choice, catalogChoices, linkOf, schemaChoices, tagChoices } from './choices.ts'
import { graphChoices } from './graph-choices.ts'
import { kindOf } from './kinds.ts'
import { namedAt } from './name-kinds.ts'
import { declaredIn, namesOf, schemaFor } from './names.ts'
import type { Texts } from './texts.ts'
import { hereIn, type TypingPosition } from './yaml-here.ts'

/** What a completion inserts: a key, a value that the schema or the catalog lists, or a name that the file declares. */
export type OfferedKind = 'key' | 'value' | 'name'

interface Offered {
  readonly label: string
  readonly insert: string
  readonly kind: OfferedKind
  readonly detail?: string | undefined
  /** In Markdown. */
  readonly documentation?: string | undefined
}

/** A completion: how it is shown, what is typed to find it, and the text that takes the place of the word. */
export interface Completion extends Offered {
  readonly filter: string
}

/** The word that is being typed, and what may take its place, the likeliest first. */
export interface Completions {
  readonly start: number
  readonly end: number
  readonly offered: readonly Completion[]
}

const textIn = (schema: JsonSchema | undefined, key: string): string | undefined =>
  typeof schema?.[key] === 'string' ? schema[key] : undefined

/** Keys that can be added to a mapping, required ones first. */
function keysOf(
  root: JsonSchema,
  { path, value: whole }: TypingPosition,
  present: readonly string[],
): readonly Offered[] {
  const { schema } = schemaAt(root, whole, path)
  const properties = isMapping(schema?.['properties']) ? schema['properties'] : {}
  const discriminator = schema?.['discriminator']
  const tag =
    isMapping(discriminator) && Object.keys(properties).length === 0 ? [String(discriminator['propertyName'])] : []
  const required = Array.isArray(schema?.['required']) ? schema['required'] : []
  const keys = [...effectiveKeys(properties), ...tag].filter((key) => !present.includes(key))
  const ordered = [...keys.filter((key) => required.includes(key)), ...keys.filter((key) => !required.includes(key))]
  return ordered.map((key) => {
    const part = schemaAt(root, whole, [...path, key]).schema
    const detail = required.includes(key) ? 'required' : textIn(part, 'title')
    return { label: key, insert: `${key}: `, kind: 'key', detail, documentation: textIn(part, 'description') }
  })
}

// A plain YAML scalar that can only be a string.
const plain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _./@+()-]*$/u
const otherwise = /^(?:true|false|null|~|-?[\d.]+(?:e\d+)?|0[xo]\w+)$/i

/** A text as a YAML value, quoted if it would otherwise not be a string. */
export function yamlScalar(text: string): string {
  return plain.test(text) && text === text.trim() && !otherwise.test(text) ? text : JSON.stringify(text)
}

const offeredValue = ({ value: text, title, citation }: Choice, typed: boolean): Offered => ({
  label: text,
  insert: typed ? text : yamlScalar(text),
  kind: 'value',
  detail: title,
  documentation: citation && linkOf(citation),
})

function valuesOf(texts: Texts, name: string, root: JsonSchema, here: TypingPosition): readonly Offered[] {
  const { path } = here
  const { schema } = schemaAt(root, here.value, path)
  const title = textIn(schema, 'title')
  const parent = schemaAt(root, here.value, path.slice(0, -1)).schema
  const listed = [...schemaChoices(schema), ...tagChoices(root, parent, String(path.at(-1)))]
  const names = declaredIn(namesOf(texts, name), namedAt(path, title))
  const keys =
    schema?.['properties'] === undefined && schema?.['discriminator'] === undefined ? [] : keysOf(root, here, [])
  return [
    ...listed.map((one) => offeredValue(one, true)),
    ...names.map((label): Offered => ({ label, insert: yamlScalar(label), kind: 'name', detail: title })),
    ...catalogChoices(path, title).map((one) => offeredValue(one, false)),
    ...keys,
  ]
}

/** Completions at an offset of a tenant file, a plan, or a file of policies. */
export function completionsAt(texts: Texts, name: string, text: string, offset: number): Completions | undefined {
  const kind = kindOf(name, text)
  const root = kind === 'policy' ? {} : schemaFor(kind)
  const here = root && hereIn(text, offset)
  if (root === undefined || here === undefined) return undefined
  const { start, end } = here.word
  const opened = text.slice(start, end).startsWith('"')
  const followed = /^ *:/.test(text.slice(end))
  const graph = graphChoices(kind, text, here)
  const found = [
    ...(here.key ? keysOf(root, here, here.present) : valuesOf(texts, name, root, here)),
    ...graph.words.map((value) => offeredValue({ value }, false)),
    ...graph.keys.map((label): Offered => ({ label, insert: `${label}: `, kind: 'key' })),
  ]
  const offered = distinct(found).map(
    (one): Completion => ({
      ...one,
      filter: opened ? JSON.stringify(one.label) : one.label,
      insert: insertedText(one.insert, { opened, followed, isKey: one.kind === 'key' }),
    }),
  )
  return { start, end, offered }
}

/** Keeps the colon after a key; closes a quotation mark that was opened. */
function insertedText(
  insert: string,
  { opened, followed, isKey }: { readonly opened: boolean; readonly followed: boolean; readonly isKey: boolean },
): string {
  if (isKey) return followed ? insert.replace(/: $/, '') : insert
  return opened && !insert.startsWith('"') ? JSON.stringify(insert) : insert
}

const distinct = (offered: readonly Offered[]): readonly Offered[] => {
  const found = new Map<string, Offered>()
  // Words that differ in case alone mean the same.
  for (const one of offered) {
    const word = one.label.toLowerCase()
    if (!found.has(word)) found.set(word, one)
  }
  return [...found.values()]
}
