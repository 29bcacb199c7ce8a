import type { HomeRealmDiscoveryPolicy } from '../../tenant/home-realm-discovery-policy.ts'
import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { LegContext } from '../leg-context.ts'
import { resourceOf } from '../resource-of.ts'

/**
 * Where the password that a program sends in a password grant can be checked. Microsoft Entra ID does not pass it on to an
 * identity provider: the program asks there itself, or a home realm discovery policy has the synchronized hash checked.
 */
export function passwordGrantChecked(
  context: LegContext,
  { stagedRollout, managedSignIn }: Pick<LegFacts, 'stagedRollout' | 'managedSignIn'>,
): Known<'passwordGrantChecked'> {
  const { user, client } = context
  if (user.domain?.authentication !== 'federated') return 'in-the-cloud'
  const wsTrust = client.wsTrust ?? client.product.wsTrust
  if (wsTrust === true) return 'at-the-identity-provider'
  if (wsTrust === 'not-said') return missing
  // The pages on staged rollouts say nothing of a password grant.
  if (stagedRollout !== 'out') return missing
  const allowed = cloudPasswords(context)
  if (allowed !== true) return allowed === undefined ? missing : 'nowhere'
  if (managedSignIn === missing) return missing
  return managedSignIn === 'pass-through' ? 'nowhere' : 'in-the-cloud'
}

/** Whether a home realm discovery policy lets the cloud check the passwords of federated users; undefined if unknown. */
function cloudPasswords(context: LegContext): boolean | undefined {
  const { homeRealmDiscoveryPolicies: policies } = context.tenant
  if (policies.length === 0) return false
  const usual = policies.some((policy) => policy.isOrganizationDefault && policy.allowCloudPasswordValidation)
  const own = policies.filter(({ applications }) => applications.size > 0)
  const { appId } = context.client.product
  const ids = [appId, resourceOf(context)].flatMap((id) => (id === undefined ? [] : [id.toLowerCase()]))
  const named = own.filter(({ applications }) => ids.some((id) => applications.has(id)))
  if (named.length > 0) return named.some(allows)
  // A policy of an application this client may be, for all that is said about it.
  return appId === undefined && own.some((policy) => allows(policy) !== usual) ? undefined : usual
}

const allows = (policy: HomeRealmDiscoveryPolicy): boolean => policy.allowCloudPasswordValidation
