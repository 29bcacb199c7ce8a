const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}|$)/

function visit(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const item of value) visit(item, found)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      if (typeof part === 'string' && /datetime$/i.test(key) && isoDate.test(part)) found.push(part.slice(0, 10))
      else visit(part, found)
    }
  }
}

/** The latest date in any object of an export (changes, synchronizations); the importer has no clock. */
export function latestDate(values: readonly unknown[]): string | undefined {
  const found: string[] = []
  for (const value of values) visit(value, found)
  return found.sort().at(-1)
}
