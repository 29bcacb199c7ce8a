import type { JsonSchema } from './parts.ts'

/** What Graph documents of an object beyond the settings that sign-ins depend on. */
export interface DocumentedObject {
  /** The page of the resource. */
  readonly page: string
  /** Documented keys on which no sign-in that is asked for depends. */
  readonly withoutEffect: readonly string[]
  /** Keys of ours that Graph returns as null where nothing is set. */
  readonly nullable?: readonly string[]
}

const comment = 'documented, without effect on sign-ins'

/** Whether a property of a schema is one that is accepted because Graph returns it, and read by nothing. */
export const isWithoutEffect = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && '$comment' in schema && schema.$comment === comment

/** The keys of an object schema that something reads. */
export const effectiveKeys = (properties: unknown): readonly string[] =>
  Object.entries(Object(properties)).flatMap(([key, part]) => (isWithoutEffect(part) ? [] : [key]))

function orNull(schema: unknown): JsonSchema {
  const own: JsonSchema = Object(schema)
  const choices = own['enum']
  return {
    ...own,
    type: [own['type'], 'null'].flat(),
    ...(Array.isArray(choices) ? { enum: [...choices, null] } : {}),
  }
}

/** The schema of an object that may be as Graph returns it: with annotations, null, and keys without effect. */
export function asReturned<Schema extends JsonSchema>(
  schema: Schema,
  { page, withoutEffect, nullable = [] }: DocumentedObject,
): Schema {
  const own: JsonSchema = Object(schema['properties'])
  const silent = withoutEffect
    .filter((key) => !Object.hasOwn(own, key))
    .map((key) => [key, { $comment: comment, description: `No sign-in depends on it: ${page}` }] as const)
  const open = nullable.map((key) => [key, orNull(own[key])] as const)
  return {
    ...schema,
    properties: { ...own, ...Object.fromEntries([...open, ...silent]) },
    patternProperties: { '@odata\\.|^[#@]': {} },
  }
}
