import { isInDispute } from '../../tenant/in-dispute.ts'
import type { User } from '../../tenant/tenant.ts'
import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import { deviceJoinOf } from '../device/device-join.ts'
import type { LegContext, LegPathContext } from '../leg-context.ts'
import { changeInForce } from '../vendor-state.ts'
import {
  accessToComputer,
  domainServers,
  domainTickets,
  hashInManagedDomain,
  sessionAtServer,
} from './domain-server-facts.ts'

type Asked = Pick<LegPathContext['request'], 'protocol' | 'relyingParty'>

/** Whether a file share of a storage account is opened, over SMB. */
const opensShare = ({ protocol, relyingParty }: Asked): boolean => protocol === 'smb' && relyingParty === 'azure-files'

/** Whether a service takes tickets of a directory, which not every user has an account in. */
export const takesTickets = (request: Asked): boolean =>
  opensShare(request) || domainServers.has(request.relyingParty) || beyond.has(request.relyingParty)

/** Services of the cloud that need an account in a directory behind them. */
const beyond: ReadonlySet<string> = new Set(['application-proxy', 'domain-services', 'joined-computer'])

/** The name that Azure gives the application of a storage account when Microsoft Entra Kerberos is turned on. */
const nameOfShare = /^\[storage account\]\s*[\w-]+\.file\.core\./i

/** What the rules may know about a file share; on every other leg there is none. */
export function addShareFacts(facts: LegFacts, context: LegPathContext): void {
  facts.shareTickets = domainTickets(context) ?? shareTickets(context)
  facts.shareAccess = 'open'
  facts.deviceSession = sessionAtServer(facts.deviceSession ?? 'none', context)
}

function shareTickets({ request, workload, network, tenant }: LegPathContext): Known<'shareTickets'> {
  if (!opensShare(request)) return isShare(request.application, tenant) ? missing : 'not-used'
  switch (workload?.settings['directoryServiceOptions']) {
    case 'AADKERB':
      return 'entra-id'
    case 'AD':
      return network.inside ? 'active-directory' : 'no-controller'
    case 'AADDS':
      return 'domain-services'
    case 'None':
      return 'nobody'
    default:
      return missing
  }
}

/** Whether an application that is named stands for a storage account: tokens for it are tickets, which no other client asks for. */
function isShare(application: string | undefined, { applications }: LegPathContext['tenant']): boolean {
  if (application === undefined) return false
  return nameOfShare.test(applications.get(application.toLowerCase())?.name ?? application)
}

/** Tickets of Active Directory, for its own accounts. */
const ofDirectory: ReadonlySet<string> = new Set(['active-directory', 'domain-server', 'domain-logon', 'delegated'])

function inDirectory(user: User): Known<'shareAccess'> {
  if (isInDispute(user, 'onPremisesSyncEnabled')) return missing
  return user.synced ? 'open' : 'not-in-directory'
}

/** Whether a user gets a ticket for a file share on this device. */
export function shareAccess(facts: LegFacts, context: LegContext): Known<'shareAccess'> {
  const { user, request } = context
  if (request.relyingParty === 'joined-computer') return accessToComputer(facts, context)
  if (facts.shareTickets === 'managed-domain') return hashInManagedDomain(context)
  if (ofDirectory.has(String(facts.shareTickets))) return inDirectory(user)
  if (facts.shareTickets !== 'entra-id') return 'open'
  if (user.accountHome !== 'here') return 'outsider'
  if (!user.synced && !servesCloudOnly(context)) return 'cloud-only'
  const join = deviceJoinOf(context.client.device, context.request.signals)
  if (join === missing) return missing
  return join === 'entra-joined' || join === 'hybrid-joined' ? 'open' : 'no-joined-device'
}

function servesCloudOnly({ tenant, at }: LegContext): boolean {
  const change = changeInForce(tenant, at, 'file-share-identities', 'azure-files')
  return change !== undefined && change !== missing
}
