import { flowsServed } from '../catalog/workloads.ts'
import type { Tenant, TenantClient } from '../tenant/tenant.ts'
import type { WorkloadName } from '../vocabulary/actors.ts'
import type { Protocol } from '../vocabulary/protocols.ts'
import type { LegName, Purpose } from '../vocabulary/requests.ts'
import { servedHome } from './cloud-backed.ts'
import { cloudLeg } from './cloud-leg.ts'
import type { PlannedLeg } from './leg-context.ts'
import type { MailboxProfile } from './mailbox-profile.ts'
import { isSetUpOnPremises } from './moved-devices.ts'
import { planAutodiscover } from './plan-autodiscover.ts'
import type { Home, Session } from './session.ts'

/** Where the mailbox of a user is: as stated, otherwise at the only Exchange that the tenant declares. */
export function mailboxHome(tenant: Tenant, { mailbox }: Pick<MailboxProfile, 'mailbox'>): Home {
  return mailbox ?? only(tenant, ['exchange-online', 'exchange-server'])
}

/** Where the Skype account of a user is homed. */
export function registrarHome(tenant: Tenant, { registrar }: Pick<MailboxProfile, 'registrar'>): Home {
  return registrar ?? only(tenant, ['skype-for-business-online', 'skype-for-business-server'])
}

function only(tenant: Tenant, names: readonly WorkloadName[]): Home {
  const declared = names.filter((name) => tenant.workloads.has(name))
  return declared.length === 1 ? declared[0] : undefined
}

/** Where a client finds the user's own mailbox. */
const mailboxOf = (session: Session): Home => servedHome(session, mailboxHome(session.tenant, session.profile))

/** Public folders are in one organization only: that of the mailbox, unless its switch says that they are in the other one. */
export function publicFoldersHome(tenant: Tenant, mailbox: Home): Home {
  if (mailbox !== 'exchange-online' && mailbox !== 'exchange-server') return mailbox
  if (tenant.workloads.get(mailbox)?.settings['PublicFoldersEnabled'] !== 'Remote') return mailbox
  return mailbox === 'exchange-online' ? 'exchange-server' : 'exchange-online'
}

interface Leg {
  readonly leg: LegName
  readonly home: Home
  readonly protocol: Protocol
  readonly optional?: boolean
}

/** The conversations that a request needs, each with a verdict of its own (decision 1), in the order in which they take place. */
export function planLegs(session: Session): readonly PlannedLeg[] {
  const { client, request } = session
  const protocols = client.product.protocols[request.purpose]
  const [protocol] = protocols ?? []
  if (protocols === undefined || protocol === undefined) return []
  const legs = legsOf(session, protocol).map((leg) => ({ ...leg, protocol: servedProtocol(session, leg, protocols) }))
  const discovery = needsDiscovery(request.purpose, protocol) ? planAutodiscover(session, legs[0]?.home) : []
  return [...discovery, ...movedDevice(session, legs[0]), ...legs.map((leg) => planned(session, leg))]
}

/** The first protocol of the client that the service speaks; a leg with a separate protocol keeps it. */
function servedProtocol(session: Session, { home, protocol }: Leg, protocols: readonly Protocol[]): Protocol {
  if (home === undefined || home === 'none' || !protocols.includes(protocol)) return protocol
  const served = protocols.find((one) => flowsServed(home, one).length > 0) ?? protocol
  return served === 'mapi-http' && home === 'exchange-server' && !mapiHttp(session) ? 'rpc-http' : served
}

/** Exchange Server has MAPI over HTTP unless it is turned off for all or for one mailbox; Outlook then uses RPC. */
function mapiHttp({ tenant, profile }: Session): boolean {
  const server = tenant.workloads.get('exchange-server')
  return (profile.mailboxSwitches['MapiHttpEnabled'] ?? server?.settings['MapiHttpEnabled']) !== false
}

/** A device of a mailbox that has moved connects to the server first, which redirects it (HTTP 451). */
function movedDevice(session: Session, first: Leg | undefined): readonly PlannedLeg[] {
  if (first?.protocol !== 'exchange-activesync' || first.home !== 'exchange-online') return []
  if (!isSetUpOnPremises(session)) return []
  const { protocol } = first
  return [planned(session, { leg: 'activesync:on-premises', home: 'exchange-server', protocol })]
}

/** Legs that ask again where what they open is in the other organization. */
const elsewhere: ReadonlySet<LegName> = new Set(['shared-mailbox', 'public-folders'])

function planned(session: Session, { leg, home, protocol, optional }: Leg): PlannedLeg {
  return {
    leg,
    relyingParty: home === undefined || home === 'none' ? placeholder(session.tenant, leg) : home,
    ...(home === undefined ? { place: 'unknown' } : {}),
    protocol,
    prompt: elsewhere.has(leg) && home !== mailboxOf(session) ? leg : promptOf(session.client, leg),
    optional: optional ?? false,
  }
}

/** The service that is in a trace if it is not stated, or where a user has no place: one that is declared. */
function placeholder(tenant: Tenant, leg: LegName): WorkloadName {
  const usual = fallback[leg]
  return tenant.workloads.has(usual)
    ? usual
    : ((counterparts[usual] ?? [usual]).find((name) => tenant.workloads.has(name)) ?? usual)
}

const counterparts: Readonly<Partial<Record<WorkloadName, readonly WorkloadName[]>>> = {
  'exchange-online': ['exchange-server'],
  'skype-for-business-server': ['skype-for-business-online'],
}

/** One stored credential serves every mailbox endpoint of a profile; other clients ask at each. */
export function promptOf(client: TenantClient, leg: LegName): string {
  return client.product.prompts === 'one' ? 'profile' : leg
}

/** The service that a leg would concern if not stated. */
const fallback: Readonly<Record<LegName, WorkloadName>> = {
  'autodiscover:on-premises': 'exchange-server',
  'autodiscover:cloud': 'exchange-online',
  'activesync:on-premises': 'exchange-server',
  mailbox: 'exchange-online',
  archive: 'exchange-online',
  'shared-mailbox': 'exchange-online',
  'public-folders': 'exchange-online',
  'address-book': 'exchange-online',
  'free-busy': 'exchange-online',
  submission: 'exchange-online',
  registrar: 'skype-for-business-server',
  'web-services': 'skype-for-business-server',
  'exchange-web-services': 'exchange-online',
  meeting: 'skype-for-business-server',
  documents: 'sharepoint-online',
  vpn: 'vpn',
  'remote-desktop-gateway': 'remote-desktop-gateway',
  'published-application': 'application-proxy',
  'file-share': 'azure-files',
  'domain-server': 'file-server',
  'joined-computer': 'joined-computer',
  administration: 'microsoft-365-admin',
  token: 'microsoft-graph',
  'self-service': 'entra-self-service',
}

function needsDiscovery(purpose: Purpose, protocol: Protocol): boolean {
  return (
    protocol !== 'smtp-auth' &&
    protocol !== 'smtp' &&
    protocol !== 'smtp-hve' &&
    (purpose === 'read-mail' ||
      purpose === 'open-archive' ||
      purpose === 'open-shared-mailbox' ||
      purpose === 'open-public-folders' ||
      purpose === 'open-address-book' ||
      purpose === 'check-free-busy')
  )
}

/** A client that speaks SIP signs in to the registrar of its user, whatever sort of program it is. */
export function speaksSip({ product }: TenantClient, protocol?: Protocol): boolean {
  if (protocol === 'sip' || protocol === 'skype-web-services') return true
  if (protocol === 'https') return false
  return Object.values(product.protocols).some((all) => all.includes('sip'))
}

function legsOf(session: Session, protocol: Protocol): readonly Leg[] {
  const { client, request, tenant, profile } = session
  const skype = speaksSip(client, protocol)
  const mailbox = mailboxOf(session)
  switch (request.purpose) {
    case 'read-mail':
    case 'open-archive':
    case 'open-shared-mailbox':
    case 'open-public-folders':
      return [{ leg: 'mailbox', home: mailbox, protocol }, ...besideMailbox(session, mailbox, protocol)]
    case 'open-address-book':
    case 'check-free-busy': {
      if (skype)
        return [
          { leg: 'registrar', home: registrarHome(tenant, profile), protocol: 'sip' },
          { leg: 'exchange-web-services', home: mailbox, protocol },
        ]
      const leg = request.purpose === 'open-address-book' ? 'address-book' : 'free-busy'
      return [{ leg, home: mailbox, protocol }]
    }
    case 'send-mail':
      return [sendingLeg(session, mailbox, protocol)]
    case 'send-instant-messages':
      return [{ leg: 'registrar', home: skype ? registrarHome(tenant, profile) : 'teams', protocol }]
    case 'join-meeting':
      return [{ leg: 'meeting', home: skype ? registrarHome(tenant, profile) : 'teams', protocol }]
    default:
      return [cloudLeg(session, protocol)]
  }
}

/** Direct send and relays go to the cloud, where there is one, wherever the mailbox of the sender is. */
function sendingLeg({ tenant }: Session, mailbox: Home, protocol: Protocol): Leg {
  if (protocol === 'smtp-hve' || (protocol === 'smtp' && tenant.workloads.has('exchange-online')))
    return { leg: 'submission', home: 'exchange-online', protocol }
  return { leg: protocol === 'smtp-auth' || protocol === 'smtp' ? 'submission' : 'mailbox', home: mailbox, protocol }
}

/** The archive or shared mailbox asked for, or those that Outlook opens along with the user's own mailbox. */
function besideMailbox(session: Session, mailbox: Home, protocol: Protocol): readonly Leg[] {
  const { profile, request } = session
  switch (request.purpose) {
    case 'open-archive':
      return [{ leg: 'archive', home: profile.archive ?? mailbox, protocol }]
    case 'open-shared-mailbox':
      return [{ leg: 'shared-mailbox', home: profile.sharedMailbox ?? mailbox, protocol }]
    case 'open-public-folders':
      return [{ leg: 'public-folders', home: publicFoldersHome(session.tenant, mailbox), protocol }]
    default:
      return [...archiveLeg(session, mailbox), ...profileLeg(session, mailbox)]
  }
}

/** Outlook opens an archive elsewhere along with the mailbox; its failing does not keep the mailbox shut. */
function archiveLeg({ client, profile }: Session, mailbox: Home): readonly Leg[] {
  const protocol = client.product.protocols['open-archive']?.[0]
  const { archive } = profile
  if (protocol === undefined || archive === undefined || archive === 'none') return []
  return archive === mailbox ? [] : [{ leg: 'archive', home: archive, protocol, optional: true }]
}

/** Outlook opens a mailbox of the other organization, once it is in the profile, along with the user's own. */
function profileLeg({ client, profile }: Session, mailbox: Home): readonly Leg[] {
  const protocol = client.product.protocols['open-shared-mailbox']?.[0]
  const { sharedMailbox: home } = profile
  if (protocol === undefined || protocol === 'https' || home === undefined || home === 'none') return []
  return home === mailbox ? [] : [{ leg: 'shared-mailbox', home, protocol, optional: true }]
}
