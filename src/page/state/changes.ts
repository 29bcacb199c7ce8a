import type { Purpose } from '../../vocabulary/requests.ts'
import type { CellSummary } from '../plan/cell-summary.ts'
import type { Person, Plan } from '../plan/plan.ts'
import { purposesFor, summaryFor, type Viewpoint } from './cell.ts'

/** Sign-ins with a different outcome than in the file: equal ones of many users and networks together. */
export interface Changed {
  readonly client: string
  readonly clientName: string
  readonly purposes: readonly Purpose[]
  readonly before: CellSummary | undefined
  readonly after: CellSummary | undefined
  readonly people: readonly Person[]
  readonly networks: readonly string[]
}

/** Two plans, each looked at from its own date. */
export interface Compared {
  readonly before: Plan
  readonly after: Plan
  readonly viewBefore: Omit<Viewpoint, 'network'>
  readonly viewAfter: Omit<Viewpoint, 'network'>
}

interface Open {
  readonly change: Omit<Changed, 'people' | 'networks' | 'purposes'> & { readonly purpose: Purpose }
  readonly people: Map<string, Person>
  readonly networks: Set<string>
}

/** A comparison in small pieces: each pair of classes, client and purpose is one piece. */
export interface Comparison {
  readonly pieces: readonly (() => void)[]
  readonly result: () => readonly Changed[]
}

/** Compares every sign-in of two plans. */
export function comparison(compared: Compared): Comparison {
  const found = new Map<string, Open>()
  const pairs = pairsOf(compared)
  const clients = [...new Set([...compared.before.tenant.clients.keys(), ...compared.after.tenant.clients.keys()])]
  const networks = [...compared.after.tenant.networks.keys()]
  const pieces = clients.flatMap((client) =>
    pairsWith(compared, pairs, client).map((pair) => () => {
      for (const network of networks) comparePair(compared, pair, client, network, found)
    }),
  )
  return {
    pieces,
    result: () => together([...found.values()]),
  }
}

/** Purposes whose answers look the same before and after, for the same people from the same networks, share a row. */
function together(found: readonly Open[]): readonly Changed[] {
  const rows = new Map<string, Changed>()
  for (const { change, people, networks } of found) {
    const { purpose, ...rest } = change
    const look = (summary: CellSummary | undefined): string => `${summary?.tone} ${summary?.note} ${summary?.by}`
    const key = JSON.stringify([rest.client, look(rest.before), look(rest.after), [...networks], [...people.keys()]])
    const same = rows.get(key)
    const purposes = [...(same?.purposes ?? []), purpose]
    rows.set(key, { ...rest, purposes, people: [...people.values()], networks: [...networks] })
  }
  return [...rows.values()]
}

interface Pair {
  readonly before: Person
  readonly after: Person
  readonly people: readonly Person[]
}

/** People who are equal before and after are compared once. */
function pairsOf({ before, after }: Compared): readonly Pair[] {
  const pairs = new Map<string, { readonly before: Person; readonly after: Person; readonly people: Person[] }>()
  for (const person of after.people) {
    const then = before.byName.get(person.name)
    if (then === undefined) continue
    const key = `${then.class} ${person.class}`
    const pair = pairs.get(key)
    if (pair === undefined) pairs.set(key, { before: then, after: person, people: [person] })
    else pair.people.push(person)
  }
  return [...pairs.values()]
}

/** The pairs as they are compared with a client: those are one whose every sign-in with it has the same outcome. */
function pairsWith({ before, after }: Compared, pairs: readonly Pair[], client: string): readonly Pair[] {
  const found = new Map<string, Pair>()
  for (const pair of pairs) {
    const then = before.grouped?.alike(pair.before.class, client) ?? `class ${pair.before.class}`
    const now = after.grouped?.alike(pair.after.class, client) ?? `class ${pair.after.class}`
    const key = `${then}\n${now}`
    const known = found.get(key)
    found.set(key, known === undefined ? pair : { ...known, people: [...known.people, ...pair.people] })
  }
  return [...found.values()]
}

function comparePair(compared: Compared, pair: Pair, name: string, network: string, found: Map<string, Open>): void {
  const { before, after, viewBefore, viewAfter } = compared
  const clientThen = before.tenant.clients.get(name)
  const clientNow = after.tenant.clients.get(name)
  const purposes = new Set<Purpose>([
    ...(clientThen === undefined ? [] : purposesFor(before, pair.before, clientThen, viewBefore.at)),
    ...(clientNow === undefined ? [] : purposesFor(after, pair.after, clientNow, viewAfter.at)),
  ])
  for (const purpose of purposes) {
    const then = clientThen && summaryFor(before, pair.before, clientThen, purpose, { ...viewBefore, network })
    const now = clientNow && summaryFor(after, pair.after, clientNow, purpose, { ...viewAfter, network })
    if (then?.signature === now?.signature) continue
    const key = `${name}\n${purpose}\n${then?.signature ?? ''}\n${now?.signature ?? ''}`
    const clientName = (clientNow ?? clientThen)?.displayName ?? name
    const open = found.get(key) ?? {
      change: { client: name, clientName, purpose, before: then, after: now },
      people: new Map<string, Person>(),
      networks: new Set<string>(),
    }
    for (const person of pair.people) open.people.set(person.name, person)
    open.networks.add(network)
    found.set(key, open)
  }
}

/** How many users a list of changes concerns. */
export function peopleIn(changes: readonly Changed[]): number {
  const all = new Map(changes.flatMap(({ people }) => people.map((person) => [person.name, person.count] as const)))
  return [...all.values()].reduce((sum, count) => sum + count, 0)
}
