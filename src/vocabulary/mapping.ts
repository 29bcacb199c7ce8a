/** Plain data with keys, as a YAML or JSON document holds it. */
export type Mapping = Readonly<Record<string, unknown>>

/** Whether a value is a mapping, and not a list or a plain value. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
