import { id } from './returned-values.fixture.ts'

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
export const crossTenantAccess = {
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

const between = { createdDateTime: '2026-01-01T00:00:00Z', modifiedDateTime: null }

export const conditionalAccess = {
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
