import { type Homes, type ModernAuthPlace, type Topology, topologies } from '../catalog/topologies.ts'
import type { Tenant } from './tenant.ts'

/** The homes of a user as far as they are stated. */
export interface StatedHomes {
  readonly mailbox?: string | undefined
  readonly registrar?: string | undefined
}

type StateOf = (place: ModernAuthPlace) => 'on' | 'off' | undefined
type AuthorityOf = (place: ModernAuthPlace) => string | undefined

const places: readonly ModernAuthPlace[] = [
  'exchange-online',
  'exchange-server',
  'skype-for-business-online',
  'skype-for-business-server',
]

const homeKey = ({ mailbox, registrar }: StatedHomes): string => `${mailbox} ${registrar}`

/** A place must be on where the topology has it on, and off elsewhere, unless the page says nothing of it. */
function matchesTopology(topology: Topology, used: ReadonlySet<string>, stateOf: StateOf): boolean {
  return places.every((place) => {
    if (!used.has(place) || topology.modernNotStated.includes(place)) return true
    return stateOf(place) === (topology.modernOn.includes(place) ? 'on' : 'off')
  })
}

/** Who authorizes at a place that has modern authentication must be whom the topology names, where both say it. */
function authoritiesFit(topology: Topology, used: ReadonlySet<string>, authorityOf: AuthorityOf): boolean {
  return topology.modernOn.every((place) => {
    const stated = used.has(place) ? authorityOf(place) : undefined
    const published = topology.authorization[place]
    return stated === undefined || published === undefined || stated === published
  })
}

/** The published topology with just these homes or the fewest more, and this state of modern authentication. */
export function publishedTopology(
  stated: readonly StatedHomes[],
  stateOf: StateOf,
  authorityOf: AuthorityOf,
  declares: (place: string) => boolean,
): Topology | undefined {
  const known = new Set(topologies.flatMap(({ homes }) => homes.map(homeKey)))
  const homes = new Set(stated.map(homeKey).filter((key) => known.has(key)))
  if (homes.size === 0) return undefined
  const used = new Set([...homes].flatMap((key) => key.split(' ')))
  const covers = (list: readonly Homes[]): boolean => {
    const keys = new Set(list.map(homeKey))
    return [...homes].every((key) => keys.has(key))
  }
  return topologies
    .filter((topology) => covers(topology.homes))
    .filter(({ homes: all }) => all.every(({ mailbox, registrar }) => declares(mailbox) && declares(registrar)))
    .filter((topology) => matchesTopology(topology, used, stateOf) && authoritiesFit(topology, used, authorityOf))
    .sort((one, other) => one.homes.length - other.homes.length)[0]
}

/** The published topology of Skype for Business and Exchange that a tenant is, if it is one. */
export function topologyOf(tenant: Tenant): Topology | undefined {
  return publishedTopology(
    [...tenant.users.values()],
    (place) => tenant.workloads.get(place)?.modernAuthentication,
    (place) => tenant.workloads.get(place)?.modernAuthority,
    // A place is one of the names of a workload or none of them.
    (place) => [...tenant.workloads.keys()].some((name) => name === place),
  )
}
