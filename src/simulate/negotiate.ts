import { flowsOnByDefault, flowsServed } from '../catalog/workloads.ts'
import { decide } from '../rules/decide.ts'
import type { TenantClient } from '../tenant/tenant.ts'
import type { Negotiation, Step } from '../trace/step.ts'
import type { Known, LegFacts } from '../vocabulary/facts.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import type { Flow } from '../vocabulary/protocols.ts'
import type { ClientOrder, RuleId } from '../vocabulary/questions.ts'
import { addAgreed } from './facts/agreed-facts.ts'
import { addFlowFacts } from './facts/service-facts.ts'
import type { LegPathContext } from './leg-context.ts'
import { type Closed, endAlike, type Found, firstOpen, type Offer } from './offers.ts'
import { type Recorder, record } from './recorder.ts'
import { waysToTry } from './ways-to-try.ts'

/** The result of client and service, before anyone presents anything. */
export interface NegotiatedFlow {
  readonly authentication: Negotiation
  readonly clientSteps: readonly Step[]
  readonly serviceSteps: readonly Step[]
  /** Facts without which nobody can say which flow is used. */
  readonly missing?: readonly string[]
  /** The rule that closed the client's first possible flow, and how. */
  readonly closedBy?: RuleId
  readonly closed?: Closed
  readonly rule: RuleId
}

/** Finds the flow of a leg: the client's order, what the service offers, what its switches and policies close. */
export function negotiate(context: LegPathContext, facts: LegFacts): NegotiatedFlow {
  const atClient: Recorder = { steps: [], at: 'client' }
  const atService: Recorder = { steps: [], at: context.request.relyingParty }
  const order = decide('client-order', facts)
  record(atClient, order)
  const ways = waysToTry(order, facts, context.client)
  const [tries = []] = ways
  const supported = supportedFlows(context.readings?.[0] ?? context)
  const offers: Offer[] = []
  for (const flow of supported) offers.push(offerOf(context, facts, flow, true, atService))
  for (const flow of tries) if (!supported.includes(flow)) offers.push(offerOf(context, facts, flow, false, atService))
  const offered: Flow[] = []
  for (const offer of offers) if (offer.state === 'open') offered.push(offer.flow)
  const told = (authentication: Negotiation, rule: RuleId): Mutable<NegotiatedFlow> => ({
    authentication,
    clientSteps: atClient.steps,
    serviceSteps: atService.steps,
    rule,
  })
  const found = firstOpen(tries, offers)
  if (order.missing !== undefined && !endAlike(ways, offers))
    return { ...told({ offered, order: [], used: null }, order.rule), missing: order.missing }
  if (found.open !== undefined)
    return { ...told({ offered, order: tries, used: null }, found.open.rule), missing: found.open.missing }
  facts.flowMatch = matchOf(found, order.answer, facts, tries)
  const flow = decide('flow', facts)
  record(atClient, flow)
  const authentication: Mutable<Negotiation> = { offered, order: tries, used: found.flow ?? null }
  const mechanism = mechanismOf(context, found.flow)
  if (mechanism !== undefined) authentication.mechanism = mechanism
  const negotiated = told(authentication, flow.rule)
  if (flow.missing !== undefined) negotiated.missing = flow.missing
  if (found.withheld !== undefined) {
    negotiated.closedBy = found.withheld.rule
    negotiated.closed = found.withheld.state
  }
  return negotiated
}

/** What the product can speak here; where the file lists a virtual directory's methods, those and no others. */
function supportedFlows({ request, workload, client }: LegPathContext): readonly Flow[] {
  const product = flowsServed(request.relyingParty, request.protocol)
  // A registrar takes its own certificate from those it gave one, and digest from meeting guests without an account.
  const isForClient = (flow: Flow): boolean =>
    (flow !== 'digest' || client.product.flows.includes('digest')) &&
    (flow !== 'certificate' || !request.relyingParty.startsWith('skype') || client.registrarCertificate === 'held')
  // Setting up Outlook on the web for tokens begins with turning every other method of its directories off.
  if (request.protocol === 'https' && workload?.settings['owaModernAuthentication'] === true) return ['modern']
  if (workload?.settings['remoteCredentialGuard'] === true) return product
  const listed = workload?.offeredFlows?.[request.protocol] ?? workload?.offeredFlows?.default
  const flows = (
    listed === undefined
      ? flowsOnByDefault(request.relyingParty, request.protocol)
      : product.filter((flow) => listed.includes(flow))
  ).filter(isForClient)
  if (client.product.appOnly === 'managed-identity' && !flows.includes('modern')) return [...flows, 'modern']
  return isWebSite(request) ? flows : withPasswordGrant(flows, client)
}

/** Whether a service offers the same flows under each value of the settings on which exports disagree. */
export function offersAlike({ readings = [] }: LegPathContext): boolean {
  const [first, ...others] = readings.map((one) => supportedFlows(one).join())
  return others.every((flows) => flows === first)
}

/** Pages that a user opens in a browser: a program with a token has no use for them. */
function isWebSite({ relyingParty, protocol }: LegPathContext['request']): boolean {
  if (relyingParty === 'microsoft-365-admin' || relyingParty === 'entra-self-service') return true
  return protocol === 'https' && relyingParty.startsWith('exchange')
}

/** The password grant is made at the token issuer: a service that takes tokens takes one that was got in this way. */
function withPasswordGrant(flows: readonly Flow[], { product }: TenantClient): readonly Flow[] {
  const grants = product.flows.includes('password-grant') && flows.includes('modern')
  return grants && !flows.includes('password-grant') ? [...flows, 'password-grant'] : flows
}

function offerOf(context: LegPathContext, facts: LegFacts, flow: Flow, supported: boolean, recorder: Recorder): Offer {
  addAgreed(facts, context, (to, reading) => addFlowFacts(to, reading, flow, supported))
  const offer = decide('service-offer', facts)
  record(recorder, offer, flow)
  if (offer.missing !== undefined) return { flow, state: 'unknown', rule: offer.rule, missing: offer.missing }
  if (offer.answer !== 'offered') return { flow, state: offer.answer, rule: offer.rule, missing: [] }
  const gate = decide('service-gate', facts)
  record(recorder, gate, flow)
  if (gate.missing !== undefined) return { flow, state: 'unknown', rule: gate.rule, missing: gate.missing }
  return { flow, state: gate.answer, rule: gate.rule, missing: [] }
}

/** Kerberos inside, NTLM outside; a certificate of a registrar is shown in TLS. */
function mechanismOf({ network, request }: LegPathContext, flow: Flow | undefined): Negotiation['mechanism'] {
  if (request.protocol === 'smb') return 'kerberos'
  if (flow === 'windows-integrated') return network.inside ? 'kerberos' : 'ntlm'
  return flow === 'certificate' && request.protocol === 'sip' ? 'tls-dsk' : undefined
}

function matchOf(
  { flow, withheld }: Found,
  order: ClientOrder | undefined,
  facts: LegFacts,
  tries: readonly Flow[],
): Known<'flowMatch'> {
  if (flow !== undefined) return flow === tries[0] ? 'first-choice' : 'fallback'
  if (order === 'modern' && facts.service === 'exchange-online' && facts.alwaysUseMsoAuth === '1')
    return 'forced-modern-refused'
  return withheld === undefined ? 'no-common-flow' : 'closed-by-service'
}
