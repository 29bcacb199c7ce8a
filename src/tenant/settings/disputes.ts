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

/** More combinations than this are not all looked at. */
const most = 64

function product(entries: readonly (readonly [string, readonly unknown[]])[]): readonly Mapping[] {
  return entries.reduce<readonly Mapping[]>(
    (all, [key, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    [{}],
  )
}

/** What settings in dispute can be together; of very many, every pair of values. No fact reads more than two of them. */
function combinationsOf(disputes: Disputes): readonly Mapping[] {
  const entries = Object.entries(disputes)
  if (entries.length === 0) return []
  if (countOf(disputes) <= most) return product(entries)
  const rest = Object.fromEntries(entries.map(([key, [first]]) => [key, first]))
  return entries.flatMap((one, at) =>
    entries.slice(at + 1).flatMap((other) => product([one, other]).map((pair) => ({ ...rest, ...pair }))),
  )
}

/** How many combinations there are of the values of settings in dispute. */
const countOf = (disputes: Disputes): number => Object.values(disputes).reduce((count, { length }) => count * length, 1)

/** What a thing states under every combination of the values; undefined if those are too many to look at. */
export function allReadingsOf<File extends object>(file: File): readonly File[] | undefined {
  return countOf(openDisputes({ ...(file as Mapping) })) > most ? undefined : readingsOf(file)
}

/** What a thing states if each of its settings in dispute is one of the values that exports state; none without a dispute. */
export function readingsOf<File extends object>(file: File): readonly File[] {
  const { exportsDisagree: _, ...stated }: { readonly exportsDisagree?: unknown } = file
  // What is put in place of a setting was judged by the schema of that setting.
  const own: Mapping = { ...(file as Mapping) }
  return combinationsOf(openDisputes(own)).map((one) => ({ ...stated, ...one }) as File)
}
