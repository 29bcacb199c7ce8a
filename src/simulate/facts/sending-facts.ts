import type { Workload } from '../../tenant/tenant.ts'
import { rangesWithin } from '../../tenant/trusted-addresses.ts'
import { type FactValue, type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { LegPathContext } from '../leg-context.ts'

interface Connector {
  readonly SenderIPAddresses?: readonly string[]
  readonly TlsSenderCertificateName?: string
}

/** What the rules may know of mail that is sent without the password of a mailbox. */
export function addSendingFacts(facts: LegFacts, context: LegPathContext): void {
  const route = sendingRoute(context)
  facts.sendingRoute = route
  facts.sendsFromAllowedAddress = route === 'relay' ? allowedByConnector(context) : 'no'
  facts.connectorNamesCertificate = route === 'relay-certificate' ? certificateNamed(context) : 'yes'
  facts.directSend = route === 'direct' ? directSend(context) : 'accepted'
}

function sendingRoute({ client, request }: LegPathContext): FactValue<'sendingRoute'> {
  if (request.protocol !== 'smtp') return 'none'
  if (client.product.sendingOption === 'relay-connector-certificate') return 'relay-certificate'
  return client.product.sendingOption === 'relay-connector-address' ? 'relay' : 'direct'
}

function connectorsOf(workload: Workload | undefined): readonly Connector[] | undefined {
  const connectors = workload?.settings['connectors']
  // The schema has seen to the shape of the list.
  return Array.isArray(connectors) ? (connectors as readonly Connector[]) : undefined
}

/** Whether an inbound connector allows every address that this network sends from. */
function allowedByConnector({ workload, network, request }: LegPathContext): Known<'sendsFromAllowedAddress'> {
  const connectors = connectorsOf(workload)
  if (connectors === undefined) return missing
  const allowed = connectors.flatMap((one) => one.SenderIPAddresses ?? [])
  const { ipAddress } = request.signals
  const sending = ipAddress === undefined ? network.ranges : [ipAddress]
  if (sending.length === 0) return allowed.length === 0 ? 'no' : missing
  const within = rangesWithin(allowed, sending)
  return within === undefined ? missing : within ? 'yes' : 'no'
}

function certificateNamed({ workload }: LegPathContext): Known<'connectorNamesCertificate'> {
  const connectors = connectorsOf(workload)
  if (connectors === undefined) return missing
  return connectors.some((one) => one.TlsSenderCertificateName !== undefined) ? 'yes' : 'no'
}

/** Direct send is rejected where the organization says so, except from where an inbound connector matches. */
function directSend(context: LegPathContext): Known<'directSend'> {
  if (context.workload?.settings['RejectDirectSend'] !== true) return 'accepted'
  const known = allowedByConnector(context)
  return known === missing ? missing : known === 'yes' ? 'accepted' : 'rejected'
}
