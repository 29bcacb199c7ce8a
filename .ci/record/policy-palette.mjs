// A Conditional Access policy drawn at random, with every kind of condition, grant and session control.

const exchange = '00000002-0000-0ff1-ce00-000000000000'
const sharepoint = '00000003-0000-0ff1-ce00-000000000000'
const portal = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'
const graph = '00000003-0000-0000-c000-000000000000'
const administrators = ['62e90394-69f5-4237-9190-012177145e10', '29232cdf-9323-42fd-ade2-1d097af3e4de']
const risks = ['low', 'medium', 'high', 'hidden', 'none']
const platforms = ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux']
const guestTypes = [
  'internalGuest',
  'b2bCollaborationGuest',
  'b2bCollaborationMember',
  'b2bDirectConnectUser',
  'otherExternalUser',
  'serviceProvider',
]
const strengths = [
  '00000000-0000-0000-0000-000000000002',
  '00000000-0000-0000-0000-000000000003',
  '00000000-0000-0000-0000-000000000004',
]
const combinations = [
  'password',
  'password,sms',
  'fido2',
  'windowsHelloForBusiness',
  'password,microsoftAuthenticatorPush',
  'federatedMultiFactor',
  'x509CertificateMultiFactor',
  'temporaryAccessPassOneTime',
  'deviceBasedPush',
  'sms,federatedSingleFactor',
]
const filters = [
  'device.isCompliant -eq True',
  'device.isCompliant -ne True',
  'device.trustType -eq "ServerAD"',
  'device.trustType -ne "AzureAD"',
  'device.model -startsWith "Sur" -and device.displayName -contains "kiosk"',
  'device.operatingSystem -in ["Windows", "macOS"]',
  'not (device.isCompliant -eq True) -or device.manufacturer -endsWith "soft"',
  'device.extensionAttribute1 -eq "SAW"',
]

/** The named locations that drawn policies name. */
const places = [
  {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: 'office',
    displayName: 'Office',
    isTrusted: true,
    ipRanges: [
      { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '198.51.100.0/24' },
      { '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' },
    ],
  },
  {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: 'lab',
    displayName: 'Lab',
    isTrusted: false,
    ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/25' }],
  },
  {
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    id: 'alps',
    displayName: 'Alps',
    countriesAndRegions: ['CH', 'US'],
    includeUnknownCountriesAndRegions: false,
  },
  {
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    id: 'elsewhere',
    displayName: 'Elsewhere',
    countriesAndRegions: ['FR'],
    includeUnknownCountriesAndRegions: true,
  },
]

function tools(next) {
  const choose = (from) => from[Math.floor(next() * from.length)]
  const rarely = (share, make) => (next() < share ? make() : {})
  const some = (from, most = 3) => [
    ...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => choose(from))),
  ]
  return { choose, rarely, some }
}

function usersOf(document, next) {
  const { choose, rarely, some } = tools(next)
  const users = Array.isArray(document.users)
    ? document.users.map((one) => one.userPrincipalName ?? one.id).filter(Boolean)
    : []
  const people = ['All', 'All', 'None', 'GuestsOrExternalUsers', ...users]
  const groups = [
    ...new Set([
      ...(document.groups ?? []).map(({ name }) => name),
      ...(Array.isArray(document.users) ? document.users.flatMap((one) => one.groups ?? []) : []),
    ]),
  ]
  const external = () => ({
    guestOrExternalUserTypes: some(guestTypes).join(),
    externalTenants: choose([
      { '@odata.type': '#microsoft.graph.conditionalAccessAllExternalTenants', membershipKind: 'all' },
      {
        '@odata.type': '#microsoft.graph.conditionalAccessEnumeratedExternalTenants',
        membershipKind: 'enumerated',
        members: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
      },
    ]),
  })
  return {
    ...(next() < 0.6 ? { includeUsers: ['All'] } : { includeUsers: [choose(people)] }),
    ...rarely(0.15, () => ({ excludeUsers: some(['GuestsOrExternalUsers', ...users], 2) })),
    ...(groups.length > 0 ? rarely(0.15, () => ({ includeGroups: some(groups) })) : {}),
    ...(groups.length > 0 ? rarely(0.15, () => ({ excludeGroups: some(groups) })) : {}),
    ...rarely(0.1, () => ({ includeRoles: some(administrators) })),
    ...rarely(0.1, () => ({ excludeRoles: some(administrators) })),
    ...rarely(0.1, () => ({ includeGuestsOrExternalUsers: external() })),
    ...rarely(0.1, () => ({ excludeGuestsOrExternalUsers: external() })),
  }
}

function conditionsOf(document, next) {
  const { choose, rarely, some } = tools(next)
  const programs = Array.isArray(document.users)
    ? document.users
        .filter(({ kind }) => kind === 'service-principal')
        .map(({ id, userPrincipalName }) => id ?? userPrincipalName)
    : []
  const list = ['Office365', 'MicrosoftAdminPortals', exchange, sharepoint, portal, graph]
  return {
    users: usersOf(document, next),
    applications: choose([
      { includeApplications: ['All'] },
      { includeApplications: ['All'] },
      { includeApplications: ['All'], excludeApplications: some(list) },
      { includeApplications: some(list) },
      { includeApplications: ['None'] },
      { includeUserActions: ['urn:user:registersecurityinfo'] },
      { includeUserActions: ['urn:user:registerdevice'] },
      { includeAuthenticationContextClassReferences: ['c1'] },
    ]),
    clientAppTypes: choose([
      ['all'],
      ['all'],
      ['browser'],
      ['mobileAppsAndDesktopClients'],
      ['exchangeActiveSync', 'other'],
      ['other'],
      ['exchangeActiveSync'],
      ['easSupported'],
      ['browser', 'mobileAppsAndDesktopClients'],
    ]),
    ...rarely(0.2, () => ({
      platforms: {
        includePlatforms: choose([['all'], some(platforms)]),
        ...rarely(0.5, () => ({ excludePlatforms: some(platforms) })),
      },
    })),
    ...rarely(0.25, () => ({
      locations: choose([
        { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
        { includeLocations: ['AllTrusted'] },
        { includeLocations: ['Office'] },
        { includeLocations: ['Alps', 'Lab'] },
        { includeLocations: ['All'], excludeLocations: ['Elsewhere'] },
        { includeLocations: ['Elsewhere'], excludeLocations: ['AllTrusted'] },
      ]),
    })),
    ...rarely(0.12, () => ({
      devices: { deviceFilter: { mode: choose(['include', 'exclude']), rule: choose(filters) } },
    })),
    ...rarely(0.1, () => ({ signInRiskLevels: some(risks) })),
    ...rarely(0.1, () => ({ userRiskLevels: some(risks) })),
    ...rarely(0.07, () => ({ insiderRiskLevels: choose(['minor', 'moderate', 'elevated']) })),
    ...rarely(0.07, () => ({
      authenticationFlows: {
        transferMethods: choose(['deviceCodeFlow', 'authenticationTransfer', 'deviceCodeFlow,authenticationTransfer']),
      },
    })),
    ...rarely(0.1, () => ({
      clientApplications: {
        includeServicePrincipals: [choose(['ServicePrincipalsInMyTenant', ...programs])],
        ...rarely(0.3, () => ({ excludeServicePrincipals: programs.slice(0, 1) })),
      },
    })),
    ...rarely(0.05, () => ({ servicePrincipalRiskLevels: some(risks) })),
    ...rarely(0.05, () => ({ somethingNew: { mode: 'unheard of' } })),
  }
}

function grantsOf(next) {
  const { choose, rarely, some } = tools(next)
  const controls = [
    'mfa',
    'compliantDevice',
    'domainJoinedDevice',
    'approvedApplication',
    'compliantApplication',
    'passwordChange',
    'mfa',
    'riskRemediation',
    'notYetInvented',
  ]
  if (next() < 0.2) return { operator: 'OR', builtInControls: ['block'] }
  if (next() < 0.35) return { operator: 'OR', builtInControls: ['mfa'] }
  return {
    operator: choose(['AND', 'OR']),
    builtInControls: next() < 0.7 ? some(controls) : [],
    ...rarely(0.25, () => ({
      authenticationStrength: choose([
        { id: choose(strengths) },
        { id: '5a3e0000-0000-4000-8000-000000000009', displayName: 'Own', allowedCombinations: some(combinations) },
      ]),
    })),
    ...rarely(0.12, () => ({ termsOfUse: ['a7d0d5b0-5c40-4c22-9f0f-3c3f3a1c5d11'] })),
    ...rarely(0.08, () => ({ customAuthenticationFactors: ['duo'] })),
  }
}

function sessionOf(next) {
  const { choose, rarely } = tools(next)
  return {
    ...rarely(0.5, () => ({
      signInFrequency: choose([
        { isEnabled: true, value: choose([1, 4, 12]), type: choose(['hours', 'days']), frequencyInterval: 'timeBased' },
        {
          isEnabled: true,
          value: 8,
          type: 'hours',
          authenticationType: 'secondaryAuthentication',
          frequencyInterval: 'timeBased',
        },
        { isEnabled: true, frequencyInterval: 'everyTime' },
        { isEnabled: false, value: 1, type: 'hours' },
      ]),
    })),
    ...rarely(0.3, () => ({ persistentBrowser: { isEnabled: true, mode: choose(['always', 'never']) } })),
    ...rarely(0.2, () => ({
      cloudAppSecurity: {
        isEnabled: true,
        cloudAppSecurityType: choose(['monitorOnly', 'mcasConfigured', 'blockDownloads']),
      },
    })),
    ...rarely(0.2, () => ({ applicationEnforcedRestrictions: { isEnabled: true } })),
    ...rarely(0.2, () => ({ secureSignInSession: { isEnabled: true } })),
    ...rarely(0.2, () => ({
      continuousAccessEvaluation: { mode: choose(['strictEnforcement', 'disabled', 'strictLocation']) },
    })),
    ...rarely(0.1, () => ({ disableResilienceDefaults: true })),
  }
}

/** A policy for a document, with a number in its name. */
export function policyPalette(document, next, at) {
  const { choose, rarely } = tools(next)
  const session = next() < 0.25 ? sessionOf(next) : {}
  const hasSession = Object.keys(session).length > 0
  return {
    displayName: `Drawn ${at}`,
    state: choose(['enabled', 'enabled', 'enabled', 'enabled', 'enabledForReportingButNotEnforced', 'disabled']),
    ...rarely(0.1, () => ({
      createdDateTime: choose(['2019-05-01T00:00:00Z', '2020-08-15T00:00:00Z', '2024-01-01T00:00:00Z']),
    })),
    conditions: conditionsOf(document, next),
    ...(hasSession && next() < 0.6 ? {} : { grantControls: grantsOf(next) }),
    ...(hasSession ? { sessionControls: session } : {}),
  }
}
policyPalette.places = places
