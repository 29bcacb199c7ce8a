import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { isNamed } from './lever.ts'

const userKeys = ['userPrincipalName', 'id', 'displayName']

/** All texts of a value, in lower case. */
function textsIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value.toLowerCase())
  else if (Array.isArray(value)) for (const item of value) textsIn(item, found)
  else if (isMapping(value)) for (const item of Object.values(value)) textsIn(item, found)
  return found
}

function isMentioned(item: unknown, keys: readonly string[], mentioned: ReadonlySet<string>): boolean {
  if (typeof item === 'string') return mentioned.has(item.toLowerCase())
  if (!isMapping(item)) return true
  return keys.some((key) => typeof item[key] === 'string' && mentioned.has(String(item[key]).toLowerCase()))
}

/** Whether a user is the one of a name, or mentioned in some texts. */
const isNeeded =
  (name: string, ...mentioned: readonly ReadonlySet<string>[]) =>
  (user: unknown): boolean =>
    isNamed(user, name, userKeys) || mentioned.some((some) => isMentioned(user, userKeys, some))

/** Whether a user is the one of a name, or one whom a file names outside of its users. */
export const namedOutside = ({ users: _, ...others }: Mapping, name: string): ((user: unknown) => boolean) =>
  isNeeded(name, textsIn(others))

/**
 * Removes the users and clients that are unrelated to one sign-in and not named elsewhere, so that the document reloads
 * quickly. Users whom a client that is kept names are kept: without them the document would not be valid.
 */
export function reducer(file: Mapping, user: string): (value: unknown, client: string) => unknown {
  const { users: _users, clients: _clients, ...others } = file
  const mentioned = textsIn(others)
  return (value, client) => {
    if (!isMapping(value)) return value
    const { users, clients } = value
    const keptClients = Array.isArray(clients)
      ? clients.filter((one) => isNamed(one, client, ['name']) || isMentioned(one, ['name', 'displayName'], mentioned))
      : clients
    const keptUsers = Array.isArray(users) ? users.filter(isNeeded(user, mentioned, textsIn(keptClients))) : users
    return {
      ...value,
      ...(users === undefined ? {} : { users: keptUsers }),
      ...(clients === undefined ? {} : { clients: keptClients }),
    }
  }
}
