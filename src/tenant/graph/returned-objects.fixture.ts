import { conditionalAccess, crossTenantAccess } from './returned-access.fixture.ts'
import { methodsPolicy } from './returned-methods.fixture.ts'
import { id, of } from './returned-values.fixture.ts'

// https://learn.microsoft.com/graph/api/resources/user, without what has to be expanded.
const user = of(
  {
    id,
    userPrincipalName: 'ada@contoso.com',
    displayName: 'Ada',
    identities: [{ signInType: 'userPrincipalName', issuer: 'contoso.onmicrosoft.com', issuerAssignedId: 'ada' }],
    passwordProfile: { forceChangePasswordNextSignIn: false, password: null },
    businessPhones: [],
  },
  'id deletedDateTime aboutMe accountEnabled ageGroup assignedLicenses assignedPlans authorizationInfo birthday',
  'businessPhones city companyName consentProvidedForMinor country createdDateTime creationType',
  'customSecurityAttributes department displayName employeeHireDate employeeId employeeLeaveDateTime',
  'employeeOrgData employeeType externalUserState externalUserStateChangeDateTime faxNumber givenName hireDate',
  'identities imAddresses infoCatalogs interests isLicenseReconciliationNeeded isManagementRestricted',
  'isResourceAccount jobTitle lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates mail',
  'mailNickname mailboxSettings mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName',
  'onPremisesExtensionAttributes onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors',
  'onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSipInfo onPremisesSyncEnabled',
  'onPremisesUserPrincipalName otherMails passwordPolicies passwordProfile pastProjects postalCode',
  'preferredDataLocation preferredLanguage preferredName provisionedPlans proxyAddresses',
  'refreshTokensValidFromDateTime responsibilities schools securityIdentifier serviceProvisioningErrors',
  'showInAddressList signInActivity signInSessionsValidFromDateTime skills state streetAddress surname',
  'usageLocation userPrincipalName userType cloudRealtimeCommunicationInfo deviceEnrollmentLimit deviceKeys',
  'identityParentId onPremisesObjectIdentifier onPremisesSyncBehavior',
)

// https://learn.microsoft.com/graph/api/resources/device
const device = of(
  {
    id,
    accountEnabled: true,
    displayName: 'DESKTOP-1',
    trustType: 'AzureAd',
    isCompliant: true,
    operatingSystem: 'Windows',
    systemLabels: [],
    physicalIds: ['[ZTDID]:1', '[OrderID]:Kiosk'],
    extensionAttributes: { extensionAttribute1: 'SAW' },
  },
  'accountEnabled alternativeSecurityIds approximateLastSignInDateTime complianceExpirationDateTime deviceCategory',
  'deviceId deviceMetadata deviceOwnership deviceVersion displayName domainName enrollmentProfileName',
  'enrollmentType extensionAttributes hostnames id deletedDateTime isCompliant isManaged isManagementRestricted',
  'isRooted kind managementType manufacturer mdmAppId model onPremisesLastSyncDateTime',
  'onPremisesSecurityIdentifier onPremisesSyncEnabled operatingSystem operatingSystemVersion physicalIds platform',
  'profileType registrationDateTime status systemLabels trustType createdDateTime alternativeNames',
)

// https://learn.microsoft.com/graph/api/resources/group
const group = of(
  { id, displayName: 'Staff', groupTypes: [], securityEnabled: true },
  'allowExternalSenders assignedLabels assignedLicenses autoSubscribeNewMembers classification createdByAppId',
  'createdDateTime deletedDateTime description displayName expirationDateTime groupTypes hasMembersWithLicenseErrors',
  'hideFromAddressLists hideFromOutlookClients id infoCatalogs isArchived isAssignableToRole isFavorite',
  'isManagementRestricted isSubscribedByMail licenseProcessingState mail mailEnabled mailNickname membershipRule',
  'membershipRuleProcessingState onPremisesDomainName onPremisesLastSyncDateTime onPremisesNetBiosName',
  'onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled',
  'preferredDataLocation preferredLanguage proxyAddresses renewedDateTime resourceBehaviorOptions',
  'resourceProvisioningOptions securityEnabled securityIdentifier serviceProvisioningErrors theme uniqueName',
  'unseenCount visibility creationOptions organizationId',
)

// https://learn.microsoft.com/graph/api/resources/application
const application = of(
  { id, appId: id, displayName: 'Expenses' },
  'addIns api appId appRoles applicationTemplateId authenticationBehaviors certification createdDateTime',
  'defaultRedirectUri deletedDateTime description disabledByMicrosoftStatus displayName groupMembershipClaims id',
  'identifierUris info isDeviceOnlyAuthSupported isFallbackPublicClient keyCredentials logo',
  'nativeAuthenticationApisEnabled notes oauth2RequirePostResponse optionalClaims parentalControlSettings',
  'passwordCredentials publicClient publisherDomain requestSignatureVerification requiredResourceAccess',
  'samlMetadataUrl serviceManagementReference servicePrincipalLockConfiguration signInAudience spa tags',
  'tokenEncryptionKeyId uniqueName verifiedPublisher web windows',
)

// https://learn.microsoft.com/graph/api/resources/domain
const domain = of(
  { id: 'contoso.com', authenticationType: 'Managed', isDefault: true, supportedServices: ['Email'] },
  'authenticationType availabilityStatus id isAdminManaged isDefault isInitial isRoot isVerified',
  'passwordNotificationWindowInDays passwordValidityPeriodInDays state supportedServices',
)

/** A tenant file that holds nothing but objects as Graph returns them, each with every documented property. */
export const returnedTenant = {
  name: 'as Graph returns it',
  asOf: '2026-11-20',
  domains: [domain],
  authenticationMethodsPolicy: methodsPolicy,
  crossTenantAccess,
  // https://learn.microsoft.com/graph/api/resources/authorizationpolicy
  authorizationPolicy: {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#policies/authorizationPolicy/$entity',
    id: 'authorizationPolicy',
    displayName: 'Authorization Policy',
    description: 'Used to manage authorization related settings across the company.',
    deletedDateTime: null,
    allowInvitesFrom: 'everyone',
    allowUserConsentForRiskyApps: null,
    allowedToSignUpEmailBasedSubscriptions: true,
    allowedToUseSSPR: true,
    allowEmailVerifiedUsersToJoinOrganization: false,
    blockMsolPowerShell: null,
    defaultUserRolePermissions: { allowedToCreateApps: true },
    enabledPreviewFeatures: [],
    guestUserRoleId: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
    permissionGrantPolicyIdsAssignedToDefaultUserRole: [],
  },
  // https://learn.microsoft.com/graph/api/resources/identitysecuritydefaultsenforcementpolicy
  securityDefaults: {
    id: '00000000-0000-0000-0000-000000000005',
    displayName: 'Security Defaults',
    description: 'Security defaults is a set of basic identity security mechanisms.',
    deletedDateTime: null,
    isEnabled: false,
  },
  // https://learn.microsoft.com/graph/api/resources/homerealmdiscoverypolicy
  homeRealmDiscoveryPolicies: [
    {
      id,
      displayName: 'Passwords in the cloud',
      description: null,
      deletedDateTime: null,
      definition: ['{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}'],
      isOrganizationDefault: false,
    },
  ],
  conditionalAccess,
  devices: [device],
  groups: [group],
  applications: [application],
  users: [
    {
      ...user,
      // https://learn.microsoft.com/graph/api/resources/fido2authenticationmethod
      passkeys: [
        {
          id,
          displayName: 'Key',
          createdDateTime: '2026-01-01T00:00:00Z',
          lastUsedDateTime: null,
          aaGuid: '90a3ccdf-635c-4729-a248-9b709135078f',
          model: 'Key of a vendor',
          passkeyType: 'deviceBound',
          attestationCertificates: [],
          attestationLevel: 'attested',
        },
      ],
      methods: ['fido2'],
    },
  ],
}
