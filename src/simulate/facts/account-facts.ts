import { inboundTrustOf } from '../../tenant/cross-tenant-access.ts'
import { crossTenantEntryOf } from '../../tenant/cross-tenant-entry.ts'
import { isInDispute } from '../../tenant/in-dispute.ts'
import type { User } from '../../tenant/tenant.ts'
import { type FactName, type Known, type LegFacts, type Missing, missing } from '../../vocabulary/facts.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import type { LegContext } from '../leg-context.ts'
import { cloudMethodOf } from '../methods/cloud-method.ts'
import { usableSecondFactor } from '../methods/usable-methods.ts'
import { resourceOf } from '../resource-of.ts'
import { passwordGrantChecked } from './password-grant.ts'
import { assumesRegistration, registrationGrace } from './registration-grace.ts'

/** The most app passwords that a user can have. */
export const appPasswordLimit = 40

/** The facts that the file alone states about an account: they are the same on every leg. */
export const standingFacts = [
  'accountKind',
  'accountHome',
  'domainAuthentication',
  'managedSignIn',
  'perUserMfaState',
  'appPasswordCount',
  'adminRole',
  'accountOnPremises',
  'accountInCloud',
] as const satisfies readonly FactName[]

/** The facts of the account that depend on the leg or on the tenant besides. */
export const accountFactsOfLeg = [
  'crossTenant',
  'inboundMfaTrust',
  'stagedRollout',
  'mfaRegistered',
  'registrationGrace',
  'passwordGrantChecked',
  'firstFactor',
  'cloudMethod',
] as const satisfies readonly FactName[]

/** The facts of the account: client and service settle how they speak without them. */
export const accountFacts = [...standingFacts, ...accountFactsOfLeg] as const

type AccountFact = (typeof accountFacts)[number]

/** What the file states about an account. */
export function addStandingFacts(facts: Pick<LegFacts, (typeof standingFacts)[number]>, user: User): void {
  const { domain } = user
  facts.accountKind = user.kind
  facts.accountHome = isInDispute(user, 'homeIdentity') ? missing : user.accountHome
  facts.domainAuthentication = domain === undefined ? 'managed' : domain.authentication
  facts.managedSignIn = managedSignInOf(user)
  facts.perUserMfaState = user.perUserMfaState ?? missing
  facts.appPasswordCount = count(user.appPasswords?.length)
  facts.adminRole = roleOf(user)
  facts.accountOnPremises = onPremisesStateOf(user)
  facts.accountInCloud = user.account.inCloud ?? missing
}

/** Whether the account is synchronized; missing where exports disagree on it. */
const syncedOf = (user: User): boolean | Missing => (isInDispute(user, 'onPremisesSyncEnabled') ? missing : user.synced)

function managedSignInOf(user: User): Known<'managedSignIn'> {
  const { domain } = user
  const synced = syncedOf(user)
  if (domain === undefined || synced === false) return 'cloud-only'
  const { managedSignIn } = domain
  return synced === missing && managedSignIn !== 'cloud-only' ? missing : (managedSignIn ?? missing)
}

function onPremisesStateOf(user: User): Known<'accountOnPremises'> {
  const synced = syncedOf(user)
  const { onPremises } = user.account
  if (synced === false || (synced === missing && onPremises === 'sound')) return 'sound'
  return synced === missing ? missing : (onPremises ?? missing)
}

/** What rules can read about the account on this leg besides what the file states of it, which the facts have already. */
export function addAccountFacts(facts: Pick<LegFacts, AccountFact>, context: LegContext): void {
  const { user, request, tenant } = context
  facts.crossTenant =
    user.accountHome === 'here' ? 'open' : (crossTenantEntryOf(tenant, user, resourceOf(context)) ?? missing)
  facts.inboundMfaTrust = mfaTrust(context)
  facts.stagedRollout = inStagedRollout(user, request.signals)
  facts.mfaRegistered = registeredHere(context, facts.inboundMfaTrust)
  // What the tenant gives is known before the user is.
  const given = facts.registrationGrace
  if (given !== undefined && given !== 'none') facts.registrationGrace = graceLeft(given, context)
  facts.passwordGrantChecked = passwordGrantChecked(context, facts)
  facts.firstFactor = request.signals.firstFactor ?? 'right'
  facts.cloudMethod = cloudMethodOf(context)
}

/** The days of a person where the tenant gives them; where that is open, days that are over anyway are none. */
function graceLeft(given: Known<'registrationGrace'>, context: LegContext): Known<'registrationGrace'> {
  const own = registrationGrace(context)
  return given === 'available' || own === 'none' ? own : given
}

/** Whether a second factor of the home tenant counts; of other homes there is none to count. */
function mfaTrust({ user, tenant }: LegContext): Known<'inboundMfaTrust'> {
  const elsewhere = user.accountHome === 'entra-tenant' || user.accountHome === 'direct-connect'
  if (!elsewhere && !isInDispute(user, 'homeIdentity')) return 'no'
  const trust = inboundTrustOf(tenant.crossTenantAccess, user.homeTenant)
  if (trust?.isMfaAccepted === false) return 'no'
  return trust === undefined || isInDispute(user, 'homeIdentity') ? missing : 'yes'
}

/** Where the home tenant's second factor counts, registering is a matter of the home tenant. */
function registeredHere(context: LegContext, trust: Known<'inboundMfaTrust'>): Known<'mfaRegistered'> {
  if (trust === 'yes') return 'yes'
  const { mfaRegistered } = context.user
  if (mfaRegistered !== false && isInDispute(context.user, 'methods')) return missing
  if (mfaRegistered === true && context.user.methods !== undefined && context.user.accountHome === 'here')
    return usableSecondFactor(context)
  if (mfaRegistered !== undefined) return mfaRegistered ? 'yes' : 'no'
  return assumesRegistration(context) ? 'yes' : missing
}

function count(howMany: number | undefined): Known<'appPasswordCount'> {
  if (howMany === undefined) return missing
  return howMany === 0 ? 'none' : howMany >= appPasswordLimit ? 'full' : 'some'
}

/** A staged rollout concerns synchronized users; a sign-in that names the domain beforehand bypasses it. */
export function inStagedRollout(user: User, signals: Signals): Known<'stagedRollout'> {
  const rollout = user.domain?.stagedRollout
  const synced = syncedOf(user)
  if (rollout === undefined || rollout.size === 0 || synced === false) return 'out'
  const { domainHint } = signals
  if (domainHint !== undefined && domainHint !== 'none') return 'out'
  return synced === missing && user.stagedRollout === 'in' ? missing : (user.stagedRollout ?? missing)
}

function roleOf({ adminRole }: User): Known<'adminRole'> {
  return adminRole === undefined ? missing : adminRole ? 'yes' : 'no'
}
