import { protocolRowOf } from '../../catalog/protocols.ts'
import type { Workload } from '../../tenant/tenant.ts'
import { type FactValue, type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { LegName } from '../../vocabulary/requests.ts'
import type { LegPathContext } from '../leg-context.ts'
import { mailboxHome } from '../plan-legs.ts'
import { changeInForce } from '../vendor-state.ts'

/** What rules can read about the switches that a mailbox and its organization have. */
export function addMailboxFacts(facts: LegFacts, context: LegPathContext): void {
  const { request, tenant, profile } = context
  const online = tenant.workloads.get('exchange-online')
  const switches = profile.mailboxSwitches
  const submitsOnline = request.protocol === 'smtp-auth' && request.relyingParty === 'exchange-online'
  facts.smtpAuthOrganization = submitsOnline ? organizationSmtp(context) : 'enabled'
  const mailbox = switches['SmtpClientAuthenticationDisabled']
  facts.smtpAuthMailbox = mailbox === undefined || mailbox === null ? 'inherit' : mailbox ? 'disabled' : 'enabled'
  facts.mailboxSwitch = mailboxSwitches(context).some((name) => switches[name] === false) ? 'off' : 'on'
  facts.mailbox = opensMailbox(request) && profile.mailbox === 'none' ? 'none' : 'there'
  facts.sharedMailboxAccess = sharedMailboxAccess(context)
  facts.applicationAccess = applicationAccess(context)
  facts.publicFolders = 'not-asked'
  facts.hveAccount = 'not-asked'
  facts.ewsMailbox = triState(switches['EwsEnabled'])
  facts.ewsReading = ewsReading(context)
  facts.ewsOrganization = triState(online?.settings['EwsEnabled'])
  facts.ewsOutlook = ewsOutlook(context, online)
  facts.ewsApplication = ewsApplication(context, online, facts.ewsReading)
}

/** As stated, otherwise the default of the organization's age. */
function organizationSmtp({ tenant, at }: LegPathContext): Known<'smtpAuthOrganization'> {
  const stated = tenant.workloads.get('exchange-online')?.settings['SmtpClientAuthenticationDisabled']
  if (stated !== undefined) return stated === true ? 'disabled' : 'enabled'
  const born = changeInForce(tenant, at, 'smtp-client-authentication-default', 'smtp-auth')
  if (born === missing) return missing
  return born?.value === 'off' ? 'disabled' : 'enabled'
}

function triState(value: unknown): FactValue<'ewsOrganization'> {
  return value === true ? 'true' : value === false ? 'false' : 'null'
}

/** The app ids that may use web services; the older list of user agents is another matter. */
function allowedApplications(online: Workload | undefined): readonly string[] {
  const list = online?.settings['EwsAllowedAppIDs']
  // The schema has seen to the shape of the list.
  return Array.isArray(list) ? (list as readonly string[]) : []
}

/** Where the organization must allow, the vendor fills a list that is empty with the applications it has seen. */
function ewsApplication(
  { client }: LegPathContext,
  online: Workload | undefined,
  reading: Known<'ewsReading'>,
): Known<'ewsApplication'> {
  const list = allowedApplications(online)
  if (list.length === 0) return reading === 'organization-must-allow' ? missing : 'listed'
  const { appId } = client.product
  if (appId === undefined) return missing
  return list.some((one) => one.toLowerCase() === appId.toLowerCase()) ? 'listed' : 'not-listed'
}

/** Outlook and Outlook for Mac have their own switches for web services, of the organization and of the mailbox. */
function ewsOutlook({ client, profile }: LegPathContext, online: Workload | undefined): FactValue<'ewsOutlook'> {
  const { kind, platform } = client.product
  if (kind !== 'outlook') return 'allowed'
  const name = platform === 'macOS' ? 'EwsAllowMacOutlook' : 'EwsAllowOutlook'
  return online?.settings[name] === false || profile.mailboxSwitches[name] === false ? 'refused' : 'allowed'
}

function ewsReading({ tenant, at }: LegPathContext): FactValue<'ewsReading'> {
  const unset = changeInForce(tenant, at, 'ews-switch-unset', 'ews')
  if (unset !== undefined && unset !== missing) return 'organization-must-allow'
  const levels = changeInForce(tenant, at, 'ews-switch-levels', 'ews')
  return levels === undefined || levels === missing ? 'user-wins' : 'both-must-allow'
}

const mailboxLegs: ReadonlySet<LegName> = new Set(['mailbox', 'address-book', 'free-busy', 'exchange-web-services'])

/** Whether a leg is of no use without a mailbox. */
function opensMailbox({ leg, protocol }: LegPathContext['request']): boolean {
  return mailboxLegs.has(leg) || (leg === 'submission' && protocol === 'smtp-auth')
}

/** Legs to the person's own mailbox, whose switches count on them. */
const ofOneMailbox: ReadonlySet<string> = new Set(['mailbox', 'archive', 'address-book', 'free-busy'])

function mailboxSwitches({ client, request, profile }: LegPathContext): readonly string[] {
  if (!ofOneMailbox.has(request.leg)) return []
  const byProtocol = request.protocol === 'ews' ? undefined : protocolRowOf(request.protocol)?.mailboxSwitch
  const byServer = isFetched(client, profile) ? ['ActiveSyncEnabled'] : []
  const byClient = client.product.mailboxSwitches ?? (request.protocol === 'https' ? ['OWAEnabled'] : [])
  const byPlatform = isSyncingMac(client, request) ? ['MacOutlookEnabled'] : []
  return [...(byProtocol === undefined ? [] : [byProtocol]), ...byServer, ...byClient, ...byPlatform]
}

/** Outlook for Mac that uses Microsoft Sync; EwsAllowMacOutlook concerns the older ones, which use web services. */
function isSyncingMac({ product }: LegPathContext['client'], { protocol }: LegPathContext['request']): boolean {
  return product.kind === 'outlook' && product.platform === 'macOS' && protocol === 'outlook-service'
}

/** The vendor's cloud fetches the mail of a server over ActiveSync. */
function isFetched({ product }: LegPathContext['client'], { mailbox }: LegPathContext['profile']): boolean {
  return product.cloudBacked === true && mailbox === 'exchange-server'
}

/** Versions of Exchange Server that do not support permissions on mailboxes of the other organization. */
const withoutHybridPermissions = new Set(['2003', '2007', '2010'])

/** Whether a shared mailbox is in the other organization than the user's own, and whether the servers support that. */
function sharedMailboxAccess({ tenant, request, profile }: LegPathContext): Known<'sharedMailboxAccess'> {
  const own = mailboxHome(tenant, profile)
  if (request.leg !== 'shared-mailbox' || own === undefined || own === 'none') return 'not-across'
  if (own === request.relyingParty) return 'not-across'
  const servers = tenant.workloads.get('exchange-server')?.servers ?? []
  const old = servers.filter(({ version }) => withoutHybridPermissions.has(version))
  if (old.length === 0) return 'across'
  return old.length === servers.length ? 'across-unsupported' : missing
}

/** Whether an application that signs in as itself may open the mailbox over the protocols for which Exchange Online registers it. */
function applicationAccess({ client, request, profile }: LegPathContext): Known<'applicationAccess'> {
  if (client.product.appOnly === undefined || request.relyingParty !== 'exchange-online') return 'not-needed'
  if (!registeredProtocols.has(request.protocol)) return 'not-needed'
  return profile.mailboxAccess ?? missing
}

const registeredProtocols: ReadonlySet<string> = new Set(['pop3', 'imap4', 'smtp-auth'])
