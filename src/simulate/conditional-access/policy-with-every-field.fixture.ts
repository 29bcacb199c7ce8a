import { exchange, sharepoint } from './sample-policies.fixture.ts'

/** The places that the policy names. */
export const namedLocations = [
  { id: 'l1', displayName: 'Office', isTrusted: true, ipRanges: [{ cidrAddress: '198.51.100.0/24' }] },
  { id: 'l2', displayName: 'Germany', countriesAndRegions: ['DE'], includeUnknownCountriesAndRegions: false },
]

/** A policy that says something in every field that Graph documents. */
export const everything = {
  id: 'p',
  displayName: 'P',
  state: 'enabled',
  conditions: {
    users: {
      includeUsers: ['All'],
      excludeUsers: ['ben'],
      includeGroups: ['g1'],
      excludeGroups: ['g2'],
      includeRoles: ['62e90394-69f5-4237-9190-012177145e10'],
      excludeRoles: [],
      includeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: 'internalGuest',
        externalTenants: { membershipKind: 'all' },
      },
    },
    applications: {
      includeApplications: [exchange],
      excludeApplications: [sharepoint],
      includeUserActions: [],
      includeAuthenticationContextClassReferences: [],
    },
    clientAppTypes: ['browser', 'mobileAppsAndDesktopClients', 'other'],
    platforms: { includePlatforms: ['windows'], excludePlatforms: ['iOS'] },
    locations: { includeLocations: ['Germany'], excludeLocations: ['AllTrusted'] },
    devices: { deviceFilter: { mode: 'exclude', rule: 'device.isCompliant -eq True' } },
    signInRiskLevels: ['none', 'high'],
    userRiskLevels: ['none'],
    insiderRiskLevels: [],
    authenticationFlows: { transferMethods: 'none' },
  },
  grantControls: { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] },
  sessionControls: {
    signInFrequency: { isEnabled: true, type: 'hours', value: 4, frequencyInterval: 'timeBased' },
    persistentBrowser: { isEnabled: true, mode: 'never' },
    cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: 'monitorOnly' },
    continuousAccessEvaluation: { mode: 'strictLocation' },
  },
}
