import type { DocumentedObject } from '../schema/as-returned.ts'

const page = (resource: string): string => `https://learn.microsoft.com/graph/api/resources/${resource}`

const entity = ['id', 'displayName', 'description', 'deletedDateTime'] as const

/** The authentication methods policy; what the reports ask of people does not decide a sign-in. */
export const methodsPolicy: DocumentedObject = {
  page: page('authenticationmethodspolicy'),
  withoutEffect: [
    ...entity,
    'lastModifiedDateTime',
    'policyVersion',
    'reconfirmationInDays',
    'reportSuspiciousActivitySettings',
    'microsoftAuthenticatorPlatformSettings',
  ],
}

/** The keys that only the configuration of one method has, by the id of the configuration. */
export const keysOfMethods = {
  Fido2: [
    'isSelfServiceRegistrationAllowed',
    'isAttestationEnforced',
    'keyRestrictions',
    'passkeyProfiles',
    'defaultPasskeyProfile',
  ],
  MicrosoftAuthenticator: ['isSoftwareOathEnabled', 'featureSettings'],
  Sms: [],
  Voice: ['isOfficePhoneAllowed', 'callerIdNumber', 'isCustomGreetingEnabled'],
  Email: ['allowExternalIdToUseEmailOtp'],
  TemporaryAccessPass: [
    'isUsableOnce',
    'defaultLength',
    'defaultLifetimeInMinutes',
    'minimumLifetimeInMinutes',
    'maximumLifetimeInMinutes',
  ],
  SoftwareOath: [],
  HardwareOath: [],
  X509Certificate: [
    'authenticationModeConfiguration',
    'certificateUserBindings',
    'issuerHintsConfiguration',
    'crlValidationConfiguration',
    'certificateAuthorityScopes',
  ],
  QRCodePin: ['pinLength', 'standardQRCodeLifetimeInDays'],
  ExternalAuthenticationMethod: ['displayName', 'appId', 'openIdConnectSetting'],
  VerifiableCredentials: [],
} as const satisfies Readonly<Record<string, readonly string[]>>

/**
 * The configuration of a method. A certificate that a user is said to have is valid and bound to the account, and a
 * pass is in its lifetime.
 */
export const methodConfiguration: DocumentedObject = {
  page: page('authenticationmethodconfiguration'),
  withoutEffect: Object.values(keysOfMethods).flat(),
}

/** A part of the policy, of which everything that is documented has an effect. */
export const partOfMethods: DocumentedObject = { page: page('authenticationmethodspolicy'), withoutEffect: [] }

/** A target of a method; features of Authenticator stood here before they had settings of their own. */
export const methodTarget: DocumentedObject = {
  page: page('microsoftauthenticatorauthenticationmethodtarget'),
  withoutEffect: ['displayAppInformationRequiredState', 'numberMatchingRequiredState', 'outlookMobileAllowedState'],
}

/** How certificates authenticate; the affinity of a binding is that of a certificate which is bound. */
export const certificateMode: DocumentedObject = {
  page: page('x509certificateauthenticationmodeconfiguration'),
  withoutEffect: ['x509CertificateDefaultRequiredAffinityLevel'],
}

/** The policy of cross-tenant access. */
export const crossTenantPolicy: DocumentedObject = {
  page: page('crosstenantaccesspolicy'),
  withoutEffect: [...entity, 'definition', 'templates'],
}

const outbound = [
  'b2bCollaborationOutbound',
  'b2bDirectConnectOutbound',
  'automaticUserConsentSettings',
  'tenantRestrictions',
  'appServiceConnectInbound',
  'm365CollaborationInbound',
  'm365CollaborationOutbound',
] as const

/** The default of cross-tenant access: what users do in other tenants is decided there. */
export const crossTenantDefault: DocumentedObject = {
  page: page('crosstenantaccesspolicyconfigurationdefault'),
  withoutEffect: [...outbound, 'id', 'isServiceDefault', 'invitationRedemptionIdentityProviderConfiguration'],
}

/** A partner of cross-tenant access. */
export const crossTenantPartner: DocumentedObject = {
  page: page('crosstenantaccesspolicyconfigurationpartner'),
  withoutEffect: [...outbound, 'isServiceProvider', 'isInMultiTenantOrganization', 'identitySynchronization'],
}

/** Inbound trust. */
export const inboundTrust: DocumentedObject = {
  page: page('crosstenantaccesspolicyinboundtrust'),
  withoutEffect: [],
  nullable: ['isMfaAccepted', 'isCompliantDeviceAccepted', 'isHybridAzureADJoinedDeviceAccepted'],
}

/** Access of one direction, and its parts. */
export const crossTenantAccess: DocumentedObject = {
  page: page('crosstenantaccesspolicyb2bsetting'),
  withoutEffect: [],
}

/** The policy of security defaults. */
export const securityDefaults: DocumentedObject = {
  page: page('identitysecuritydefaultsenforcementpolicy'),
  withoutEffect: entity,
}

/** The authorization policy: who may invite, consent and reset passwords is asked by no sign-in. */
export const authorizationPolicy: DocumentedObject = {
  page: page('authorizationpolicy'),
  withoutEffect: [
    ...[...entity, 'allowedToSignUpEmailBasedSubscriptions', 'allowedToUseSSPR'],
    ...['allowEmailVerifiedUsersToJoinOrganization', 'allowInvitesFrom', 'allowUserConsentForRiskyApps'],
    ...['defaultUserRolePermissions', 'enabledPreviewFeatures', 'guestUserRoleId'],
    ...['permissionGrantPolicyIdsAssignedToDefaultUserRole', 'defaultUserRoleOverrides', 'definition'],
  ],
  nullable: ['blockMsolPowerShell'],
}

/** A home realm discovery policy. */
export const homeRealmDiscoveryPolicy: DocumentedObject = {
  page: page('homerealmdiscoverypolicy'),
  withoutEffect: ['id', 'description', 'deletedDateTime', 'definition', 'appliesTo'],
}

/** A domain. */
export const domain: DocumentedObject = {
  page: page('domain'),
  withoutEffect: [
    'id',
    'availabilityStatus',
    'isAdminManaged',
    'isInitial',
    'isRoot',
    'isVerified',
    'passwordNotificationWindowInDays',
    'passwordValidityPeriodInDays',
    'supportedServices',
    'state',
  ],
}

/** A passkey of a user. */
export const passkey: DocumentedObject = {
  page: page('fido2authenticationmethod'),
  withoutEffect: ['id', 'displayName', 'createdDateTime', 'lastUsedDateTime', 'model', 'attestationCertificates'],
  nullable: ['aaGuid', 'passkeyType', 'attestationLevel'],
}

/** An assignment of a user, a group or a service principal to an application. */
export const appRoleAssignment: DocumentedObject = {
  page: page('approleassignment'),
  withoutEffect: [
    ...['id', 'appRoleId', 'createdDateTime', 'creationTimestamp', 'deletedDateTime', 'principalType'],
    ...['resourceDisplayName', 'resourceId'],
  ],
}

/** A group. */
export const group: DocumentedObject = {
  page: page('group'),
  withoutEffect: [
    ...['displayName', 'description', 'deletedDateTime', 'createdDateTime', 'renewedDateTime', 'expirationDateTime'],
    ...['allowExternalSenders', 'assignedLabels', 'assignedLicenses', 'autoSubscribeNewMembers', 'classification'],
    ...['createdByAppId', 'creationOptions', 'groupTypes', 'hasMembersWithLicenseErrors', 'hideFromAddressLists'],
    ...['hideFromOutlookClients', 'isArchived', 'isAssignableToRole', 'isFavorite', 'isManagementRestricted'],
    ...['isSubscribedByMail', 'licenseProcessingState', 'mail', 'mailEnabled', 'mailNickname', 'membershipRule'],
    ...['membershipRuleProcessingState', 'onPremisesDomainName', 'onPremisesLastSyncDateTime'],
    ...['onPremisesNetBiosName', 'onPremisesProvisioningErrors', 'onPremisesSamAccountName'],
    ...['onPremisesSecurityIdentifier', 'onPremisesSyncEnabled', 'organizationId', 'preferredDataLocation'],
    ...['preferredLanguage', 'proxyAddresses', 'resourceBehaviorOptions', 'resourceProvisioningOptions'],
    ...['securityEnabled', 'securityIdentifier', 'serviceProvisioningErrors', 'theme', 'uniqueName', 'unseenCount'],
    ...[
      'visibility',
      'cloudLicensing',
      'infoCatalogs',
      'writebackConfiguration',
      'accessType',
      'membershipRuleProcessingStatus',
    ],
    ...['isAccessReviewRequired', 'unseenConversationsCount', 'unseenMessagesCount'],
  ],
}

/** A registered application, or its service principal. */
export const application: DocumentedObject = {
  page: page('application'),
  withoutEffect: [
    ...[
      'id',
      'description',
      'deletedDateTime',
      'createdDateTime',
      'addIns',
      'api',
      'appRoles',
      'applicationTemplateId',
    ],
    ...[
      'authenticationBehaviors',
      'certification',
      'createdByAppId',
      'defaultRedirectUri',
      'disabledByMicrosoftStatus',
    ],
    ...['groupMembershipClaims', 'identifierUris', 'info', 'isDeviceOnlyAuthSupported', 'isFallbackPublicClient'],
    ...['keyCredentials', 'logo', 'nativeAuthenticationApisEnabled', 'notes', 'onPremisesPublishing', 'optionalClaims'],
    ...['parentalControlSettings', 'passwordCredentials', 'publisherDomain', 'requestSignatureVerification'],
    ...['requiredResourceAccess', 'samlMetadataUrl', 'serviceManagementReference'],
    ...['servicePrincipalLockConfiguration', 'signInAudience', 'signInAudienceRestrictions', 'spa', 'tags'],
    ...['tokenEncryptionKeyId', 'uniqueName', 'verifiedPublisher', 'web', 'windows', 'oauth2RequirePostResponse'],
    ...['alternativeNames', 'appDescription', 'appDisplayName', 'appOwnerOrganizationId'],
    ...['customSecurityAttributes', 'errorUrl', 'homepage', 'loginUrl', 'logoutUrl'],
    ...['isAuthorizationServiceEnabled', 'isManagementRestricted', 'notificationEmailAddresses'],
    ...['oauth2PermissionScopes', 'publishedPermissionScopes', 'preferredSingleSignOnMode'],
    ...['preferredTokenSigningKeyEndDateTime', 'preferredTokenSigningKeyThumbprint', 'publisherName', 'replyUrls'],
    ...['resourceSpecificApplicationPermissions', 'samlSingleSignOnSettings', 'samlSLOBindingType'],
    ...['servicePrincipalNames', 'servicePrincipalType', 'passwordSingleSignOnSettings', 'isDisabled'],
    ...['createdByAppId', 'migrationStatus', 'orgRestrictions', 'isBackground'],
  ],
}
