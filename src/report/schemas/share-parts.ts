import type { Json, JsonObject } from '../json/json-value.ts'

/** Shorter parts are not worth a name. */
const leastLength = 160

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPart = (value: Json): value is JsonObject => isObject(value) && typeof value['description'] === 'string'

function countParts(value: Json, counts: Map<string, number>): void {
  if (Array.isArray(value)) for (const item of value) countParts(item, counts)
  if (!isObject(value)) return
  if (isPart(value)) {
    const text = JSON.stringify(value)
    const seen = (counts.get(text) ?? 0) + 1
    counts.set(text, seen)
    // What is inside an equal part is shared with it.
    if (seen > 1) return
  }
  for (const part of Object.values(value)) countParts(part, counts)
}

function freeName(part: JsonObject, taken: ReadonlyMap<string, Json>): string {
  const words = `${part['description']}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const name = words
    .replace(/^(?:the|an?|one)-/, '')
    .replace(/-$/, '')
    .slice(0, 40)
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}-${count}`
    if (!taken.has(candidate)) return candidate
  }
}

/** The schema with each part that occurs more than once moved to `definitions`. */
export function shareParts(schema: JsonObject): JsonObject {
  const counts = new Map<string, number>()
  for (const part of Object.values(schema)) countParts(part, counts)
  const names = new Map<string, string>()
  const definitions = new Map<string, Json>()
  const inside = (value: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, visit(part)]))
  function visit(value: Json): Json {
    if (Array.isArray(value)) return value.map(visit)
    if (!isObject(value)) return value
    const text = JSON.stringify(value)
    if (!isPart(value) || text.length < leastLength || (counts.get(text) ?? 0) < 2) return inside(value)
    let name = names.get(text)
    if (name === undefined) {
      name = freeName(value, definitions)
      names.set(text, name)
      definitions.set(name, {})
      definitions.set(name, inside(value))
    }
    return { $ref: `#/definitions/${name}` }
  }
  const shared = inside(schema)
  return definitions.size === 0 ? shared : { ...shared, definitions: Object.fromEntries(definitions) }
}
