import type { ArchitectureLink, ArchitectureView } from '../../report/drawing/architecture-view.ts'
import { messageSentence } from '../../report/wording/messages.ts'
import { nameOf } from '../../report/wording/outcomes.ts'
import { capital } from '../../report/wording/phrasing.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { messages } from '../../trace/views.ts'
import type { ActorId } from '../../vocabulary/actors.ts'

/** One message of a traced sign-in, between which boxes, and in words. */
export interface Hop {
  readonly from: string
  readonly to: string
  readonly words: string
}

/** Where a sign-in goes in the picture. */
export interface Route {
  readonly boxes: ReadonlySet<string>
  readonly links: ReadonlySet<ArchitectureLink>
  readonly hops: readonly Hop[]
}

/** The box that stands for a participant of this user's sign-ins. */
function boxOf(tenant: Tenant, user: string, actor: ActorId): string {
  if (actor === 'user') return 'people'
  if (actor === 'client') return 'clients'
  if (actor !== 'federated-idp') return actor
  return `provider ${tenant.users.get(user)?.domain?.identityProvider?.name ?? ''}`
}

const pair = (one: string, other: string): string => [one, other].sort().join('\n')

/** The boxes, connections and messages of a session. */
export function routeOf(tenant: Tenant, { links }: ArchitectureView, traces: readonly Trace[]): Route {
  const user = traces[0]?.request.user ?? ''
  const box = (actor: ActorId): string => boxOf(tenant, user, actor)
  const hops = traces.flatMap((trace) =>
    messages(trace).map(({ from, to, message }): Hop => {
      const words = messageSentence(message, nameOf([trace], from), nameOf([trace], to), from === 'client')
      return { from: box(from), to: box(to), words: capital(words) }
    }),
  )
  const networks = traces.map(({ request }) => `network ${request.network}`)
  const boxes = new Set([...hops.flatMap(({ from, to }) => [from, to]), ...networks])
  const met = new Set(hops.map(({ from, to }) => pair(from, to)))
  const issued = new Set(
    traces.flatMap(({ issuer, request }) =>
      issuer === undefined || issuer === 'relying-party' ? [] : [pair(box(request.relyingParty), box(issuer))],
    ),
  )
  const isOn = ({ from, to, kind }: ArchitectureLink): boolean => {
    if (kind === 'federation') return boxes.has(from) && boxes.has(to)
    return met.has(pair(from, to)) || (kind === 'trust' && boxes.has(to) && issued.has(pair(from, to)))
  }
  return { boxes, links: new Set(links.filter(isOn)), hops }
}
