import { isMapping } from '../../vocabulary/mapping.ts'

const nameKeys = ['userPrincipalName', 'name', 'displayName', 'id', 'change'] as const

/** What an entry of a list is called; entries of one name are one thing. */
export function nameOfEntry(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry.toLowerCase()
  if (!isMapping(entry)) return undefined
  for (const key of nameKeys) {
    const value = entry[key]
    if (typeof value === 'string') return value.toLowerCase()
  }
  return undefined
}

/** The id of an entry of a list; undefined where it has none. */
export function idOf(entry: unknown): string | undefined {
  const id = isMapping(entry) ? entry['id'] : undefined
  return typeof id === 'string' ? id.toLowerCase() : undefined
}
