import { applicationOf, type MandatoryMfaSubject } from '../../catalog/applications.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type Known, type LegFacts, type Missing, missing } from '../../vocabulary/facts.ts'
import type { LegPathContext } from '../leg-context.ts'
import { changeInForce, rolloutOf } from '../vendor-state.ts'
import { applicationFor } from './application-assignment.ts'
import { graceOfTenant } from './registration-grace.ts'
import { tenantRestrictions } from './tenant-restrictions.ts'

/** What rules can read about the settings and demands that hold for everyone on this leg. */
export function addTenantFacts(facts: LegFacts, context: LegPathContext): void {
  const { tenant, request } = context
  facts.appPasswordsSetting = tenant.multifactorAuthentication.appPasswords ?? missing
  facts.securityDefaults = securityDefaultsOf(tenant)
  facts.guestPasscode = guestPasscode(context)
  facts.mandatoryMfa = mandatoryMfa(context)
  facts.azureManagement = azureManagement(context)
  facts.tenantRestrictions = tenantRestrictions(context)
  facts.applicationAssignment = applicationFor(context)
  facts.selfService = selfService(request.purpose)
  facts.registrationGrace = graceOfTenant(context)
}

/** Whether security defaults are on; missing where exports disagree on it. */
function securityDefaultsOf({ securityDefaults, securityDefaultsInDispute }: Tenant): Known<'securityDefaults'> {
  if (securityDefaults === undefined && securityDefaultsInDispute === true) return missing
  return securityDefaults === true ? 'on' : 'off'
}

function selfService(purpose: string): Exclude<Known<'selfService'>, Missing | undefined> {
  switch (purpose) {
    case 'register-for-mfa':
    case 'create-app-password':
    case 'delete-app-password':
    case 'register-device':
    case 'set-up-hello':
      return purpose
    default:
      return 'no'
  }
}

/** Passcodes are on unless the policy says otherwise. */
function guestPasscode({ tenant }: LegPathContext): Known<'guestPasscode'> {
  const email = tenant.authenticationMethods?.configurations.get('Email')
  return email?.allowExternalIdToUseEmailOtp === 'disabled' ? 'off' : 'on'
}

/** Whether the vendor itself demands MFA of this administration at this date. */
function mandatoryMfa(context: LegPathContext): Known<'mandatoryMfa'> {
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
function azureManagement({ request }: LegPathContext): 'no' | 'yes' {
  if (request.relyingParty === 'azure-management') return 'yes'
  const asked = request.application === undefined ? undefined : applicationOf(request.application)
  return asked?.suites.includes('WindowsAzureServiceManagementApi') === true ? 'yes' : 'no'
}

/** The group of tools or portals that a demand of the vendor names; asked for a token, the application decides. */
function mandatorySubject({ request, client }: LegPathContext): MandatoryMfaSubject | undefined {
  const { relyingParty, application } = request
  if (relyingParty === 'microsoft-365-admin') return 'microsoft-365-admin'
  if (relyingParty === 'azure-management') return client.product.kind === 'browser' ? 'azure-portals' : 'azure-clients'
  return application === undefined ? undefined : applicationOf(application)?.mandatoryMfa
}
