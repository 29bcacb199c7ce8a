import { protocolRowOf } from '../../catalog/protocols.ts'
import { claimName, modeledClaims } from '../../tenant/claim-names.ts'
import type { AccessRule, ClaimCondition, IdentityProvider } from '../../tenant/domain.ts'
import { leavesFromTrustedAddress } from '../../tenant/trusted-addresses.ts'
import { type FactName, type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import { own } from '../../vocabulary/own.ts'
import type { Flow } from '../../vocabulary/protocols.ts'
import type { LegContext } from '../leg-context.ts'
import { inStagedRollout } from './account-facts.ts'
import { claimHolds } from './claim-holds.ts'
import { addressesOf } from './egress-addresses.ts'
import { addDomainFacts, domainFacts } from './federation-facts.ts'
import { providerLogon } from './provider-logon.ts'

/** The claims that an identity provider sees, by short name; a claim that is not sent is absent. */
export type Claims = Readonly<Record<string, string>>

const passiveEndpoint = '/adfs/ls/'
const activeEndpoint = '/adfs/services/trust/2005/usernamemixed'

/** What the identity provider knows about this sign-in. */
export function claimsSeen(context: LegContext, flow: Flow): Claims {
  const { network, request } = context
  const direct = network.inside && !isPassedOn(flow)
  const claims: Record<string, string> = {
    'x-ms-endpoint-absolute-path': flow === 'modern' ? passiveEndpoint : activeEndpoint,
    insidecorporatenetwork: direct ? 'true' : 'false',
  }
  if (!direct) claims['x-ms-proxy'] = 'proxy'
  if (!isPassedOn(flow)) return claims
  const address = request.signals.ipAddress ?? onlyAddress(network.ranges)
  if (address !== undefined) claims['x-ms-forwarded-client-ip'] = address
  const application = protocolRowOf(request.protocol)?.adfsClientApplication
  if (application !== undefined) claims['x-ms-client-application'] = application
  return claims
}

/** The address that every sign-in of a network comes from, where its ranges leave but one. */
function onlyAddress(ranges: readonly string[]): string | undefined {
  const [range] = ranges
  if (range === undefined || ranges.length > 1) return undefined
  const [address, length] = range.split('/')
  const single = length === undefined || Number(length) === (range.includes(':') ? 128 : 32)
  return single ? address : undefined
}

/** A password sent to the service is passed on from the cloud; every other sign-in comes from the client itself. */
function isPassedOn(flow: Flow): boolean {
  return flow === 'basic'
}

/** The facts of where the sign-in comes from: client and service settle how they speak without them. */
export const networkFacts = [
  'trustedNetwork',
  'idpReachable',
  'idpRule',
  'providerLogon',
  ...domainFacts,
] as const satisfies readonly FactName[]

type NetworkFact = (typeof networkFacts)[number]

/** Adds where the sign-in comes from and what the identity provider makes of it. */
export function addNetworkFacts(facts: Pick<LegFacts, NetworkFact>, context: LegContext, flow: Flow): void {
  const { user } = context
  const provider = user.domain?.identityProvider
  facts.trustedNetwork = trustedNetwork(context, flow)
  facts.idpReachable = reachable(context, provider, flow)
  facts.idpRule = provider === undefined ? 'permit' : ruleAnswer(context, provider, flow)
  facts.providerLogon = providerLogon(context, flow)
  addDomainFacts(facts, user)
}

/**
 * By address, or by the claim. The page on trusted addresses does not distinguish the two for old clients, while
 * the one on claims lets no password that the service passes on look as if it came from inside: then nobody can say.
 */
function trustedNetwork(context: LegContext, flow: Flow): Known<'trustedNetwork'> {
  const { tenant, network, request } = context
  const trusted = leavesFromTrustedAddress(tenant, network, request.signals.ipAddress)
  if (trusted === true) return 'inside'
  if (trustedByClaim(context, flow)) return isPassedOn(flow) ? missing : 'inside'
  return trusted === undefined ? missing : 'outside'
}

/** Inside by the claim of the identity provider, which the tenant trusts; a password that the service passes on does not carry it. */
export function trustedByClaim(context: LegContext, flow: Flow): boolean {
  const { tenant, network, user } = context
  if (!tenant.multifactorAuthentication.skipForFederatedIntranet || !network.inside) return false
  // In a staged rollout a modern sign-in does not come by the identity provider.
  if (flow === 'modern' && inStagedRollout(user, context.request.signals) === 'in') return false
  return user.domain?.identityProvider?.passesClaims?.has('insidecorporatenetwork') === true
}

/**
 * Exchange Online passes passwords on from the internet; a client inside reaches the provider from inside. Exchange
 * Online PowerShell is said to need a provider that is public, wherever it runs.
 */
function reachable(context: LegContext, provider: IdentityProvider | undefined, flow: Flow): Known<'idpReachable'> {
  const { network, client, request } = context
  const mustBePublic = client.product.kind === 'powershell' && request.relyingParty === 'exchange-online'
  if (provider === undefined || (network.inside && !isPassedOn(flow) && !mustBePublic)) return 'yes'
  return provider.reachableFromInternet === undefined ? missing : provider.reachableFromInternet ? 'yes' : 'no'
}

function ruleAnswer(context: LegContext, provider: IdentityProvider, flow: Flow): Known<'idpRule'> {
  if (provider.accessRules.length === 0) return provider.notUnderstood.length > 0 ? missing : 'permit'
  const claims: Claims = { ...memberships(context), ...claimsSeen(context, flow) }
  let open = provider.notUnderstood.length > 0
  let permitted = !provider.accessRules.some((rule) => rule.effect === 'permit')
  for (const rule of provider.accessRules) {
    const hit = applies(rule, claims, context, isPassedOn(flow))
    if (hit === undefined) open = true
    else if (hit && rule.effect === 'deny') return 'deny'
    else if (hit) permitted = true
  }
  return open ? missing : permitted ? 'permit' : 'deny'
}

function memberships({ user, network }: LegContext): Claims {
  return { upn: user.userPrincipalName.toLowerCase(), 'client-inside': network.inside ? 'true' : 'false' }
}

function applies(rule: AccessRule, claims: Claims, context: LegContext, passedOn: boolean): boolean | undefined {
  let open = false
  for (const condition of rule.conditions) {
    const hit = holds(condition, claims, context, passedOn)
    if (hit === false) return false
    if (hit === undefined) open = true
  }
  return open ? undefined : true
}

/** Whether a condition holds; undefined if unknown, as of a claim that is not modeled. */
function holds(condition: ClaimCondition, claims: Claims, context: LegContext, passedOn: boolean): boolean | undefined {
  const name = claimName(condition.claim)
  if (name === 'group' || name === 'groupsid') return inGroup(condition, context)
  if (!modeledClaims.has(name)) return undefined
  const value = own(claims, name)
  if (value === undefined && passedOn && name === 'x-ms-forwarded-client-ip') return ofAnyAddress(condition, context)
  return claimHolds(condition, value)
}

/** The service always sends the address of the client: which one it is may not matter to a condition. */
function ofAnyAddress(condition: ClaimCondition, { network }: LegContext): boolean | undefined {
  if (condition.operator === 'exists') return true
  if (condition.operator === 'absent') return false
  const [first, ...others] = addressesOf(network.ranges).map((address) => claimHolds(condition, address))
  return others.every((one) => one === first) ? first : undefined
}

function inGroup(condition: ClaimCondition, { user }: LegContext): boolean | undefined {
  if (user.groups === undefined) return undefined
  const member = user.groups.has((condition.value ?? '').toLowerCase())
  return condition.operator === 'not-equals' || condition.operator === 'absent' ? !member : member
}
