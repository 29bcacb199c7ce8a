import { isMapping } from '../vocabulary/mapping.ts'

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  const entries = value instanceof Map ? [...value] : isMapping(value) ? Object.entries(value) : undefined
  if (entries === undefined) return value
  return entries
    .map(([key, part]) => [String(key).toLowerCase(), sorted(part)] as const)
    .sort(([one], [other]) => compareText(one, other))
}

/** Compares by code units, so the order is the same on every machine. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** A canonical text: equal for equal data, regardless of the order and the case of keys. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? ''
}
