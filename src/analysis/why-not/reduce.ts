import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { isNamed } from './lever.ts'

const userKeys = ['userPrincipalName', 'id', 'displayName']

/** All texts of a value, in lower case. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value.toLowerCase())
  else if (Array.isArray(value)) for (const item of value) collect(item, into)
  else if (isMapping(value)) for (const item of Object.values(value)) collect(item, into)
}

function isMentioned(item: unknown, keys: readonly string[], mentioned: ReadonlySet<string>): boolean {
  if (typeof item === 'string') return mentioned.has(item.toLowerCase())
  if (!isMapping(item)) return true
  return keys.some((key) => typeof item[key] === 'string' && mentioned.has(String(item[key]).toLowerCase()))
}

/** Whether a user is the one of a name, or one whom a file names outside of its users. */
export function namedOutside({ users: _, ...others }: Mapping, name: string): (user: unknown) => boolean {
  const mentioned = new Set<string>()
  collect(others, mentioned)
  return (user) => isNamed(user, name, userKeys) || isMentioned(user, userKeys, mentioned)
}

/**
 * Removes the users and clients that are unrelated to one sign-in and not named elsewhere, so that the document reloads
 * quickly. Users whom a client that is kept names are kept: without them the document would not be valid.
 */
export function reducer(file: Mapping, user: string): (value: unknown, client: string) => unknown {
  const { users: _users, clients: _clients, ...others } = file
  const mentioned = new Set<string>()
  collect(others, mentioned)
  return (value, client) => {
    if (!isMapping(value)) return value
    const { users, clients } = value
    const keptClients = Array.isArray(clients)
      ? clients.filter((one) => isNamed(one, client, ['name']) || isMentioned(one, ['name', 'displayName'], mentioned))
      : clients
    const byClients = new Set<string>()
    collect(keptClients, byClients)
    const isUser = (one: unknown): boolean =>
      isNamed(one, user, userKeys) || isMentioned(one, userKeys, mentioned) || isMentioned(one, userKeys, byClients)
    const keptUsers = Array.isArray(users) ? users.filter(isUser) : users
    return {
      ...value,
      ...(users === undefined ? {} : { users: keptUsers }),
      ...(clients === undefined ? {} : { clients: keptClients }),
    }
  }
}
