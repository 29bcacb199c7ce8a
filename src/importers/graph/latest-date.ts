const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}|$)/

function visit(value: unknown, latest: string): string {
  if (Array.isArray(value)) return value.reduce<string>((last, item) => visit(item, last), latest)
  if (typeof value !== 'object' || value === null) return latest
  let last = latest
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'string') last = visit(part, last)
    else if (part > last && /datetime$/i.test(key) && isoDate.test(part)) last = part.slice(0, 10)
  }
  return last
}

/** The latest date in any object of an export (changes, synchronizations); the importer has no clock. */
export function latestDate(values: readonly unknown[]): string | undefined {
  return visit(values, '') || undefined
}
