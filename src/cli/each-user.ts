import { simulateSession } from '../simulate/simulate-session.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { ClientRequest, UserName } from '../vocabulary/requests.ts'
import type { PlayedClasses } from './play-classes.ts'
import type { Session } from './request-options.ts'

/** The sign-ins of every user that the classes stand for, where only those of one user of each class were played. */
export function sessionsOfEach(tenant: Tenant, played: PlayedClasses): Iterable<Session> {
  return {
    [Symbol.iterator]: () => (tenant.population === undefined ? playedForEach(tenant, played) : renamedForEach(played)),
  }
}

/** Users of the tenant file, in its order: each one is played, since people of one class have names of their own. */
function* playedForEach(tenant: Tenant, { everyClass, sessions }: PlayedClasses): Generator<Session> {
  const requests = new Map<UserName, ClientRequest[]>()
  for (const { request } of sessions) {
    const known = requests.get(request.user)
    if (known === undefined) requests.set(request.user, [request])
    else known.push(request)
  }
  const byMember = new Map<UserName, readonly ClientRequest[]>()
  for (const { representative, members = [representative] } of everyClass)
    for (const member of members) byMember.set(member, requests.get(representative) ?? [])
  for (const user of new Set([...tenant.users.keys(), ...byMember.keys()]))
    for (const request of byMember.get(user) ?? []) {
      const own = { ...request, user }
      yield { request: own, traces: simulateSession(tenant, own) }
    }
}

/** Users of files beside, which are too many to be played one by one. */
function* renamedForEach({ everyClass, sessions }: PlayedClasses): Generator<Session> {
  const members = new Map(everyClass.map((one) => [one.representative, one.members ?? [one.representative]]))
  for (const { request, traces } of sessions)
    for (const user of members.get(request.user) ?? [])
      yield {
        request: { ...request, user },
        traces: traces.map((trace) => ({ ...trace, request: { ...trace.request, user } })),
      }
}
