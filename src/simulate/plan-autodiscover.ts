import { type AutodiscoverMethod, autodiscoverOrder } from '../catalog/autodiscover-methods.ts'
import type { AutodiscoverTopology } from '../tenant/autodiscover-topology.ts'
import type { TenantClient } from '../tenant/tenant.ts'
import type { EndpointCandidate } from '../vocabulary/requests.ts'
import type { PlannedLeg } from './leg-context.ts'
import { registryValue } from './registry-value.ts'
import type { Home, Session } from './session.ts'

/** An endpoint that a client would try, and whether it answers here. */
interface Tried {
  readonly candidate: EndpointCandidate
  readonly answers: boolean
  readonly asks: boolean
}

const cloudHost = 'outlook.office365.com'
const redirectHost = 'autodiscover-s.outlook.com'

/** The autodiscover conversations that ask for a credential before the mailbox is reached. */
export function planAutodiscover(session: Session, mailbox: Home): readonly PlannedLeg[] {
  const { tenant, client } = session
  const kind = client.product.autodiscover
  if (tenant.autodiscover === undefined || kind === 'none' || kind === 'mobile') return []
  if (mailbox !== 'exchange-online' && mailbox !== 'exchange-server') return []
  const tried = triedBy(session, tenant.autodiscover, mailbox)
  const first = tried.find((one) => one.answers)
  if (first === undefined || !first.asks) return []
  const candidates = tried.map((one) => one.candidate)
  const leg = discovery(session, candidates, first.candidate)
  if (first.candidate.hosting === 'online' || mailbox === 'exchange-server') return [leg]
  const redirected: EndpointCandidate = {
    method: 'redirect',
    host: redirectHost,
    hosting: 'online',
    basis: 'documented',
  }
  return [leg, discovery(session, [redirected], redirected)]
}

function discovery(
  { client }: Session,
  candidates: readonly EndpointCandidate[],
  endpoint: EndpointCandidate,
): PlannedLeg {
  const online = endpoint.hosting === 'online'
  return {
    leg: online ? 'autodiscover:cloud' : 'autodiscover:on-premises',
    relyingParty: online ? 'exchange-online' : 'exchange-server',
    protocol: 'autodiscover',
    prompt: client.product.prompts === 'one' ? 'profile' : 'autodiscover',
    optional: false,
    candidates,
    endpoint,
  }
}

function triedBy(session: Session, topology: AutodiscoverTopology, mailbox: Home): readonly Tried[] {
  const { client } = session
  const kind = client.product.autodiscover
  if (kind === 'none') return []
  const methods = autodiscoverOrder(kind).filter((method) => !isSkipped(client, method))
  const front = methods.filter((method) => isOne(client, method.movedToFrontBy))
  const rest = methods.filter((method) => !front.includes(method) && method.movedToFrontBy === undefined)
  return [...front, ...rest].flatMap((method) => triedAt(session, topology, mailbox, method))
}

function isOne(client: TenantClient, name: string | undefined): boolean {
  return name !== undefined && Number(registryValue(client, name)) === 1
}

/** The first build of Outlook 2016 that asks Office 365 first: 16.0.6741.2017. */
function asksCloudFirst(build: string | undefined): boolean {
  if (build === undefined) return true
  const [major = 0, minor = 0, third = 0, fourth = 0] = build.split(/[.-]/).map(Number)
  if (major !== 16 || minor !== 0) return major > 16
  return third > 6741 || (third === 6741 && fourth >= 2017)
}

function isSkipped(client: TenantClient, method: AutodiscoverMethod): boolean {
  if (isOne(client, method.skippedBy)) return true
  return method.way === 'office-365' && method.order < 11 && !asksCloudFirst(client.build)
}

/** Points of the client's own site come first, then those of no site, then those of others; a site is the network of its name. */
function pointsFor(
  { id }: AutodiscoverMethod,
  { serviceConnectionPoints: points }: AutodiscoverTopology,
  network: string,
) {
  const isHere = (site: string | undefined): boolean => site?.toLowerCase() === network.toLowerCase()
  const own = points.filter(({ site }) => isHere(site))
  const ofNoSite = points.filter(({ site }) => site === undefined)
  const others = points.filter(({ site }) => site !== undefined && !isHere(site))
  if (id.endsWith('-in-site')) return own
  if (id.endsWith('-without-site')) return ofNoSite
  return id.endsWith('-elsewhere') ? others : [...own, ...ofNoSite, ...others]
}

type Where = 'online' | 'on-premises' | 'none' | undefined

function triedThere({ id, basis, asksPassword }: AutodiscoverMethod, host: string | undefined, hosting: Where): Tried {
  const answers = hosting !== undefined && hosting !== 'none'
  const candidate = { method: id, ...(host === undefined ? {} : { host }), ...(answers ? { hosting } : {}), basis }
  return { candidate, answers, asks: asksPassword }
}

/** Where one method leads; a cache or file of the client that nobody has stated holds nothing yet. */
function triedAt(
  { client, network, profile }: Session,
  topology: AutodiscoverTopology,
  mailbox: Home,
  method: AutodiscoverMethod,
): readonly Tried[] {
  const domain = profile.mailDomain
  const at = (host: string | undefined, hosting: Where): Tried => triedThere(method, host, hosting)
  const { dns } = topology
  const standard = topology.kind === 'cloud' ? 'online' : 'on-premises'
  switch (method.way) {
    case 'restart-cache':
    case 'last-known-good':
      return [at(undefined, undefined)]
    case 'local-xml':
      return [{ ...at(undefined, undefined), answers: isOne(client, method.movedToFrontBy) }]
    case 'office-365':
      return [at(cloudHost, mailbox === 'exchange-online' ? 'online' : undefined)]
    case 'service-connection-point':
      if (!network.inside || client.device?.domainJoined !== true) return []
      return pointsFor(method, topology, network.name).map(({ host, hosting }) => at(host, hosting))
    case 'root-domain':
      return [at(domain, dns.rootDomain)]
    case 'autodiscover-host':
      return [at(`autodiscover.${domain}`, dns.autodiscoverHost ?? standard)]
    case 'http-redirect':
      return [at(`autodiscover.${domain}`, dns.httpRedirect)]
    case 'srv-record':
      return [at(`_autodiscover._tcp.${domain}`, dns.srvRecord)]
    case 'autodetect':
      return [at(cloudHost, 'online')]
  }
}
