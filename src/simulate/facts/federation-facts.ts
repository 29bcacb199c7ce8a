import { decide } from '../../rules/decide.ts'
import type { Domain } from '../../tenant/domain.ts'
import type { User } from '../../tenant/tenant.ts'
import { type FactName, type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import { inStagedRollout } from './account-facts.ts'

/** Where a user signs in, and what the identity provider does about a second factor. */
export type FederationFacts = Pick<LegFacts, 'homeRealm' | 'idpPerformsMfa' | 'federatedIdpMfaBehavior'>

/** The facts that follow from the domain of a user alone. */
export const domainFacts = [
  'idpPerformsMfa',
  'idpOwnMfa',
  'federatedIdpMfaBehavior',
] as const satisfies readonly FactName[]

/** Adds what the domain of a user and its identity provider do about a second factor. */
export function addDomainFacts(
  facts: Pick<LegFacts, (typeof domainFacts)[number]>,
  { domain }: Pick<User, 'domain'>,
): void {
  const provider = domain?.identityProvider
  facts.idpPerformsMfa = performsMfa(domain)
  facts.idpOwnMfa = ownMfa(domain)
  facts.federatedIdpMfaBehavior =
    domain?.federatedIdpMfaBehavior ?? (provider ? missing : 'acceptIfMfaDoneByFederatedIdp')
}

/** The same of a user who signs in interactively, about whom nothing more is known. */
export function federationFacts(user: User, signals: Signals): FederationFacts {
  const facts: LegFacts = {
    accountKind: user.kind,
    domainAuthentication: user.domain?.authentication ?? 'managed',
    stagedRollout: inStagedRollout(user, signals),
    flowClass: 'interactive',
    issuer: 'entra-id',
  }
  addDomainFacts(facts, user)
  facts.homeRealm = decide('home-realm', facts).answer ?? missing
  return facts
}

/** A domain that enforces MFA of its provider is taken at its word, unless the file says otherwise; the default is recorded. */
function performsMfa(domain: Domain | undefined): Known<'idpPerformsMfa'> {
  const provider = domain?.identityProvider
  if (provider === undefined) return 'no'
  const { performsMfa: performs, passesClaims } = provider
  if (performs === false || passesClaims?.has('authnmethodsreferences') === false) return 'no'
  if (performs === true && passesClaims !== undefined) return 'yes'
  return domain?.federatedIdpMfaBehavior === 'enforceMfaByFederatedIdp' ? 'yes' : missing
}

/** For the tokens that the identity provider issues itself, it does not matter what it tells Microsoft Entra ID. */
function ownMfa(domain: Domain | undefined): Known<'idpOwnMfa'> {
  const provider = domain?.identityProvider
  if (provider === undefined) return 'no'
  return provider.performsMfa === undefined ? missing : provider.performsMfa ? 'yes' : 'no'
}
