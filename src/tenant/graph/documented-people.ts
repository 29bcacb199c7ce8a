import type { DocumentedObject } from '../schema/as-returned.ts'

/**
 * A user. Groups and registered methods are not properties of a user: `memberOf` and `authentication` have to be asked
 * for, and are not read here.
 */
export const user: DocumentedObject = {
  page: 'https://learn.microsoft.com/graph/api/resources/user',
  nullable: [
    ...['displayName', 'userType', 'accountEnabled', 'onPremisesSyncEnabled', 'onPremisesSamAccountName'],
    'onPremisesDomainName',
  ],
  withoutEffect: [
    ...['aboutMe', 'ageGroup', 'assignedLicenses', 'assignedPlans', 'authorizationInfo', 'birthday'],
    ...['businessPhones', 'city', 'cloudLicensing', 'cloudRealtimeCommunicationInfo', 'companyName'],
    ...['consentProvidedForMinor', 'country', 'createdDateTime', 'customSecurityAttributes', 'deletedDateTime'],
    ...['department', 'deviceEnrollmentLimit', 'deviceKeys', 'employeeHireDate', 'employeeId'],
    ...['employeeLeaveDateTime', 'employeeOrgData', 'employeeType', 'externalUserState', 'creationType'],
    ...['externalUserConvertedOn', 'externalUserInformation', 'externalUserStateChangeDateTime', 'faxNumber'],
    ...['givenName', 'hireDate', 'identityParentId', 'imAddresses', 'infoCatalogs', 'interests'],
    ...['isLicenseReconciliationNeeded', 'isManagementRestricted', 'isResourceAccount', 'jobTitle'],
    ...['lastPasswordChangeDateTime', 'legalAgeGroupClassification', 'licenseAssignmentStates', 'mail'],
    ...['mailNickname', 'mailboxSettings', 'mobilePhone', 'mySite', 'officeLocation'],
    ...['onPremisesDistinguishedName', 'onPremisesExtensionAttributes'],
    ...['onPremisesImmutableId', 'onPremisesLastSyncDateTime', 'onPremisesObjectIdentifier'],
    ...['onPremisesProvisioningErrors', 'onPremisesSecurityIdentifier'],
    ...['onPremisesSipInfo', 'onPremisesSyncBehavior', 'onPremisesUserPrincipalName', 'otherMails'],
    ...['passwordPolicies', 'pastProjects', 'postalCode', 'preferredDataLocation', 'preferredLanguage'],
    ...['preferredName', 'print', 'provisionedPlans', 'proxyAddresses', 'refreshTokensValidFromDateTime'],
    ...['responsibilities', 'schools', 'securityIdentifier', 'serviceProvisioningErrors', 'showInAddressList'],
    ...['signInActivity', 'signInSessionsValidFromDateTime', 'skills', 'state', 'streetAddress', 'surname'],
    ...['usageLocation', 'usageRights', 'identities', 'passwordProfile', 'manager'],
  ],
}

/** A device in the directory. */
export const device: DocumentedObject = {
  page: 'https://learn.microsoft.com/graph/api/resources/device',
  nullable: [
    ...['displayName', 'deviceId', 'isCompliant', 'trustType', 'deviceOwnership', 'profileType', 'model'],
    ...['manufacturer', 'operatingSystem', 'operatingSystemVersion', 'enrollmentProfileName', 'mdmAppId'],
    ...['platform', 'systemLabels', 'physicalIds'],
    ...Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`),
  ],
  withoutEffect: [
    ...['id', 'deletedDateTime', 'alternativeSecurityIds', 'approximateLastSignInDateTime'],
    ...['complianceExpirationDateTime', 'deviceCategory', 'deviceMetadata', 'deviceVersion', 'domainName'],
    ...['enrollmentType', 'hostnames', 'isManaged', 'isManagementRestricted', 'isRooted', 'kind', 'managementType'],
    ...['onPremisesLastSyncDateTime', 'onPremisesSecurityIdentifier', 'onPremisesSyncEnabled', 'platform', 'status'],
    ...['registrationDateTime', 'extensionAttributes', 'createdDateTime', 'alternativeNames', 'deviceTemplate'],
  ],
}
