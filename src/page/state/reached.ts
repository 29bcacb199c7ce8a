import type { TenantClient } from '../../tenant/tenant.ts'
import { contacted } from '../../trace/views.ts'
import type { Purpose } from '../../vocabulary/requests.ts'
import type { CellSummary } from '../plan/cell-summary.ts'
import type { Person, Plan } from '../plan/plan.ts'
import { purposesFor, summaryOf, tracesFor, type Viewpoint } from './cell.ts'

/** Sign-ins that a service or verifier takes part in: those of one client with the same outcome. */
export interface Reaching {
  readonly client: TenantClient
  readonly summary: CellSummary
  readonly purposes: ReadonlySet<Purpose>
  readonly people: ReadonlyMap<string, Person>
}

interface Played {
  readonly summary: CellSummary
  readonly takesPart: boolean
}

type TakesPart = (person: Person, actor: string) => boolean

interface Open extends Reaching {
  readonly purposes: Set<Purpose>
  readonly people: Map<string, Person>
}

/** Plays every sign-in from one network, once for equal users, and keeps those that this participant takes part in. */
export function* reaching(
  plan: Plan,
  view: Viewpoint,
  takesPart: TakesPart,
): Generator<undefined, readonly Reaching[]> {
  const found = new Map<string, Open>()
  for (const client of plan.tenant.clients.values()) {
    const played = new Map<string, Played | undefined>()
    for (const person of plan.people)
      for (const purpose of purposesFor(plan, person, client, view.at)) {
        const key = `${person.class} ${purpose}`
        if (!played.has(key)) {
          played.set(key, play(plan, view, { person, client, purpose }, takesPart))
          yield
        }
        const one = played.get(key)
        if (one?.takesPart === true) add(found, { client, person, purpose, summary: one.summary })
      }
  }
  return [...found.values()]
}

interface Asked {
  readonly person: Person
  readonly client: TenantClient
  readonly purpose: Purpose
}

function play(
  plan: Plan,
  view: Viewpoint,
  { person, client, purpose }: Asked,
  takesPart: TakesPart,
): Played | undefined {
  const { network, at, signals } = view
  const traces = tracesFor(plan, { user: person.name, client: client.name, purpose, network, at, signals }, person)
  if (traces.length === 0) return undefined
  const part = traces.some((trace) => contacted(trace).some((actor) => takesPart(person, actor)))
  return { summary: summaryOf(traces, purpose), takesPart: part }
}

function add(found: Map<string, Open>, { client, person, purpose, summary }: Asked & Pick<Reaching, 'summary'>): void {
  const key = `${client.name}\n${summary.tone}\n${summary.note}`
  const known = found.get(key) ?? { client, summary, purposes: new Set<Purpose>(), people: new Map<string, Person>() }
  found.set(key, known)
  known.purposes.add(purpose)
  known.people.set(person.name, person)
}
