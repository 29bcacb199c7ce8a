import type { CompletionItem, Position } from 'vscode-languageserver'
import { effectiveKeys } from '../tenant/schema/as-returned.ts'
import type { JsonSchema } from '../tenant/schema/parts.ts'
import { schemaAt } from '../tenant/schema-at.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { type Choice, catalogChoices, linkOf, schemaChoices, tagChoices } from './choices.ts'
import { kindOf } from './kinds.ts'
import { namedAt } from './name-kinds.ts'
import { declaredIn, namesOf, schemaFor } from './names.ts'
import { offsetAt, placeAt } from './places.ts'
import type { Workspace } from './workspace.ts'
import { type Here, hereIn } from './yaml-here.ts'

// LSP numbers for completion item kinds.
const [property, value, reference] = [10, 12, 18] as const

interface Offered {
  readonly label: string
  readonly insert: string
  readonly kind: typeof property | typeof value | typeof reference
  readonly detail?: string | undefined
  readonly documentation?: string | undefined
}

const textIn = (schema: JsonSchema | undefined, key: string): string | undefined =>
  typeof schema?.[key] === 'string' ? schema[key] : undefined

/** Keys that can be added to a mapping, required ones first. */
function keysOf(root: JsonSchema, { path, value: whole }: Here, present: readonly string[]): readonly Offered[] {
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
    return { label: key, insert: `${key}: `, kind: property, detail, documentation: textIn(part, 'description') }
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
  kind: value,
  detail: title,
  documentation: citation && linkOf(citation),
})

function valuesOf(workspace: Workspace, name: string, root: JsonSchema, here: Here): readonly Offered[] {
  const { path } = here
  const { schema } = schemaAt(root, here.value, path)
  const title = textIn(schema, 'title')
  const parent = schemaAt(root, here.value, path.slice(0, -1)).schema
  const listed = [...schemaChoices(schema), ...tagChoices(root, parent, String(path.at(-1)))]
  const names = declaredIn(namesOf(workspace, name), namedAt(path, title))
  const keys =
    schema?.['properties'] === undefined && schema?.['discriminator'] === undefined ? [] : keysOf(root, here, [])
  return [
    ...listed.map((one) => offeredValue(one, true)),
    ...names.map((label): Offered => ({ label, insert: yamlScalar(label), kind: reference, detail: title })),
    ...catalogChoices(path, title).map((one) => offeredValue(one, false)),
    ...keys,
  ]
}

/** Completions at a position in a tenant file or a plan. */
export function completeYaml(
  workspace: Workspace,
  name: string,
  text: string,
  position: Position,
): readonly CompletionItem[] {
  const root = schemaFor(kindOf(name, text))
  const offset = offsetAt(text, position)
  const here = root && hereIn(text, offset)
  if (root === undefined || here === undefined) return []
  const offered = here.key ? keysOf(root, here, here.present) : valuesOf(workspace, name, root, here)
  const source = { name, text }
  const range = { start: placeAt(source, here.word.start), end: placeAt(source, here.word.end) }
  const opened = text.slice(here.word.start, here.word.end).startsWith('"')
  const followed = /^ *:/.test(text.slice(here.word.end))
  return distinct(offered).map(({ label, insert, kind, detail, documentation }, index) => ({
    label,
    kind,
    sortText: String(index).padStart(5, '0'),
    filterText: opened ? JSON.stringify(label) : label,
    textEdit: { range, newText: newTextOf(insert, { opened, followed, isKey: kind === property }) },
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown' as const, value: documentation } }),
  }))
}

/** Keeps the colon after a key; closes a quotation mark that was opened. */
function newTextOf(
  insert: string,
  { opened, followed, isKey }: { readonly opened: boolean; readonly followed: boolean; readonly isKey: boolean },
): string {
  if (isKey) return followed ? insert.replace(/: $/, '') : insert
  return opened && !insert.startsWith('"') ? JSON.stringify(insert) : insert
}

const distinct = (offered: readonly Offered[]): readonly Offered[] => {
  const found = new Map<string, Offered>()
  for (const one of offered) if (!found.has(one.label)) found.set(one.label, one)
  return [...found.values()]
}
