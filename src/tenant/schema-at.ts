import type { DocumentPath } from '../source/document/located-document.ts'
import type { JsonSchema } from './schema/parts.ts'

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

function resolved(root: JsonSchema, schema: unknown): JsonSchema | undefined {
  if (!isSchema(schema)) return undefined
  const reference = schema['$ref']
  if (typeof reference !== 'string') return schema
  const definitions = root['definitions']
  const found = isSchema(definitions) ? definitions[reference.slice('#/definitions/'.length)] : undefined
  return resolved(root, found)
}

/** The branch of a discriminated union that a value belongs to; the union itself when its tag tells none. */
function branchOf(root: JsonSchema, schema: JsonSchema, value: unknown): JsonSchema {
  const { discriminator, oneOf } = schema
  if (!isSchema(discriminator) || !Array.isArray(oneOf) || !isSchema(value)) return schema
  const tag = value[String(discriminator['propertyName'])]
  for (const one of oneOf) {
    const branch = resolved(root, one)
    const properties = branch?.['properties']
    const type = isSchema(properties) ? properties[String(discriminator['propertyName'])] : undefined
    if (isSchema(type) && type['const'] === tag) return branch ?? schema
  }
  return schema
}

function child(schema: JsonSchema, value: unknown, step: string): unknown {
  if (Array.isArray(value)) return schema['items']
  const properties = schema['properties']
  if (isSchema(properties) && Object.hasOwn(properties, step)) return properties[step]
  return schema['additionalProperties']
}

/** A part of a document with the schema it must fit. */
export interface SchemaAt {
  readonly schema: JsonSchema | undefined
  readonly value: unknown
}

/** The value at a path with its schema; for a union, the schema of its branch. */
export function schemaAt(root: JsonSchema, whole: unknown, path: DocumentPath): SchemaAt {
  let value = whole
  let schema: JsonSchema | undefined = branchOf(root, root, whole)
  for (const step of path) {
    const next: unknown = schema === undefined ? undefined : child(schema, value, String(step))
    value = Array.isArray(value) ? value[Number(step)] : isSchema(value) ? value[String(step)] : undefined
    const found = resolved(root, next)
    schema = found && branchOf(root, found, value)
  }
  return { schema, value }
}

/** The tags of a discriminated union. */
export function tagsOf(root: JsonSchema, schema: JsonSchema): readonly string[] {
  const { discriminator, oneOf } = schema
  if (!isSchema(discriminator) || !Array.isArray(oneOf)) return []
  return oneOf.flatMap((one) => {
    const properties = resolved(root, one)?.['properties']
    const type = isSchema(properties) ? properties[String(discriminator['propertyName'])] : undefined
    return isSchema(type) ? [String(type['const'])] : []
  })
}
