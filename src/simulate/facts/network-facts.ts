import type { IdentityProvider } from '../../tenant/domain.ts'
import { leavesFromTrustedAddress } from '../../tenant/trusted-addresses.ts'
import { type FactName, type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { Flow } from '../../vocabulary/protocols.ts'
import type { LegContext } from '../leg-context.ts'
import { isPassedOn, ruleAnswer } from './access-rules.ts'
import { inStagedRollout } from './account-facts.ts'
import { addDomainFacts, domainFacts } from './federation-facts.ts'
import { providerLogon } from './provider-logon.ts'

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
