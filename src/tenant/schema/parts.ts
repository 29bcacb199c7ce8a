/** A JSON Schema, draft 7. `title` is the field's word for a thing, `$comment` the form its text must have. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** The properties of an object schema by name. */
export type Properties = { readonly [name: string]: JsonSchema }

/** An object with no other keys than these; the title has its article: `a domain`. */
export function object(title: string, description: string, properties: Properties, required: readonly string[] = []) {
  return { type: 'object', title, description, properties, required, additionalProperties: false }
}

/** A text that is not empty. */
export function text(title: string, description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'string', title, description, minLength: 1, ...more }
}

/** One of a few words. */
export function oneOf(title: string, description: string, values: readonly string[]): JsonSchema {
  return { type: 'string', title, description, enum: values }
}

/** True or false. */
export function flag(title: string, description: string): JsonSchema {
  return { type: 'boolean', title, description }
}

/** True, false, or null if the product has a third state. */
export function flagOrNull(title: string, description: string): JsonSchema {
  return { type: ['boolean', 'null'], title, description }
}

/** A list of one kind of item. */
export function list(title: string, description: string, items: JsonSchema, more: JsonSchema = {}): JsonSchema {
  return { type: 'array', title, description, items, ...more }
}

/** A list of texts; the item's title says what each is. */
export function names(title: string, description: string, item: string): JsonSchema {
  return list(title, description, text(item, `One ${item}.`))
}

/** A whole number within bounds. */
export function wholeNumber(title: string, description: string, minimum: number, maximum?: number): JsonSchema {
  return { type: 'integer', title, description, minimum, ...(maximum === undefined ? {} : { maximum }) }
}

/** An ISO date, which is its first instant in UTC, or an instant with offset. */
export function instant(title: string, description: string): JsonSchema {
  return text(title, `${description} An ISO date (its first instant in UTC) or an instant with offset.`, {
    $comment: 'instant',
    pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?$',
    examples: ['2019-10-01', '2019-10-01T09:30:00+02:00'],
  })
}

/** An ISO 8601 duration without months and years. */
export function duration(title: string, description: string): JsonSchema {
  return text(title, `${description} An ISO 8601 duration such as \`PT3H\`.`, {
    $comment: 'duration',
    pattern: '^P(\\d+W|(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?)$',
    examples: ['PT3H', 'P1D'],
  })
}

/** A build of Office: its numbers, by dots. */
export function build(title: string, description: string): JsonSchema {
  return text(title, `${description} Three or four numbers, as written by the vendor.`, {
    $comment: 'a build number',
    pattern: '^\\d+(\\.\\d+){1,2}[.-]\\d+$',
    examples: ['16.0.4266.1001'],
  })
}

/** An address or a range in CIDR notation. */
export function cidr(title: string, description: string): JsonSchema {
  return text(title, `${description} An address or a range in CIDR notation.`, {
    $comment: 'cidr',
    pattern: '^[0-9A-Fa-f:.]+(/\\d{1,3})?$',
    examples: ['203.0.113.0/24', '2001:db8::/32'],
  })
}
