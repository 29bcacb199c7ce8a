import type { JsonObject } from '../json/json-value.ts'

/** The JSON Schema of values of one type; the type exists only for the compiler. */
export interface Schema<out T> {
  readonly json: JsonObject
  readonly of?: T
}

/** The schema of a field that can be left out. */
export interface Optional<out T> {
  readonly optional: Schema<T>
}

/** A schema for each field of a type, `optional` exactly where the field is. */
export type Fields<T> = {
  readonly [Key in keyof T]-?: Record<never, never> extends Pick<T, Key>
    ? Optional<NonNullable<T[Key]>>
    : Schema<T[Key]>
}

/** A type as it is written: instants become ISO texts. */
export type Written<T, Instants extends keyof T> = { readonly [Key in keyof T]: Key extends Instants ? string : T[Key] }

const isOptional = (field: Schema<unknown> | Optional<unknown>): field is Optional<unknown> => 'optional' in field

/** A field that can be left out. */
export const optional = <T>(schema: Schema<T>): Optional<T> => ({ optional: schema })

/** An object with exactly the fields of a type: a field that the type has and the schema lacks does not compile. */
export function object<T>(description: string, fields: Fields<T>): Schema<T> {
  // The mapped type is a record of the two kinds of fields.
  const all = Object.entries(fields) as readonly (readonly [string, Schema<unknown> | Optional<unknown>])[]
  const properties = all.map(([key, field]) => [key, isOptional(field) ? field.optional.json : field.json] as const)
  const required = all.filter(([, field]) => !isOptional(field)).map(([key]) => key)
  const head = { type: 'object', description, properties: Object.fromEntries(properties) }
  return { json: { ...head, required, additionalProperties: false } }
}

/** An object whose keys are data. */
export const record = <T>(description: string, value: Schema<T>): Schema<{ readonly [key: string]: T }> => ({
  json: { type: 'object', description, additionalProperties: value.json },
})

/** An object with some keys of a closed list. */
export const partial = <T, Key extends string>(
  description: string,
  value: Schema<T>,
  keys: readonly Key[],
): Schema<{ readonly [Name in Key]?: T }> => ({
  json: { type: 'object', description, additionalProperties: value.json, propertyNames: { enum: [...keys] } },
})

/** A list of one kind of item. */
export const list = <T>(description: string, items: Schema<T>): Schema<readonly T[]> => ({
  json: { type: 'array', description, items: items.json },
})

/** A list of exactly two items. */
export const pair = <T>(description: string, item: Schema<T>): Schema<readonly [T, T]> => ({
  json: { type: 'array', description, items: item.json, minItems: 2, maxItems: 2 },
})

/** A text, of a form if one is given. */
export const text = <T extends string = string>(description: string, pattern?: string): Schema<T> => ({
  json: { type: 'string', description, ...(pattern === undefined ? {} : { pattern }) },
})

/** A list of texts. */
export const texts = <T extends string = string>(description: string): Schema<readonly T[]> => ({
  json: { type: 'array', description, items: { type: 'string' } },
})

/** One of the words of a closed list. */
export const oneOf = <T extends string>(description: string, words: readonly T[]): Schema<T> => ({
  json: { type: 'string', description, enum: [...words] },
})

/** The same for a union that has no list at run time: a word of it that is left out does not compile. */
export function wordOf<T extends string>(description: string, words: Readonly<Record<T, true>>): Schema<T> {
  // Object.keys of a record are its keys, which its type cannot say.
  return oneOf(description, Object.keys(words) as T[])
}

/** Exactly this text. */
export const constant = <const T extends string | number | boolean>(value: T): Schema<T> => ({ json: { const: value } })

/** A number of things. */
export const count = (description: string): Schema<number> => ({ json: { type: 'integer', description, minimum: 0 } })

/** Any whole or fractional number. */
export const number = (description: string): Schema<number> => ({ json: { type: 'number', description } })

/** True or false. */
export const flag = (description: string): Schema<boolean> => ({ json: { type: 'boolean', description } })

/** A value that can also be null. */
export const nullable = <T>(schema: Schema<T>): Schema<T | null> => ({
  json: { anyOf: [schema.json, { type: 'null' }] },
})

/** One of several forms. */
export const union = <T>(description: string, forms: readonly Schema<T>[]): Schema<T> => ({
  json: { description, anyOf: forms.map(({ json }) => json) },
})

/** A value whose form is not ours: an object of the vendor, or a row of a table. */
export const foreign = <T = unknown>(description: string, more: JsonObject = {}): Schema<T> => ({
  json: { description, ...more },
})

/** An ISO date, or an instant in UTC. */
export const instant = (description: string): Schema<string> =>
  text(description, '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?$')

/** The id of a rule. */
export const ruleId = (description: string): Schema<`${Uppercase<string>}-${number}`> =>
  text(description, '^[A-Z][A-Z0-9]*-\\d+$')

/** The version of the contract, first in every document of ours. */
export const version: Schema<1> = { json: { const: 1, description: 'The version of this document.' } }

/** An object that no type describes; its fields are verified against what the product writes. */
export const shape = (
  description: string,
  fields: Readonly<Record<string, Schema<unknown> | Optional<unknown>>>,
): Schema<unknown> => object<unknown>(description, fields as Fields<unknown>)
