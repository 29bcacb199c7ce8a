import { isSupported } from '../catalog/client-support.ts'
import { catalogClient } from '../tenant/normalize-clients.ts'
import type { Tenant, TenantClient, User } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { WorkloadName } from '../vocabulary/actors.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import { type ClientRequest, type Instant, type Purpose, purposes, type Signals } from '../vocabulary/requests.ts'
import { administrationHome } from './administration-home.ts'
import { mailboxHome, registrarHome, speaksSip } from './plan-legs.ts'

/** Which part of all sign-ins to ask for; a name must be one that the tenant or the catalog has. */
export interface RequestFilter {
  readonly user?: string
  readonly client?: string
  readonly purpose?: Purpose
  readonly network?: string
  readonly at?: Instant
  readonly signals?: Signals
  readonly presents?: Credential
  readonly application?: string
  /** Where the file is silent on clients: those without support too. */
  readonly allClients?: boolean
}

const selfService = new Set<Purpose>([
  'register-for-mfa',
  'create-app-password',
  'delete-app-password',
  'register-device',
  'set-up-hello',
])

/**
 * Every sign-in of the tenant: user by client by purpose by network, in the order of the file. Purposes whose service the
 * tenant does not have are left out, and so is self-service, unless asked for.
 */
export function* planRequests(declared: Tenant, filter: RequestFilter = {}): Iterable<ClientRequest> {
  const at = filter.at ?? declared.asOf
  const tenant = tenantAt(declared, at)
  const clients = filter.client === undefined ? clientsInUse(tenant, filter) : [clientNamed(tenant, filter.client)]
  const networks = [...tenant.networks.values()].filter(
    ({ name }) => filter.network === undefined || name === filter.network,
  )
  const only = filter.user === undefined ? undefined : tenant.users.get(filter.user)
  const users = filter.user === undefined ? tenant.users.values() : only === undefined ? [] : [only]
  for (const user of users) {
    for (const client of clients) {
      if (client === undefined || (client.users !== undefined && !client.users.includes(user.userPrincipalName)))
        continue
      if (filter.client === undefined && isProgram(user) && client.product.appOnly === undefined) continue
      for (const purpose of purposesOf(tenant, user.userPrincipalName, client, filter.purpose, filter.application))
        for (const network of networks)
          yield {
            user: user.userPrincipalName,
            client: client.name,
            purpose,
            network: network.name,
            at,
            signals: filter.signals ?? {},
            ...(filter.presents === undefined ? {} : { presents: filter.presents }),
            ...(filter.application === undefined ? {} : { application: filter.application }),
          }
    }
  }
}

/**
 * The declared clients; where the file is silent, those that the vendor supports at the date, unless all are asked for, and
 * of Skype for Business only where the tenant has it.
 */
export function clientsInUse(tenant: Tenant, { at = tenant.asOf, allClients }: RequestFilter): readonly TenantClient[] {
  const all = [...tenant.clients.values()]
  if (tenant.clientsDeclared || allClients === true) return all
  return all.filter(({ product }) => isSupported(product.id, at) && (product.kind !== 'skype' || hasSkype(tenant)))
}

/** Whether anyone has a registrar in this tenant. */
const hasSkype = ({ workloads }: Tenant): boolean =>
  workloads.has('skype-for-business-online') || workloads.has('skype-for-business-server')

/** A program signs in as itself, which clients made for people cannot do. */
export function isProgram({ kind }: Pick<User, 'kind'>): boolean {
  return kind === 'service-principal' || kind === 'managed-identity'
}

/** The client of this name: declared, or of the catalog. */
export function clientNamed(tenant: Tenant, name: string): TenantClient | undefined {
  return tenant.clients.get(name) ?? catalogClient(name)
}

/** Purposes that one service alone serves. */
const onlyHomes: Readonly<Partial<Record<Purpose, WorkloadName>>> = {
  'open-documents': 'sharepoint-online',
  'connect-to-vpn': 'vpn',
  'open-remote-desktop': 'remote-desktop-gateway',
  'open-published-application': 'application-proxy',
  'open-file-share': 'azure-files',
  'open-server-share': 'file-server',
  'query-database': 'sql-server',
  'open-site': 'sharepoint-server',
  'open-remote-computer': 'remote-computer',
  'open-joined-computer': 'joined-computer',
  'query-directory': 'domain-services',
}

/** What this user can want of this client in this tenant; a purpose asked for by name is not filtered. */
export function purposesOf(
  tenant: Tenant,
  userName: string,
  client: TenantClient,
  wanted: Purpose | undefined,
  application?: string,
): readonly Purpose[] {
  const can = purposes.filter((purpose) => client.product.protocols[purpose] !== undefined)
  if (wanted !== undefined) return can.filter((purpose) => purpose === wanted)
  const user = tenant.users.get(userName)
  if (user === undefined) return []
  return can.filter((purpose) => {
    if (selfService.has(purpose)) return false
    switch (purpose) {
      case 'read-mail':
      case 'open-address-book':
      case 'check-free-busy':
        return present(tenant, mailboxHome(tenant, user), ['exchange-online', 'exchange-server'])
      case 'send-mail':
        // A way of sending may do without a mailbox.
        if (client.product.sendingOption !== undefined && tenant.workloads.has('exchange-online')) return true
        return present(tenant, mailboxHome(tenant, user), ['exchange-online', 'exchange-server'])
      case 'open-archive':
        return user.archive !== undefined && user.archive !== 'none'
      case 'open-shared-mailbox':
        return user.sharedMailbox !== undefined && user.sharedMailbox !== 'none'
      case 'open-public-folders':
        return hasPublicFolders(tenant)
      case 'send-instant-messages':
      case 'join-meeting':
        return speaksSip(client, client.product.protocols[purpose]?.[0])
          ? present(tenant, registrarHome(tenant, user), ['skype-for-business-online', 'skype-for-business-server'])
          : tenant.workloads.has('teams')
      case 'administer':
        return administers(tenant, client, application)
      default:
        return tenant.workloads.has(onlyHomes[purpose] ?? 'microsoft-graph')
    }
  })
}

/** Whether either organization says where its public folders are; most have none. */
function hasPublicFolders(tenant: Tenant): boolean {
  return exchanges.some((name) => tenant.workloads.get(name)?.settings['PublicFoldersEnabled'] !== undefined)
}

const exchanges = ['exchange-online', 'exchange-server'] as const

/** Whether it is known what a client administers, and the tenant has it. */
function administers(tenant: Tenant, { product }: TenantClient, application: string | undefined): boolean {
  const home = administrationHome(tenant, product, product.protocols.administer?.[0] ?? 'https', application)
  if (home === undefined) return false
  return product.administers === undefined || tenant.workloads.has(home)
}

function present(tenant: Tenant, home: string | undefined, places: readonly string[]): boolean {
  if (home === 'none') return false
  for (const name of tenant.workloads.keys()) if (places.includes(name)) return true
  return false
}
