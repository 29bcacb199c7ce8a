import type { Signals } from '../../vocabulary/requests.ts'
import { choices, pick } from '../random-plan.fixture.ts'

const guid = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const groups = 9

type Choose = (limit: number) => number

const some = <T>(choose: Choose, from: readonly T[], most = 3): readonly T[] => [
  ...new Set(Array.from({ length: choose(most + 1) }, () => pick(choose, from))),
]

const groupIds = Array.from({ length: groups }, (_, index) => guid(index))
const people = ['user0@contoso.com', 'user1@contoso.com', 'guest@partner.example']
const roles = ['62e90394-69f5-4237-9190-012177145e10', '29232cdf-9323-42fd-ade2-1d097af3e4de']

function usersOf(choose: Choose) {
  const include = choose(3) === 0 ? { includeUsers: ['All'] } : { includeGroups: some(choose, groupIds, 4) }
  return {
    ...include,
    ...(choose(5) === 0 ? { includeRoles: some(choose, roles) } : {}),
    ...(choose(6) === 0 ? { includeUsers: ['GuestsOrExternalUsers'] } : {}),
    ...(choose(6) === 0 ? { excludeUsers: some(choose, people) } : {}),
    excludeGroups: some(choose, groupIds),
    ...(choose(8) === 0
      ? {
          excludeGuestsOrExternalUsers: {
            guestOrExternalUserTypes: 'b2bCollaborationGuest,internalGuest',
            externalTenants: {
              '@odata.type': '#microsoft.graph.conditionalAccessAllExternalTenants',
              membershipKind: 'all',
            },
          },
        }
      : {}),
  }
}

const grants = [
  { operator: 'OR', builtInControls: ['block'] },
  { operator: 'OR', builtInControls: ['mfa'] },
  { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] },
  { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] },
  { operator: 'OR', builtInControls: ['domainJoinedDevice', 'compliantDevice'] },
  { operator: 'OR', builtInControls: [], authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } },
  { operator: 'OR', builtInControls: ['approvedApplication'] },
  { operator: 'OR', builtInControls: ['notYetInvented', 'mfa'] },
  { operator: 'OR', builtInControls: [], termsOfUse: [guid(77)] },
]

function policyOf(choose: Choose, index: number) {
  const risk = choose(6)
  const targets = [
    { includeApplications: ['All'] },
    { includeApplications: ['Office365'] },
    { includeApplications: ['00000002-0000-0ff1-ce00-000000000000'] },
    { includeUserActions: ['urn:user:registersecurityinfo'] },
  ]
  return {
    displayName: `Policy ${index}`,
    state: pick(choose, ['enabled', 'enabled', 'enabled', 'enabledForReportingButNotEnforced', 'disabled']),
    conditions: {
      clientAppTypes: pick(choose, [
        ['all'],
        ['browser', 'mobileAppsAndDesktopClients'],
        ['exchangeActiveSync', 'other'],
      ]),
      applications: pick(choose, targets),
      users: usersOf(choose),
      ...(choose(3) === 0 ? { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } } : {}),
      ...(choose(4) === 0 ? { platforms: { includePlatforms: [pick(choose, ['android', 'iOS', 'windows'])] } } : {}),
      ...(risk === 0 ? { signInRiskLevels: ['high', 'medium'] } : risk === 1 ? { userRiskLevels: ['high'] } : {}),
      ...(choose(12) === 0 ? { somethingNew: { mode: 'unheard of' } } : {}),
    },
    ...(choose(6) === 0
      ? { sessionControls: { signInFrequency: { isEnabled: true, value: 1 + choose(9), type: 'hours' } } }
      : { grantControls: pick(choose, grants) }),
  }
}

function userOf(choose: Choose, index: number) {
  const guest = choose(8) === 0
  const stated = <T>(value: T): T | undefined => (choose(6) === 0 ? undefined : value)
  return {
    userPrincipalName: `user${index}@${guest ? 'partner.example' : pick(choose, ['contoso.com', 'fabrikam.com'])}`,
    ...(guest ? { kind: 'guest', externalUserType: stated('b2bCollaborationGuest') } : {}),
    perUserMfaState: pick(choose, ['disabled', 'enforced']),
    registered: stated(choose(3) > 0),
    ...(choose(4) === 0 ? { methods: some(choose, ['sms', 'microsoftAuthenticatorPush', 'fido2'], 2) } : {}),
    appPasswords: choose(3) === 0 ? ['Phone'] : [],
    groups: some(choose, groupIds, 5),
    roles: choose(7) === 0 ? some(choose, ['Exchange Administrator', 'Global Administrator', 'Reports Reader']) : [],
    mailbox: pick(choose, ['exchange-online', 'exchange-online', 'none']),
  }
}

/** A tenant with nested groups, whatever policies, and users of few kinds in whatever groups. */
export function randomEstate(seed: number, users: number, policies: number, groupsDeclared = seed % 4 !== 3): string {
  const choose = choices(seed)
  const kinds = Array.from({ length: 6 }, (_, index) => userOf(choose, index))
  const everybody = Array.from({ length: users }, (_, index) => {
    const { userPrincipalName, groups: _own, ...rest } = pick(choose, kinds)
    const [, domain] = userPrincipalName.split('@')
    const stated = groupsDeclared || choose(5) > 0 ? { groups: some(choose, groupIds, 5) } : {}
    return { ...rest, userPrincipalName: `user${index}@${domain}`, ...stated }
  })
  const nested = groupIds.map((id, index) => ({
    name: `Group ${index}`,
    id,
    ...(index < 3 ? { members: [`Group ${index + 3}`, `Group ${index + 6}`] } : {}),
  }))
  return JSON.stringify({
    name: `Random estate ${seed}`,
    asOf: '2023-06-01',
    createdDateTime: '2016-02-01',
    licences: ['p1'],
    domains: [
      { name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' },
      { name: 'fabrikam.com', authenticationType: 'federated', identityProvider: 'adfs' },
    ],
    identityProviders: [
      {
        name: 'adfs',
        product: 'ad-fs',
        performsMfa: choose(2) === 0,
        passesClaims: ['insidecorporatenetwork'],
        reachableFromInternet: true,
      },
    ],
    directorySync: { delay: 'PT30M' },
    multifactorAuthentication: { appPasswords: 'allowed', trustedIps: ['203.0.113.0/24'] },
    securityDefaults: false,
    workloads: {
      'exchange-online': { OAuth2ClientProfileEnabled: true, SmtpClientAuthenticationDisabled: false },
      'sharepoint-online': {},
    },
    networks: [
      { name: 'office', ranges: ['203.0.113.0/24'], insideCorporateNetwork: true, country: 'US' },
      { name: 'internet' },
    ],
    devices: [{ name: 'laptop', platform: 'windows', domainJoined: false, isCompliant: choose(2) === 0 }],
    clients: [
      'outlook-2016',
      'browser',
      'imap-client',
      'outlook-mobile-ios',
      { name: 'outlook-2010', device: 'laptop' },
    ],
    ...(groupsDeclared ? { groups: nested } : {}),
    users: everybody,
    conditionalAccess: {
      namedLocations: [],
      policies: Array.from({ length: policies }, (_, index) => policyOf(choose, index)),
    },
  })
}

/** Signals of which some are missing. */
export function randomSignals(seed: number): Signals {
  const choose = choices(seed + 1000)
  return {
    ...(choose(2) === 0 ? { signInRiskLevel: pick(choose, ['none', 'high']) } : {}),
    ...(choose(2) === 0 ? { userRiskLevel: pick(choose, ['none', 'high']) } : {}),
    ...(choose(3) === 0 ? { mfaClaim: 'entra-id' as const } : {}),
    ...(choose(4) === 0 ? { devicePlatform: 'windows' } : {}),
  }
}

/** The estate with two more networks, the first of them a trusted location. */
export function withBranches(text: string): string {
  const estate: { readonly networks: readonly object[]; readonly conditionalAccess: object } = JSON.parse(text)
  const ranges = ['198.51.100.0/24', '192.0.2.0/24']
  const branches = ranges.map((range, index) => ({
    name: `branch ${index}`,
    ranges: [range],
    country: ['DE', 'JP'][index],
  }))
  const trusted = {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    displayName: 'Branch 0',
    isTrusted: true,
    ipRanges: [{ cidrAddress: ranges[0] }],
  }
  const conditionalAccess = { ...estate.conditionalAccess, namedLocations: [trusted] }
  return JSON.stringify({ ...estate, networks: [...estate.networks, ...branches], conditionalAccess })
}
