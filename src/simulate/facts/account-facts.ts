import { applicationOf } from '../../catalog/applications.ts'
import { type FactName, type Known, type LegFacts, type Missing, missing } from '../../vocabulary/facts.ts'
import type { LegContext } from '../leg-context.ts'
import { changeInForce, rolloutOf } from '../vendor-state.ts'

/** The most app passwords that a user can have. */
export const appPasswordLimit = 40

/** The facts of the account: client and service settle how they speak without them. */
export const accountFacts = [
  'accountKind',
  'emergencyAccess',
  'domainAuthentication',
  'stagedRollout',
  'managedSignIn',
  'perUserMfaState',
  'mfaRegistered',
  'appPasswordsSetting',
  'appPasswordCount',
  'adminRole',
  'accountOnPremises',
  'accountInCloud',
  'firstFactor',
  'mandatoryMfa',
  'azureManagement',
  'registrationGrace',
  'selfService',
] as const satisfies readonly FactName[]

type AccountFact = (typeof accountFacts)[number]

/** What the rules may know of the account on this leg. */
export function addAccountFacts(facts: Pick<LegFacts, AccountFact>, context: LegContext): void {
  const { user, tenant, request } = context
  const { domain } = user
  facts.accountKind = user.kind
  facts.emergencyAccess = user.emergencyAccess ? 'yes' : 'no'
  facts.domainAuthentication = domain === undefined ? 'managed' : domain.authentication
  facts.stagedRollout = inStagedRollout(context)
  facts.managedSignIn =
    domain === undefined ? 'cloud-only' : user.synced ? (domain.managedSignIn ?? missing) : 'cloud-only'
  facts.perUserMfaState = user.perUserMfaState ?? missing
  facts.mfaRegistered = user.mfaRegistered === undefined ? missing : user.mfaRegistered ? 'yes' : 'no'
  facts.appPasswordsSetting = tenant.multifactorAuthentication.appPasswords ?? missing
  facts.appPasswordCount = count(user.appPasswords?.length)
  facts.adminRole = adminRole(context)
  facts.accountOnPremises = user.synced ? (user.account.onPremises ?? missing) : 'sound'
  facts.accountInCloud = user.account.inCloud ?? missing
  facts.firstFactor = request.signals.firstFactor ?? 'right'
  facts.mandatoryMfa = mandatoryMfa(context)
  facts.azureManagement = azureManagement(context)
  facts.registrationGrace = registrationGrace(context)
  facts.selfService = selfService(request.purpose)
}

function count(howMany: number | undefined): Known<'appPasswordCount'> {
  if (howMany === undefined) return missing
  return howMany === 0 ? 'none' : howMany >= appPasswordLimit ? 'full' : 'some'
}

/** A staged roll-out concerns synchronised users; a sign-in that names the domain beforehand goes round it. */
function inStagedRollout({ user, request }: LegContext): Known<'stagedRollout'> {
  const rollout = user.domain?.stagedRollout
  if (rollout === undefined || rollout.size === 0 || !user.synced) return 'out'
  const { domainHint } = request.signals
  if (domainHint !== undefined && domainHint !== 'none') return 'out'
  return user.stagedRollout ?? missing
}

function adminRole({ user }: LegContext): Known<'adminRole'> {
  if (user.adminRole !== undefined) return user.adminRole ? 'yes' : 'no'
  return user.roles === undefined ? missing : user.roles.size > 0 ? 'yes' : 'no'
}

function selfService(purpose: string): Exclude<Known<'selfService'>, Missing | undefined> {
  switch (purpose) {
    case 'register-for-mfa':
    case 'create-app-password':
    case 'delete-app-password':
    case 'register-device':
      return purpose
    default:
      return 'no'
  }
}

/** Whether the registration that security defaults ask for can still be put off at this date. */
function registrationGrace({ tenant, at }: LegContext): Known<'registrationGrace'> {
  const change = changeInForce(tenant, at, 'security-defaults-registration-grace', 'tenant')
  if (change === missing) return missing
  if (change === undefined || change.value === 'none') return 'none'
  if (change.value !== 'rolling-out') return 'available'
  const rollout = rolloutOf(tenant, change, at)
  return rollout === undefined ? missing : rollout === 'applied' ? 'none' : 'available'
}

/** Whether the vendor itself demands MFA of this administration at this date. */
function mandatoryMfa(context: LegContext): Known<'mandatoryMfa'> {
  const { tenant, at } = context
  const subject = mandatorySubject(context)
  if (subject === undefined) return 'no'
  const change = changeInForce(tenant, at, 'mandatory-mfa', subject)
  if (change === undefined) return 'no'
  if (change === missing) return missing
  if (change.value === 'required') return 'yes'
  const postponed = tenant.multifactorAuthentication.mandatoryPostponedUntil
  if (postponed !== undefined && at < postponed) return 'no'
  const rollout = rolloutOf(tenant, change, at)
  return rollout === undefined ? missing : rollout === 'applied' ? 'yes' : 'no'
}

/** The Azure portal, the admin center of Entra, and all that speaks to Azure Resource Manager. */
function azureManagement({ request }: LegContext): 'no' | 'yes' {
  if (request.relyingParty === 'azure-management') return 'yes'
  const asked = request.application === undefined ? undefined : applicationOf(request.application)
  return asked?.suites.includes('WindowsAzureServiceManagementApi') === true ? 'yes' : 'no'
}

/** The group of tools or portals that a demand of the vendor names; asked for a token, the application decides. */
function mandatorySubject({ request, client }: LegContext): string | undefined {
  const { relyingParty, application } = request
  if (relyingParty === 'microsoft-365-admin') return 'microsoft-365-admin'
  if (relyingParty === 'azure-management') return client.product.kind === 'browser' ? 'azure-portals' : 'azure-clients'
  return application === undefined ? undefined : applicationOf(application)?.mandatoryMfa
}
