import { expect, test } from 'vitest'
import type { JsonSchema } from './schema/parts.ts'
import { schemaOfTenantFile } from './tenant-file.schema.ts'

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every property of every object, by its path. */
function propertiesIn(schema: unknown, path: string): readonly (readonly [string, JsonSchema])[] {
  if (!isSchema(schema)) return []
  const own = isSchema(schema['properties']) ? Object.entries(schema['properties']) : []
  const parts = Object.entries(schema).filter(([key]) => key !== 'properties' && key !== 'examples')
  return [
    ...own.flatMap(([key, part]) => (isSchema(part) ? [[`${path}.${key}`, part] as const] : [])),
    ...own.flatMap(([key, part]) => propertiesIn(part, `${path}.${key}`)),
    ...parts.flatMap(([key, part]) => propertiesIn(part, `${path}/${key}`)),
  ]
}

const properties = propertiesIn(schemaOfTenantFile(), '')

test('every property has a description for editors, its own or that of what it refers to', () => {
  const definitions = Object(schemaOfTenantFile()['definitions'])
  const silent = properties.filter(([, schema]) => {
    const reference = schema['$ref']
    const described = typeof reference === 'string' ? definitions[reference.split('/').at(-1) ?? ''] : schema
    return typeof described?.description !== 'string'
  })
  expect(properties.length).toBeGreaterThan(150)
  expect(silent.map(([path]) => path)).toEqual([])
})

test('objects of our own know all their keys', () => {
  const open = properties.filter(([, { type, properties: own, additionalProperties: more }]) => {
    return type === 'object' && own !== undefined && more !== false
  })
  expect(open.map(([path]) => path)).toEqual([])
})
