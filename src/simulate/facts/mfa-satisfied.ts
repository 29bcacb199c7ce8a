import { inboundTrustOf } from '../../tenant/cross-tenant-access.ts'
import { isInDispute } from '../../tenant/in-dispute.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import { isWithoutTenant } from '../conditional-access/outsider.ts'
import { mfaClaimOf } from '../grants-of-person.ts'
import type { LegContext } from '../leg-context.ts'
import { countedHere } from '../trust-of-home.ts'
import { type Part, partOfLeg } from '../watched-signals.ts'

const dayLength = 24 * 60 * 60 * 1000

/** The claim that an outsider brings is one of the home tenant, and counts where that is trusted. */
function claimFromHome(tenant: Tenant, user: User): Known<'mfaSatisfied'> {
  const open = isInDispute(user, 'homeIdentity')
  const without = isWithoutTenant(user)
  if (without && !open) return 'no'
  const trust = inboundTrustOf(tenant.crossTenantAccess, user.homeTenant)
  if (trust?.isMfaAccepted === false) return 'no'
  return trust === undefined || open ? missing : 'claim'
}

const passed: Part = {
  name: 'mfa',
  reads: ['mfaClaim', 'lastMfa', 'satisfied', 'privateBrowsing', 'signedIn', 'methods'],
}
const claimed: Part = { name: 'claim', reads: ['mfaClaim', 'methods'] }

/** Whether a second factor was passed before, and whose claim says so: carried by the token, or remembered by the browser. */
export const mfaSatisfied = (context: LegContext): Known<'mfaSatisfied'> => partOfLeg(context, passed, passedBefore)

function passedBefore(context: LegContext): Known<'mfaSatisfied'> {
  const { request, tenant, user, client, at } = context
  const { mfaClaim, lastMfa, satisfied, privateBrowsing, signedIn } = request.signals
  if (satisfied?.includes('mfa')) return claimCarried(context)
  if (mfaClaim !== undefined && mfaClaim !== 'none') {
    if (user.accountHome !== 'here') return claimFromHome(tenant, user)
    return mfaClaimOf(tenant, user, request.signals) === 'none' ? 'no' : claimCarried(context)
  }
  if (countsPerhaps(context)) return missing
  const days = tenant.multifactorAuthentication.rememberDays
  if (days === undefined || user.kind === 'guest' || privateBrowsing === 'yes') return 'no'
  const age = lastMfa ?? (user.lastMfa === undefined ? undefined : at - user.lastMfa)
  // Other programs never see the option; a token that they refresh is checked for the age of the last second factor.
  if (age === undefined || (client.product.kind !== 'browser' && signedIn !== 'yes')) return 'no'
  if (age >= days * dayLength) return 'no'
  return user.otherwise === undefined ? 'remembered' : missing
}

/** Whether an outsider used methods at home that count if the home tenant is trusted, which is open. */
function countsPerhaps({ request, tenant, user }: LegContext): boolean {
  const { methods } = request.signals
  if (methods === undefined || user.accountHome === 'here' || isWithoutTenant(user)) return false
  const open = inboundTrustOf(tenant.crossTenantAccess, user.homeTenant) === undefined
  return open && countedHere(tenant, user, methods)?.length !== methods.length
}

/** The claim of a sign-in that carries one: by whom it was made, as far as the signals say. */
export const claimCarried = (context: LegContext): CarriedClaim => partOfLeg(context, claimed, carriedClaim)

type CarriedClaim = 'claim' | 'entra-claim' | 'idp-claim'

function carriedClaim({ request, user, tenant }: LegContext): CarriedClaim {
  const mfaClaim = mfaClaimOf(tenant, user, request.signals)
  if (mfaClaim === 'entra-id') return 'entra-claim'
  if (mfaClaim === 'federated-idp') return 'idp-claim'
  const { methods } = request.signals
  if (methods === undefined) return 'claim'
  return methods.some((method) => method.toLowerCase() === 'federatedmultifactor') ? 'idp-claim' : 'entra-claim'
}
