import type { JsonSchema } from './parts.ts'

/** Objects with fewer properties stay where they are. */
const leastProperties = 2

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

function nameOf(schema: JsonSchema, taken: JsonSchema): string {
  const title = String(schema['title'] ?? 'part').replace(/^(an?|the|this) /, '')
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  let free = name
  for (let count = 2; Object.hasOwn(taken, free); count += 1) free = `${name}-${count}`
  return free
}

/** The schema with its objects moved to `definitions`: the compiled validator is then many small functions, of which a file runs few. */
export function hoistObjects(root: JsonSchema): JsonSchema {
  const definitions: Record<string, unknown> = {}
  function visit(value: unknown, top: boolean): unknown {
    if (Array.isArray(value)) return value.map((item) => visit(item, false))
    if (!isSchema(value)) return value
    const properties = value['properties']
    const hoisted =
      !top && isSchema(properties) && Object.keys(properties).length >= leastProperties && 'title' in value
    const name = hoisted ? nameOf(value, definitions) : ''
    if (hoisted) definitions[name] = {}
    const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, visit(part, false)]))
    if (!hoisted) return copy
    definitions[name] = copy
    return { $ref: `#/definitions/${name}` }
  }
  const copy = visit(root, true)
  return { ...(isSchema(copy) ? copy : {}), definitions }
}
