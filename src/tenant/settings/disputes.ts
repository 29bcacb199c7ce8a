import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import type { JsonSchema } from '../schema/parts.ts'
import { list, object } from '../schema/parts.ts'
import { type Said, type Setting, type Settings, setting } from './setting.ts'

/** The settings of a thing on which exports disagree, each with the values that they state. */
export type Disputes = { readonly [key: string]: readonly unknown[] }

const valuesOf = ({ title, schema }: Setting): JsonSchema =>
  list(`values of the ${title}`, 'The values that exports state for it.', schema, { minItems: 2 })

/** The row in which a thing says which of some of its settings are in dispute: what depends on them is undetermined. */
export function disputesOf(settings: Settings, said: Said<Disputes>): Setting<Disputes> {
  const properties = Object.fromEntries(Object.entries(settings).map(([key, row]) => [key, valuesOf(row)]))
  return setting<Disputes>((title, about) => object(`this list of ${title}`, about, properties), said)
}

const none: ReadonlySet<string> = new Set()

/** The settings in dispute of a thing that does not state them. */
export function openSettings(file: { readonly exportsDisagree?: Disputes }): ReadonlySet<string> {
  const { exportsDisagree } = file
  if (exportsDisagree === undefined) return none
  const stated: { readonly [key: string]: unknown } = { ...file }
  return new Set(Object.keys(exportsDisagree).filter((key) => stated[key] === undefined))
}

/** The same, each with its values, of a thing that was not judged by the schema. */
export function openDisputes(stated: Mapping): Disputes {
  const disputes = stated['exportsDisagree']
  const entries = isMapping(disputes) ? Object.entries(disputes) : []
  return Object.fromEntries(
    entries.flatMap(([key, values]) => (stated[key] === undefined && Array.isArray(values) ? [[key, values]] : [])),
  )
}
