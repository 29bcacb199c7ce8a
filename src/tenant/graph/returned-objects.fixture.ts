/** Objects with every property that the vendor's page of the resource lists, as Graph returns them, by place in the file. */

const id = 'aaaaaaaa-0000-4000-8000-00000000000a'
const everyone = { '@odata.type': '#microsoft.graph.x', id: 'all_users', targetType: 'group' }
const target = { ...everyone, isRegistrationRequired: false }

const of = (values: Readonly<Record<string, unknown>>, ...names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => name.split(' ')).map((name) => [name, values[name] ?? null]))

/** A configuration as in the list of the policy. */
function method(type: string, own: Readonly<Record<string, unknown>>) {
  return {
    '@odata.type': `#microsoft.graph.${type}AuthenticationMethodConfiguration`,
    state: 'enabled',
    excludeTargets: [],
    'includeTargets@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#x',
    includeTargets: [target],
    ...own,
  }
}

const keyRestrictions = { isEnforced: false, enforcementType: 'block', aaGuids: [] }

// https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicy, and the pages of each configuration.
const methodsPolicy = {
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#authenticationMethodsPolicy',
  id: 'authenticationMethodsPolicy',
  displayName: 'Authentication Methods Policy',
  description: 'The tenant-wide policy.',
  lastModifiedDateTime: '2026-01-01T00:00:00Z',
  policyVersion: '1.5',
  policyMigrationState: 'migrationComplete',
  reconfirmationInDays: null,
  registrationEnforcement: {
    authenticationMethodsRegistrationCampaign: {
      snoozeDurationInDays: 1,
      enforceRegistrationAfterAllowedSnoozes: true,
      state: 'default',
      excludeTargets: [],
      includeTargets: [{ ...everyone, targetedAuthenticationMethod: 'microsoftAuthenticator' }],
    },
  },
  reportSuspiciousActivitySettings: { state: 'default', includeTarget: everyone, voiceReportingCode: 0 },
  systemCredentialPreferences: { state: 'default', includeTargets: [everyone], excludeTargets: [] },
  microsoftAuthenticatorPlatformSettings: { enforceAppPIN: { excludeTargets: [], includeTargets: [everyone] } },
  'authenticationMethodConfigurations@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#x',
  authenticationMethodConfigurations: [
    method('fido2', {
      id: 'Fido2',
      isSelfServiceRegistrationAllowed: true,
      isAttestationEnforced: false,
      defaultPasskeyProfile: '00000000-0000-0000-0000-000000000001',
      keyRestrictions,
      passkeyProfiles: [
        {
          '@odata.type': '#microsoft.graph.passkeyProfile',
          id: '00000000-0000-0000-0000-000000000001',
          name: 'Default passkey profile',
          passkeyTypes: 'synced,deviceBound',
          attestationEnforcement: 'disabled',
          keyRestrictions,
        },
      ],
      includeTargets: [{ ...target, allowedPasskeyProfiles: ['00000000-0000-0000-0000-000000000001'] }],
    }),
    method('microsoftAuthenticator', {
      id: 'MicrosoftAuthenticator',
      isSoftwareOathEnabled: true,
      featureSettings: { displayAppInformationRequiredState: { state: 'default', includeTarget: everyone } },
      includeTargets: [{ ...target, authenticationMode: 'any' }],
    }),
    method('sms', { id: 'Sms', includeTargets: [{ ...target, isUsableForSignIn: false }] }),
    method('voice', { id: 'Voice', isOfficePhoneAllowed: false, callerIdNumber: null, isCustomGreetingEnabled: false }),
    method('email', { id: 'Email', allowExternalIdToUseEmailOtp: 'default' }),
    method('temporaryAccessPass', {
      id: 'TemporaryAccessPass',
      defaultLifetimeInMinutes: 60,
      defaultLength: 8,
      minimumLifetimeInMinutes: 60,
      maximumLifetimeInMinutes: 480,
      isUsableOnce: false,
    }),
    method('softwareOath', { id: 'SoftwareOath' }),
    method('hardwareOath', { id: 'HardwareOath' }),
    method('x509Certificate', {
      id: 'X509Certificate',
      certificateUserBindings: [
        {
          x509CertificateField: 'PrincipalName',
          userProperty: 'userPrincipalName',
          priority: 1,
          trustAffinityLevel: 'low',
        },
      ],
      authenticationModeConfiguration: {
        x509CertificateAuthenticationDefaultMode: 'x509CertificateSingleFactor',
        x509CertificateDefaultRequiredAffinityLevel: 'low',
        rules: [
          {
            x509CertificateRuleType: 'policyOID',
            identifier: '1.2.3',
            issuerSubjectIdentifier: null,
            policyOidIdentifier: '1.2.3',
            x509CertificateAuthenticationMode: 'x509CertificateMultiFactor',
            x509CertificateRequiredAffinityLevel: 'low',
          },
        ],
      },
      issuerHintsConfiguration: { state: 'disabled' },
      crlValidationConfiguration: { state: 'disabled', exemptedCertificateAuthoritiesSubjectKeyIdentifiers: [] },
      certificateAuthorityScopes: [],
    }),
    method('qrCodePin', { id: 'QRCodePin', standardQRCodeLifetimeInDays: 365, pinLength: 8 }),
    method('verifiableCredentials', { id: 'VerifiableCredentials', state: 'disabled' }),
    method('external', {
      id,
      displayName: 'Factors elsewhere',
      appId: id,
      openIdConnectSetting: { clientId: 'x', discoveryUrl: 'https://idp.example/.well-known/openid-configuration' },
    }),
  ],
}

const all = (accessType: string, own: string, word: string) => ({
  accessType,
  targets: [{ target: own, targetType: word }],
})
const b2b = (accessType: string) => ({
  usersAndGroups: all(accessType, 'AllUsers', 'user'),
  applications: all(accessType, 'AllApplications', 'application'),
})
const trust = { isMfaAccepted: null, isCompliantDeviceAccepted: false, isHybridAzureADJoinedDeviceAccepted: false }
const consent = { inboundAllowed: false, outboundAllowed: false }
const connected = {
  m365CollaborationInbound: { users: all('blocked', 'AllUsers', 'user') },
  m365CollaborationOutbound: { usersAndGroups: all('blocked', 'AllUsers', 'user') },
  appServiceConnectInbound: { applications: all('blocked', 'AllApplications', 'application') },
}

// https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicyconfigurationdefault and ...partner
const crossTenantAccess = {
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#policies/crossTenantAccessPolicy/$entity',
  id: 'crossTenantAccessPolicy',
  displayName: 'CrossTenantAccessPolicy',
  description: null,
  deletedDateTime: null,
  definition: [],
  allowedCloudEndpoints: [],
  default: {
    id: 'default',
    isServiceDefault: true,
    inboundTrust: trust,
    b2bCollaborationOutbound: b2b('allowed'),
    b2bCollaborationInbound: b2b('allowed'),
    b2bDirectConnectOutbound: b2b('blocked'),
    b2bDirectConnectInbound: b2b('blocked'),
    tenantRestrictions: { devices: null, ...b2b('blocked') },
    invitationRedemptionIdentityProviderConfiguration: { fallbackIdentityProvider: 'defaultConfiguredIdp' },
    automaticUserConsentSettings: consent,
    ...connected,
  },
  partners: [
    {
      tenantId: id,
      isServiceProvider: null,
      isInMultiTenantOrganization: false,
      inboundTrust: null,
      b2bCollaborationOutbound: null,
      b2bCollaborationInbound: null,
      b2bDirectConnectOutbound: null,
      b2bDirectConnectInbound: null,
      tenantRestrictions: null,
      automaticUserConsentSettings: consent,
      identitySynchronization: { userSyncInbound: { isSyncAllowed: true } },
      ...connected,
    },
  ],
}

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

const between = { createdDateTime: '2026-01-01T00:00:00Z', modifiedDateTime: null }

const conditionalAccess = {
  // https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy and the pages of its parts
  policies: [
    {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies/$entity',
      id,
      templateId: null,
      displayName: 'MFA',
      description: null,
      deletedDateTime: null,
      ...between,
      state: 'enabled',
      partialEnablementStrategy: null,
      conditions: {
        userRiskLevels: [],
        signInRiskLevels: [],
        servicePrincipalRiskLevels: [],
        insiderRiskLevels: null,
        agentIdRiskLevels: null,
        clientAppTypes: ['all'],
        platforms: null,
        locations: null,
        times: null,
        deviceStates: null,
        devices: null,
        clientApplications: null,
        authenticationFlows: null,
        applications: {
          includeApplications: ['All'],
          excludeApplications: [],
          includeUserActions: [],
          includeAuthenticationContextClassReferences: [],
          applicationFilter: null,
          networkAccess: null,
          globalSecureAccess: null,
        },
        users: {
          includeUsers: ['All'],
          excludeUsers: [],
          includeGroups: [],
          excludeGroups: [],
          includeRoles: [],
          excludeRoles: [],
          includeGuestsOrExternalUsers: null,
          excludeGuestsOrExternalUsers: null,
        },
      },
      grantControls: {
        operator: 'OR',
        builtInControls: ['mfa'],
        customAuthenticationFactors: [],
        termsOfUse: [],
        'authenticationStrength@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#x',
        authenticationStrength: null,
      },
      sessionControls: {
        disableResilienceDefaults: null,
        applicationEnforcedRestrictions: null,
        cloudAppSecurity: null,
        persistentBrowser: null,
        signInFrequency: null,
        continuousAccessEvaluation: null,
        secureSignInSession: null,
        globalSecureAccessFilteringProfile: null,
      },
    },
  ],
  // https://learn.microsoft.com/graph/api/resources/ipnamedlocation and countrynamedlocation
  namedLocations: [
    {
      '@odata.type': '#microsoft.graph.ipNamedLocation',
      id,
      deletedDateTime: null,
      displayName: 'Office',
      ...between,
      isTrusted: true,
      ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' }],
    },
    {
      '@odata.type': '#microsoft.graph.countryNamedLocation',
      id: 'aaaaaaaa-0000-4000-8000-00000000000b',
      deletedDateTime: null,
      displayName: 'Europe',
      ...between,
      countriesAndRegions: ['DE'],
      includeUnknownCountriesAndRegions: false,
      countryLookupMethod: 'clientIpAddress',
    },
  ],
  // https://learn.microsoft.com/graph/api/resources/authenticationstrengthpolicy
  authenticationStrengths: [
    {
      id: 'aaaaaaaa-0000-4000-8000-00000000000c',
      ...between,
      displayName: 'Keys',
      description: 'Security keys.',
      policyType: 'custom',
      requirementsSatisfied: 'mfa',
      allowedCombinations: ['fido2'],
      'combinationConfigurations@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#x',
      combinationConfigurations: [],
    },
  ],
  // https://learn.microsoft.com/graph/api/resources/authenticationcontextclassreference
  authenticationContexts: [{ id: 'c1', displayName: 'Secrets', description: 'Of the company.', isAvailable: true }],
}

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
