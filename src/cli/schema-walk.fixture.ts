/** A part of a JSON Schema. */
export type Part = Readonly<Record<string, unknown>>

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The properties of a part; none if it does not name them. */
export const propertiesOf = (part: Part): Readonly<Record<string, Part>> =>
  // A schema of ours holds parts under the names of properties.
  isPart(part['properties']) ? (part['properties'] as Readonly<Record<string, Part>>) : {}

function resolved(root: Part, part: Part): Part {
  const reference = part['$ref']
  if (typeof reference !== 'string') return part
  const definitions = root['definitions']
  const found = isPart(definitions) ? definitions[reference.replace('#/definitions/', '')] : undefined
  if (!isPart(found)) throw new Error(`no ${reference}`)
  return found
}

/** Whether a value can be of this form, seen from its own keys and constants. */
function fits(root: Part, given: Part, value: unknown): boolean {
  const part = resolved(root, given)
  if (!isPart(value)) return propertiesOf(part) !== undefined && part['type'] !== 'object'
  const properties = propertiesOf(part)
  if (part['type'] !== 'object') return false
  return Object.entries(value).every(([key, one]) => {
    const field = properties[key]
    if (field === undefined) return part['additionalProperties'] !== false
    const { const: only, enum: words } = resolved(root, field)
    return (only === undefined || only === one) && (!Array.isArray(words) || words.includes(one))
  })
}

/** Notes every property of a schema that a document has: `definition or path` and the name of the property. */
export function noteProperties(root: Part, given: Part, value: unknown, seen: Map<Part, Set<string>>): void {
  const part = resolved(root, given)
  const forms = part['anyOf']
  if (Array.isArray(forms)) {
    for (const form of forms) if (isPart(form) && fits(root, form, value)) noteProperties(root, form, value, seen)
    return
  }
  if (Array.isArray(value)) {
    const items = part['items']
    if (isPart(items)) for (const item of value) noteProperties(root, items, item, seen)
    return
  }
  if (!isPart(value)) return
  const properties = propertiesOf(part)
  const noted = seen.get(part) ?? new Set()
  seen.set(part, noted)
  for (const [key, one] of Object.entries(value)) {
    const further = part['additionalProperties']
    const field = properties[key] ?? (isPart(further) ? further : undefined)
    if (field === undefined) continue
    noted.add(key)
    noteProperties(root, field, one, seen)
  }
}

/** Every part of a schema that describes an object, with a name for messages. */
export function objectParts(root: Part): readonly (readonly [name: string, part: Part])[] {
  const found: (readonly [string, Part])[] = []
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, `${path}/${index}`)
    if (!isPart(value)) return
    if (value['type'] === 'object') found.push([path, value])
    for (const [key, part] of Object.entries(value)) if (key !== 'enum') visit(part, `${path}/${key}`)
  }
  visit(root, '')
  return found
}
