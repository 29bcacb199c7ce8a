import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import { deviceJoinOf } from '../device/device-join.ts'
import type { LegContext, LegPathContext } from '../leg-context.ts'
import { changeInForce } from '../vendor-state.ts'

/** Whether a file share is opened, over SMB. */
export const opensShare = ({ protocol }: Pick<LegPathContext['request'], 'protocol'>): boolean => protocol === 'smb'

/** The name that Azure gives the application of a storage account when Microsoft Entra Kerberos is turned on. */
const nameOfShare = /^\[storage account\]\s*[\w-]+\.file\.core\./i

/** What the rules may know about a file share; on every other leg there is none. */
export function addShareFacts(facts: LegFacts, context: LegPathContext): void {
  facts.shareTickets = shareTickets(context)
  facts.shareAccess = 'open'
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

/** Whether a user gets a ticket for a file share on this device. */
export function shareAccess(facts: LegFacts, context: LegContext): Known<'shareAccess'> {
  const { user } = context
  if (facts.shareTickets === 'active-directory') return user.synced ? 'open' : 'not-in-directory'
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
