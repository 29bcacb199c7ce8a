import type { FactName } from '../../vocabulary/facts.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { type JsonSchema, object, type Properties } from '../schema/parts.ts'

/** What a setting is for: the fact that rules read of it, or what else reads it. */
type Use =
  | { readonly states: FactName | readonly FactName[]; readonly readBy?: undefined }
  | { readonly readBy: string; readonly states?: undefined }

/** Which other values `why-not` may try, or why it tries none. */
type Trials<Value> =
  | { readonly tries: 'every value' | 'the opposite' | readonly Value[] }
  | { readonly notTried: string }

/** What a row says about a setting, apart from the form of its value. */
export type Said<Value> = Use &
  Trials<Value> & {
    /** The field's word for it, as in `the per-user MFA state`. */
    readonly title: string
    readonly about: string
    /** What a flag is where the file is silent; false where the row does not say. */
    readonly silent?: boolean
    /** Its label on the page, where a reader can try other values. */
    readonly label?: string
    /** The setting that this one, where it is stated, counts instead of: the product's own word for our plain one. */
    readonly insteadOf?: string
    /** The key under which the value stands where the file holds an object, as exports do. */
    readonly within?: string
  }

/** One setting of the tenant file. */
export type Setting<Value = unknown> = Said<Value> & {
  readonly schema: JsonSchema
  /** The values of a choice; both truth values of a flag; none if they cannot be listed. */
  readonly values: readonly Value[]
}

/** A setting that the tenant holds under its own name, as it is authored, and that an event may change. */
export function plain<Value>(row: Setting<Value>): Setting<Value> & { readonly plain: true } {
  return { ...row, plain: true }
}

/** The settings of one part of the tenant file, by key. */
export type Settings = { readonly [key: string]: Setting }

type ValueOf<S> = S extends { readonly values: readonly (infer Value)[] } ? Value : never

type PlainKey<S> = { [Key in keyof S]: S[Key] extends { readonly plain: true } ? Key : never }[keyof S]

/** What the tenant holds of the plain settings of a part of the file. */
export type PlainValues<S> = { readonly [Key in PlainKey<S>]?: ValueOf<S[Key]> }

/** The plain settings of a part of the file. */
export function plainSettings<S extends Settings>(settings: S): Pick<S, PlainKey<S>> {
  // The type picks the rows that are marked so.
  return Object.fromEntries(Object.entries(settings).filter(([, row]) => 'plain' in row)) as Pick<S, PlainKey<S>>
}

/** How the plain settings that are stated get into the tenant: one by one, since there may be very many users. */
export function plainCopier<S extends Settings>(settings: S): (to: PlainValues<S>, from: Mapping) => void {
  const keys = Object.keys(plainSettings(settings))
  return (to, from) => {
    // The keys are those of the type.
    for (const key of keys) if (from[key] !== undefined) (to as Record<string, unknown>)[key] = from[key]
  }
}

/** A part of the tenant file as authored: its settings, all but the required ones optional. */
export type Authored<S, Required extends keyof S = never> = {
  readonly [Key in Exclude<keyof S, Required>]?: ValueOf<S[Key]>
} & { readonly [Key in Required]: ValueOf<S[Key]> }

/** A setting of any form: the schema says which, the type argument what it is in the code. */
export function setting<Value>(
  schema: (title: string, about: string) => JsonSchema,
  said: Said<Value>,
  values: readonly Value[] = [],
): Setting<Value> {
  return { ...said, values, schema: schema(said.title, said.about) }
}

/** One of a few words. */
export function choice<const Value extends string>(values: readonly Value[], said: Said<Value>): Setting<Value> {
  return setting((title, about) => ({ type: 'string', title, description: about, enum: values }), said, values)
}

/** True or false. */
export function flag(said: Said<boolean>): Setting<boolean> {
  return setting((title, about) => ({ type: 'boolean', title, description: about }), said, [true, false])
}

/** True, false, or null if the product has a third state. */
export function flagOrNull(said: Said<boolean | null>): Setting<boolean | null> {
  return setting((title, about) => ({ type: ['boolean', 'null'], title, description: about }), said, [true, false])
}

/** A list of one kind of item. */
export function listOf<Item>(items: JsonSchema, said: Said<readonly Item[]>): Setting<readonly Item[]> {
  return setting((title, about) => ({ type: 'array', title, description: about, items }), said)
}

/** The schema of an object with these settings and no other key; the title has its article: `a domain`. */
export function schemaOf(title: string, about: string, settings: Settings, required: readonly string[] = []) {
  return object(title, about, propertiesOf(settings), required)
}

/** The schema of each setting, by key. */
export function propertiesOf(settings: Settings): Properties {
  return Object.fromEntries(Object.entries(settings).map(([key, { schema }]) => [key, schema]))
}

/** The facts that a setting states. */
export function factsOf({ states }: Pick<Setting, 'states'>): readonly FactName[] {
  return states === undefined ? [] : typeof states === 'string' ? [states] : states
}

/** The settings that state a fact, by the fact: where two state one, the first. */
export function factKeysOf(settings: Settings): { readonly [Fact in FactName]?: string } {
  const keys: Partial<Record<FactName, string>> = {}
  for (const [key, row] of Object.entries(settings)) for (const fact of factsOf(row)) keys[fact] ??= key
  return keys
}

/** The values of a setting that may be tried instead of the one that is stated. */
export function triesOf(setting: Setting, stated: unknown): readonly unknown[] {
  if (!('tries' in setting)) return []
  if (setting.tries === 'the opposite') return [!(stated ?? setting.silent ?? false)]
  return setting.tries === 'every value' ? setting.values : setting.tries
}

/** The settings of a thing that count: of two that say the same the product's own where it is stated, else ours. */
export function settingsInForce(settings: Settings, stated: Mapping): readonly (readonly [key: string, Setting])[] {
  const entries = Object.entries(settings)
  const replaced = entries.flatMap(([key, { insteadOf }]) =>
    key in stated && insteadOf !== undefined ? insteadOf : [],
  )
  return entries.filter(([key, { insteadOf }]) => !replaced.includes(key) && (insteadOf === undefined || key in stated))
}

/** The keys below a thing under which the value of a setting stands. */
export function pathOfSetting(key: string, { within }: Setting, stated: unknown): readonly string[] {
  return within !== undefined && isMapping(stated) ? [key, within] : [key]
}

/** The value that is stated, out of the object that may hold it. */
export function statedValue({ within }: Setting, stated: unknown): unknown {
  return within !== undefined && isMapping(stated) ? stated[within] : stated
}
