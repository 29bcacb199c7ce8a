import type { Declared } from '../../tenant/declared.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'

/** Maps objects of one plan to those of another, by name. */
export interface NameMatch {
  readonly clients: ReadonlyMap<string, string>
  readonly networks: ReadonlyMap<string, string>
  readonly users: ReadonlyMap<string, string>
}

/** The content of an object, without its name and location. */
function content(thing: Declared & { readonly displayName?: string; readonly name?: string }): string {
  const { name: _name, displayName: _shown, origin: _origin, origins: _origins, ...rest } = thing
  return JSON.stringify(rest, (_, value: unknown) =>
    value instanceof Set || value instanceof Map ? [...value] : value,
  )
}

type Key<T> = (name: string, thing: T) => string | undefined

/** Pairs objects of two lists by the first distinguishing key; a key that two objects share is ignored. */
function matched<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  keys: readonly Key<T>[],
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  const taken = new Set<string>()
  for (const key of keys) {
    const free = indexed(before, key, taken)
    const others = indexed(after, key, new Set(pairs.keys()))
    for (const [text, name] of others) {
      const here = free.get(text)
      if (here === undefined || name === undefined) continue
      pairs.set(name, here)
      taken.add(here)
    }
  }
  return pairs
}

/** Unpaired objects by key; undefined for an ambiguous key. */
function indexed<T>(things: ReadonlyMap<string, T>, key: Key<T>, taken: ReadonlySet<string>) {
  const found = new Map<string, string | undefined>()
  for (const [name, thing] of things) {
    const text = taken.has(name) ? undefined : key(name, thing)
    if (text !== undefined) found.set(text, found.has(text) ? undefined : name)
  }
  return found
}

const exact = (name: string): string => name
const folded = (name: string): string => name.toLowerCase()
const sameId: Key<User> = (_, { id }) => id?.toLowerCase()
const sameDisplayName: Key<User> = (name, { displayName }) =>
  displayName === name ? undefined : displayName.toLowerCase()

/**
 * Matches the objects of two plans: by name, by name ignoring case, people by id or display name, others by content.
 */
export function matchNames(before: Tenant, after: Tenant): NameMatch {
  return {
    clients: matched(before.clients, after.clients, [exact, folded, (_, client) => content(client)]),
    networks: matched(before.networks, after.networks, [exact, folded, (_, network) => content(network)]),
    users: matched(before.users, after.users, [exact, folded, sameId, sameDisplayName]),
  }
}
