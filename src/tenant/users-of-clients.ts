import type { ClientName, UserName } from '../vocabulary/requests.ts'
import { userAmong } from './find.ts'
import type { TenantClient, User } from './tenant.ts'

/** The clients with the people whom they name, by whichever name, under their user principal names. */
export function withUsersNamed(
  clients: ReadonlyMap<ClientName, TenantClient>,
  users: ReadonlyMap<UserName, User>,
): ReadonlyMap<ClientName, TenantClient> {
  const named = (text: string): string => userAmong(users, text)?.userPrincipalName ?? text
  return new Map(
    [...clients].map(([name, client]) => [
      name,
      client.users === undefined ? client : { ...client, users: client.users.map(named) },
    ]),
  )
}
