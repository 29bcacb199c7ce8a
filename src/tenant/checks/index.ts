import { appPasswordsOutliveTheReset } from './app-passwords-outlive-the-reset.ts'
import type { Check } from './check.ts'
import { clientBeforeItsTime } from './client-before-its-time.ts'
import { clientOverrideNotApplicable } from './client-override-not-applicable.ts'
import { constraintChecks } from './constraints/index.ts'
import { danglingApplicationNames } from './dangling-application-names.ts'
import { danglingClientNames } from './dangling-client-names.ts'
import { danglingDayNames } from './dangling-day-names.ts'
import { danglingDomainNames } from './dangling-domain-names.ts'
import { danglingEventNames } from './dangling-event-names.ts'
import { danglingGroupNames } from './dangling-group-names.ts'
import { danglingPartners } from './dangling-partners.ts'
import { danglingPeopleNames } from './dangling-people-names.ts'
import { danglingRolloutNames } from './dangling-rollout-names.ts'
import { danglingUserNames } from './dangling-user-names.ts'
import { danglingWorkloadNames } from './dangling-workload-names.ts'
import { duplicateName } from './duplicate-name.ts'
import { federatedDomainNeedsIdentityProvider } from './federated-domain-needs-identity-provider.ts'
import { managedDomainHasNoIdentityProvider } from './managed-domain-has-no-identity-provider.ts'
import { namesKeepTheOrderOfTheirCharacters } from './names-keep-the-order-of-their-characters.ts'
import { networkOverlap } from './network-overlap.ts'
import { oneAppPasswordPerDevice } from './one-app-password-per-device.ts'
import { otherValuesInDispute } from './other-values-in-dispute.ts'
import { ownClientNotComplete } from './own-client-not-complete.ts'
import { rolloutPeriods } from './rollout-periods.ts'
import { serviceAccountWithPassword } from './service-account-with-password.ts'
import { settingThatHasEnded } from './setting-that-has-ended.ts'
import { settingsInDispute } from './settings-in-dispute.ts'
import { settingsThatNeedEachOther } from './settings-that-need-each-other.ts'
import { storageAccountAsApplication } from './storage-account-as-application.ts'
import { twoUsersWithOneDisplayName } from './two-users-with-one-display-name.ts'
import { unknownClaims } from './unknown-claims.ts'
import { unknownRegistryValue } from './unknown-registry-value.ts'
import { unknownSettingInEvent } from './unknown-setting-in-event.ts'
import { userOutsideAnyDomain } from './user-outside-any-domain.ts'
import { whoSwitchesAppPasswords } from './who-switches-app-passwords.ts'

/** Every test of what a file means. */
export const meaningChecks: readonly Check[] = [
  duplicateName,
  danglingDomainNames,
  danglingGroupNames,
  danglingPeopleNames,
  danglingPartners,
  unknownClaims,
  danglingClientNames,
  danglingDayNames,
  clientBeforeItsTime,
  danglingApplicationNames,
  danglingUserNames,
  danglingWorkloadNames,
  danglingRolloutNames,
  rolloutPeriods,
  danglingEventNames,
  userOutsideAnyDomain,
  federatedDomainNeedsIdentityProvider,
  managedDomainHasNoIdentityProvider,
  networkOverlap,
  clientOverrideNotApplicable,
  unknownRegistryValue,
  unknownSettingInEvent,
  ownClientNotComplete,
  oneAppPasswordPerDevice,
  appPasswordsOutliveTheReset,
  whoSwitchesAppPasswords,
  serviceAccountWithPassword,
  twoUsersWithOneDisplayName,
  ...constraintChecks,
  namesKeepTheOrderOfTheirCharacters,
  settingThatHasEnded,
  storageAccountAsApplication,
  settingsThatNeedEachOther,
  settingsInDispute,
  otherValuesInDispute,
]
