// The conditions of a Conditional Access policy, drawn at random.
import { tools } from './choices.mjs'

const exchange = '00000002-0000-0ff1-ce00-000000000000'
const sharepoint = '00000003-0000-0ff1-ce00-000000000000'
const portal = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'
const graph = '00000003-0000-0000-c000-000000000000'
/** Template ids of administrators' roles that policies name. */
export const administrators = ['62e90394-69f5-4237-9190-012177145e10', '29232cdf-9323-42fd-ade2-1d097af3e4de']
/** What policies name as their target: ids, and words for many. */
export const applications = ['Office365', 'MicrosoftAdminPortals', exchange, sharepoint, portal, graph]
const risks = ['low', 'medium', 'high', 'hidden', 'none']
const platforms = ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux']
/** Named locations by id: those of the vendor, those of the palette, and one that no file has. */
const placeIds = [
  'office',
  'alps',
  '00000000-0000-0000-0000-000000000000',
  '3d46dbda-8382-466a-856d-eb00cbc6b910',
  '9b1d6b52-0001-4000-8000-000000000001',
  '9b1d6b52-0002-4000-8000-000000000002',
  '9b1d6b52-0003-4000-8000-000000000003',
  '9b1d6b52-00ff-4000-8000-0000000000ff',
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

function usersOf({ externalUserTypes }, document, next) {
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
    guestOrExternalUserTypes: some(externalUserTypes).join(),
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

/** The conditions of a policy for a document. */
export function conditionsOf(vocabulary, document, next) {
  const { choose, rarely, some } = tools(next)
  const programs = Array.isArray(document.users)
    ? document.users
        .filter(({ kind }) => kind === 'service-principal')
        .map(({ id, userPrincipalName }) => id ?? userPrincipalName)
    : []
  const list = applications
  return {
    users: usersOf(vocabulary, document, next),
    applications: choose([
      { includeApplications: ['All'] },
      { includeApplications: ['All'] },
      { includeApplications: ['All'], excludeApplications: some(list) },
      { includeApplications: some(list) },
      { includeApplications: ['None'] },
      { includeApplications: ['All'], excludeApplications: ['All'] },
      { includeApplications: ['All'], excludeApplications: [choose(list)] },
      {
        includeApplications: ['All'],
        applicationFilter: { mode: choose(['include', 'exclude']), rule: 'CustomSecurityAttribute.A_B -eq "c"' },
      },
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
      ['easUnsupported'],
      ['easSupported', 'easUnsupported'],
      ['browser', 'mobileAppsAndDesktopClients'],
    ]),
    ...rarely(0.2, () => ({
      platforms: {
        includePlatforms: choose([['all'], some(platforms)]),
        ...rarely(0.5, () => ({ excludePlatforms: next() < 0.1 ? ['all'] : some(platforms) })),
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
        { includeLocations: some(placeIds), excludeLocations: next() < 0.5 ? some(placeIds) : [] },
        { includeLocations: ['All'], excludeLocations: some(placeIds) },
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
        ...rarely(0.15, () => ({ somethingNew: 'unheard of' })),
        ...rarely(0.15, () => ({
          servicePrincipalFilter: { mode: choose(['include', 'exclude']), rule: 'CustomSecurityAttribute.A_B -eq "c"' },
        })),
      },
    })),
    ...rarely(0.05, () => ({ servicePrincipalRiskLevels: some(risks) })),
    ...rarely(0.05, () => ({ somethingNew: { mode: 'unheard of' } })),
  }
}
