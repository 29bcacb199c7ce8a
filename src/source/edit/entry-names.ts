import { isMapping } from '../../vocabulary/mapping.ts'

const nameKeys = ['userPrincipalName', 'name', 'displayName', 'id', 'change'] as const

/** The name of a list entry; entries with the same name are the same object. */
export function nameOfEntry(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry.toLowerCase()
  if (!isMapping(entry)) return undefined
  for (const key of nameKeys) {
    const value = entry[key]
    if (typeof value === 'string') return value.toLowerCase()
  }
  return undefined
}

/** The id of a list entry; undefined if it has none. */
export function idOf(entry: unknown): string | undefined {
  const id = isMapping(entry) ? entry['id'] : undefined
  return typeof id === 'string' ? id.toLowerCase() : undefined
}
