import type { Check } from '../check.ts'
import { activesyncPolicyLimits } from './activesync-policy-limits.ts'
import { appPasswordsOfUsers } from './app-passwords-of-users.ts'
import { enforcedBeforeRegistration } from './enforced-before-registration.ts'
import { exchangeServerModernAuthentication } from './exchange-server-modern-authentication.ts'
import { featureWithoutLicence } from './feature-without-licence.ts'
import { federationSettingsOfManagedDomain } from './federation-settings-of-managed-domain.ts'
import { hybridModernAuthenticationPrerequisites } from './hybrid-modern-authentication-prerequisites.ts'
import { intranetSetting } from './intranet-setting.ts'
import { managedPolicyTurnsOn } from './managed-policy-turns-on.ts'
import { mfaOfIdentityProvider } from './mfa-of-identity-provider.ts'
import { modernAuthenticationDiffers } from './modern-authentication-differs.ts'
import { passiveBesideModernAuthentication } from './passive-beside-modern-authentication.ts'
import { perUserMfaMixed } from './per-user-mfa-mixed.ts'
import { policyLimits } from './policy-limits.ts'
import { registrationContradictsMethods } from './registration-contradicts-methods.ts'
import { rememberedMfa } from './remembered-mfa.ts'
import { retiredControl } from './retired-control.ts'
import { securityDefaultsBesidePolicies } from './security-defaults-beside-policies.ts'
import { stagedRolloutProtocols } from './staged-rollout-protocols.ts'
import { strengthOfOutsiders } from './strength-of-outsiders.ts'
import { topologyNeedsClientSetting } from './topology-needs-client-setting.ts'
import { trustedAddresses } from './trusted-addresses.ts'
import { unreachableProviderAndPowershell } from './unreachable-provider-and-powershell.ts'

/** Documented constraints between settings; each finding names the page that states it. */
export const constraintChecks: readonly Check[] = [
  modernAuthenticationDiffers,
  topologyNeedsClientSetting,
  hybridModernAuthenticationPrerequisites,
  exchangeServerModernAuthentication,
  passiveBesideModernAuthentication,
  perUserMfaMixed,
  trustedAddresses,
  intranetSetting,
  rememberedMfa,
  securityDefaultsBesidePolicies,
  featureWithoutLicence,
  activesyncPolicyLimits,
  policyLimits,
  retiredControl,
  strengthOfOutsiders,
  managedPolicyTurnsOn,
  mfaOfIdentityProvider,
  federationSettingsOfManagedDomain,
  stagedRolloutProtocols,
  appPasswordsOfUsers,
  enforcedBeforeRegistration,
  registrationContradictsMethods,
  unreachableProviderAndPowershell,
]
