import type { Population } from '../../analysis/population/population.ts'
import { cidrContains, parseCidr } from '../../source/text/parse-cidr.ts'
import { normalizeUser } from '../../tenant/normalize-users.ts'
import { ownClient } from '../../tenant/own-client.ts'
import type { Network, Tenant, TenantClient, User } from '../../tenant/tenant.ts'
import type { ClientFile } from '../../tenant/tenant-file.ts'

/** A tenant with what logs add: clients by their capabilities, undeclared people, an outside network. */
export interface Stage {
  /** The network that an address belongs to, or the outside network. */
  readonly networkAt: (address: string) => Network
  /** The user that represents a class of the log. */
  readonly userOf: (label: string, guest: boolean) => User
  /** The client with these capabilities. */
  readonly clientOf: (file: ClientFile, registered: boolean | undefined) => TenantClient
  /** The tenant with everything requested so far; call it once, after all shapes were read. */
  readonly tenant: () => Tenant
}

const outsideName = 'recorded sign-ins'

/** What is known of an undeclared user: the domain of the name, an id that a policy names, or whether it is a guest. */
function unlisted({ surroundings }: Tenant, label: string, guest: boolean): User {
  const id = label.startsWith('id:') ? { id: label.slice(3) } : {}
  const domain = label.startsWith('@') ? label : '@not-in-the-tenant-file'
  const file = { userPrincipalName: `someone${domain}`, ...id, ...(guest ? { userType: 'Guest' as const } : {}) }
  return normalizeUser(file, { ...surroundings, groupsDeclared: false })
}

/** A stage for a population; `side` is its index within the class labels. */
export function stageOf({ tenant: declared, classes }: Population, side = 0): Stage {
  const users = new Map(declared.users)
  const clients = new Map(declared.clients)
  const outside: Network = { origins: {}, assumed: {}, name: outsideName, inside: false, ranges: [] }
  const networks = new Map([...declared.networks, [outsideName, outside]])
  const byLabel = new Map(classes.map(({ index, representative }) => [`${index}`, representative]))
  const userOf = (label: string, guest: boolean): User => {
    const listed = users.get(byLabel.get(label.split('/')[side] ?? '') ?? '')
    if (listed !== undefined) return listed
    const made = unlisted(declared, label, guest)
    const known = users.get(made.userPrincipalName)
    if (known === undefined) users.set(made.userPrincipalName, made)
    return known ?? made
  }
  const clientOf = (file: ClientFile, registered: boolean | undefined): TenantClient => {
    const name = `${file.name}${registered === undefined ? '' : registered ? ', known device' : ', unknown device'}`
    const known = clients.get(name)
    if (known !== undefined) return known
    const made = clientFrom(name, file, registered)
    clients.set(name, made)
    return made
  }
  return {
    networkAt: networkFinder(declared, outside),
    userOf,
    clientOf,
    tenant: () => ({ ...declared, users, clients, networks }),
  }
}

/** Finds networks by address, each address once. */
function networkFinder({ networks }: Tenant, outside: Network): Stage['networkAt'] {
  const known = new Map<string, Network>()
  const parsed = [...networks.values()].map((network) => ({
    network,
    ranges: network.ranges.flatMap((range) => parseCidr(range) ?? []),
  }))
  return (address) => {
    const before = known.get(address)
    if (before !== undefined) return before
    const one = parseCidr(address)
    const found = parsed.find(({ ranges }) => one !== undefined && ranges.some((range) => cidrContains(range, one)))
    known.set(address, found?.network ?? outside)
    return found?.network ?? outside
  }
}

function clientFrom(name: string, file: ClientFile, registered: boolean | undefined): TenantClient {
  const device =
    registered === false ? { origins: {}, assumed: {}, name: 'recorded device', registered, properties: {} } : undefined
  return {
    origins: {},
    assumed: {},
    name,
    displayName: name,
    product: { ...ownClient({ ...file, name }), id: name },
    registry: {},
    ...(device === undefined ? {} : { device }),
  }
}
