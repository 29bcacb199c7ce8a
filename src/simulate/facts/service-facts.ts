import type { VendorSubject } from '../../catalog/vendor-change.ts'
import { type FactValue, type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { Flow, Protocol } from '../../vocabulary/protocols.ts'
import { partOfEveryTenant } from '../administration-home.ts'
import type { LegPathContext } from '../leg-context.ts'
import { changeInForce, rolloutOf } from '../vendor-state.ts'
import { adFsTokens } from './ad-fs-tokens.ts'
import { authenticationPolicyOf } from './authentication-policy.ts'
import { basicAuthentication } from './basic-authentication.ts'
import { clientAccessRules } from './client-access-rules.ts'
import { domainServers } from './domain-server-facts.ts'
import { modernAuthentication, modernAuthority, webModern } from './modern-authentication.ts'
import { serverPrerequisites } from './server-prerequisites.ts'

const onPremises = new Set<string>([
  'exchange-server',
  'skype-for-business-server',
  'vpn',
  'remote-desktop-gateway',
  ...domainServers,
])

/** Whether a service is in the customer's own rooms. */
export function hostingOf(service: string): 'online' | 'on-premises' {
  return onPremises.has(service) ? 'on-premises' : 'online'
}

/** Whether the tenant has the service of a leg, as far as its file says. */
function placeOf({ request, workload }: LegPathContext): FactValue<'servicePlace'> {
  return workload !== undefined || partOfEveryTenant.has(request.relyingParty) ? 'declared' : 'not-declared'
}

/** What rules can read about the service on this leg, regardless of the flow. */
export function addServiceFacts(facts: LegFacts, context: LegPathContext): void {
  const { request, workload, network } = context
  const service = request.relyingParty
  facts.service = service
  facts.servicePlace = request.place === 'unknown' ? missing : placeOf(context)
  facts.hosting = hostingOf(service)
  facts.protocolKind = protocolKind(request.protocol)
  facts.carriesModern = carriesModern(context)
  facts.modernAuthentication = modernAuthentication(facts.hosting, service, workload)
  if (service === 'exchange-server' && request.protocol === 'https')
    facts.modernAuthentication = webModern(facts, workload)
  facts.modernAuthority = modernAuthority(facts.hosting, facts.modernAuthentication, workload)
  const scenario = String(workload?.settings['Scenario'] ?? '')
  facts.serverPrerequisites = serverPrerequisites(context)
  facts.adFsTokens = adFsTokens(context)
  facts.onlineMailboxesOnly = context.client.product.onlineMailboxesOnly === true ? 'yes' : 'no'
  facts.windowsAuthAllowed = windowsAllowed(scenario, network.inside) ? 'yes' : 'no'
  facts.modernAuthAllowed = modernAllowed(scenario, network.inside) ? 'yes' : 'no'
  facts.serviceAvailable = availability(context, 'workload', service)
  facts.protocolAvailable =
    service === 'exchange-online' ? availability(context, 'protocol', request.protocol) : 'available'
  facts.administrative = request.purpose === 'administer' ? 'yes' : 'no'
  facts.legacySharePoint = legacySharePoint(context)
  facts.acsAppOnly = acsAppOnly(context)
  facts.applicationProxy = applicationProxy(context)
}

/** What rules can read about one flow on this leg. */
export function addFlowFacts(facts: LegFacts, context: LegPathContext, flow: Flow, supported: boolean): void {
  facts.flow = flow
  facts.serverFlow = supported ? 'offered' : listedBeyondProduct(context, flow) ? missing : 'not-offered'
  const basic = basicAuthentication(context, flow, context.request.protocol)
  facts.basicAuthentication = basic.state
  facts.basicTurnedOnAgain = basic.again
  facts.authenticationPolicy = authenticationPolicyOf(context, flow, context.request.protocol)
  facts.outlookWebServices = outlookWebServices(context, flow)
  facts.neededProtocols = neededProtocols(context, flow)
  facts.clientAccessRules = clientAccessRules(context, flow)
}

function protocolKind(protocol: Protocol): FactValue<'protocolKind'> {
  switch (protocol) {
    case 'smtp-auth':
    case 'smtp':
    case 'ews':
    case 'remote-powershell':
    case 'sip':
      return protocol
    case 'pop3':
    case 'imap4':
      return 'pop-imap'
    case 'exchange-activesync':
      return 'activesync'
    default:
      return 'other'
  }
}

/** RPC over HTTP never could; POP, IMAP and SMTP AUTH learnt it in the cloud on a day of the vendor's timeline. */
function carriesModern({ tenant, request, at }: LegPathContext): FactValue<'carriesModern'> {
  switch (request.protocol) {
    case 'rpc-http':
    case 'smtp':
      return 'no'
    case 'pop3':
    case 'imap4':
    case 'smtp-auth': {
      if (request.relyingParty !== 'exchange-online') return 'no'
      return changeInForce(tenant, at, 'modern-authentication', request.protocol) === undefined ? 'no' : 'yes'
    }
    default:
      return 'yes'
  }
}

/** Digest or certificates on a directory of Exchange Server: it takes them, and who checks them is not modeled. */
function listedBeyondProduct({ request, workload }: LegPathContext, flow: Flow): boolean {
  if (request.relyingParty !== 'exchange-server' || (flow !== 'digest' && flow !== 'certificate')) return false
  return (workload?.offeredFlows?.[request.protocol] ?? workload?.offeredFlows?.default)?.includes(flow) === true
}

/** Whether Microsoft Entra ID signs users in before the proxy passes a request on. */
function applicationProxy({ request, workload }: LegPathContext): Known<'applicationProxy'> {
  if (request.relyingParty !== 'application-proxy') return 'not-used'
  const stated = workload?.settings['externalAuthenticationType']
  if (stated === undefined) return missing
  return stated === 'passthru' ? 'passes-through' : 'preauthenticates'
}

/** As the tenant says, until the vendor blocks the older sign-in by default, and then tenant by tenant for everyone. */
function legacySharePoint({ tenant, workload, at }: LegPathContext): Known<'legacySharePoint'> {
  const stated = workload?.settings['LegacyAuthProtocolsEnabled']
  if (stated === false) return 'disabled'
  const change = changeInForce(tenant, at, 'sign-in-assistant', 'sharepoint-online')
  if (change === missing) return missing
  if (change === undefined) return 'enabled'
  const rollout = change.value === 'being-turned-off' ? rolloutOf(tenant, change, at) : 'not-applied'
  if (rollout === 'applied') return 'ended'
  return rollout === 'not-applied' && stated === true ? 'enabled' : missing
}

/** A client secret reaches SharePoint Online through Azure ACS only: of Microsoft Entra ID it takes certificates. */
function acsAppOnly({ client, request, tenant, workload, at }: LegPathContext): Known<'acsAppOnly'> {
  if (client.product.appOnly !== 'client-secret' || request.relyingParty !== 'sharepoint-online') return 'not-used'
  const stated = workload?.settings['DisableCustomAppAuthentication']
  const change = changeInForce(tenant, at, 'acs-app-only', 'sharepoint-online')
  if (change !== undefined && change !== missing) return 'ended'
  if (stated === true) return 'disabled'
  // The default depends on the age of the tenant, and no page names the day on which it changed.
  return stated === undefined || change === missing ? missing : 'allowed'
}

function windowsAllowed(scenario: string, inside: boolean): boolean {
  if (scenario === 'BlockWindowsAuthExternallyAndInternally') return false
  return inside || !scenario.startsWith('BlockWindowsAuthExternal')
}

function modernAllowed(scenario: string, inside: boolean): boolean {
  return (
    !(inside && scenario.includes('BlockModernAuthInternally')) &&
    !(inside && scenario.endsWith('AndModernAuthInternally'))
  )
}

function availability<F extends 'workload' | 'protocol'>(
  context: LegPathContext,
  fact: F,
  subject: VendorSubject<F>,
): 'available' | 'retired' {
  const change = changeInForce(context.tenant, context.at, fact, subject)
  return change !== undefined && change !== missing && change.value === 'retired' ? 'retired' : 'available'
}

/** Outlook for Windows is held back on every protocol by what holds back its web services. */
function outlookWebServices(context: LegPathContext, flow: Flow): FactValue<'outlookWebServices'> {
  const { product } = context.client
  if (flow !== 'basic' || product.kind !== 'outlook' || product.office === 'not-office') return 'open'
  if (authenticationPolicyOf(context, flow, 'ews') === 'blocks') return 'closed'
  const { state, again } = basicAuthentication(context, flow, 'ews')
  return state === 'retired' || (state === 'off-by-default' && again === 'no') ? 'closed' : 'open'
}

/** Whether the authentication policy closes a protocol that this client cannot do without, whatever it is used for. */
function neededProtocols(context: LegPathContext, flow: Flow): FactValue<'neededProtocols'> {
  const { needs } = context.client.product
  // POP, IMAP and SMTP each serve a purpose of their own.
  if (flow !== 'basic' || needs === undefined || needs.includes('smtp-auth')) return 'open'
  return needs.some((protocol) => authenticationPolicyOf(context, flow, protocol) === 'blocks') ? 'closed' : 'open'
}
