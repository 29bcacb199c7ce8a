/** An object of Graph, and the address that it is asked from. */
export interface Asked {
  /** The collection, in the spelling of the address. */
  readonly address: string
  readonly objects: readonly Readonly<Record<string, unknown>>[]
}

/** An id with one digit repeated, so that each object is recognized in a difference. */
export const idOf = (digit: string): string =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`

/** The ids of what several exports name. */
export const ids = {
  anna: idOf('1'),
  bernd: idOf('2'),
  carla: idOf('3'),
  dora: idOf('4'),
  staff: idOf('5'),
  headOffice: idOf('6'),
  branch: idOf('7'),
  field: idOf('8'),
} as const

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'
const member = (id: string, userPrincipalName: string) => ({
  '@odata.type': '#microsoft.graph.user',
  id,
  userPrincipalName,
})

/** The members of the group that policies name: each export lists them in its own way. */
export const membersOfStaff = [member(ids.anna, 'anna@litware.com'), member(ids.bernd, 'bernd@litware.com')]
/** Those who hold the role of the global administrator. */
export const administrators = [member(ids.dora, 'dora@litware.onmicrosoft.com')]

/** What Graph says of a made-up company, whose policies are in three exports. */
export const directoryOfLitware: readonly Asked[] = [
  {
    address: 'organization',
    objects: [
      {
        id: idOf('0'),
        displayName: 'Litware',
        createdDateTime: '2014-03-01T08:00:00Z',
        onPremisesSyncEnabled: true,
        assignedPlans: [
          {
            capabilityStatus: 'Enabled',
            service: 'AADPremiumService',
            servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
          },
        ],
        verifiedDomains: [{ name: 'litware.com', type: 'Federated', isDefault: true }],
      },
    ],
  },
  {
    address: 'domains',
    objects: [
      { id: 'litware.com', authenticationType: 'Federated', isDefault: true, isVerified: true, supportedServices: [] },
      {
        id: 'litware.onmicrosoft.com',
        authenticationType: 'Managed',
        isDefault: false,
        isInitial: true,
        isVerified: true,
        supportedServices: [],
      },
    ],
  },
  {
    address: "domains('litware.com')/federationConfiguration",
    objects: [
      {
        '@odata.type': '#microsoft.graph.internalDomainFederation',
        id: idOf('9'),
        displayName: 'litware.com',
        issuerUri: 'http://sts.litware.com/adfs/services/trust',
        activeSignInUri: 'https://sts.litware.com/adfs/services/trust/2005/usernamemixed',
        passiveSignInUri: 'https://sts.litware.com/adfs/ls/',
        preferredAuthenticationProtocol: 'wsFed',
        federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp',
      },
    ],
  },
  {
    address: 'directory/onPremisesSynchronization',
    objects: [{ id: idOf('0'), features: { passwordSyncEnabled: true, passwordWritebackEnabled: false } }],
  },
  {
    address: 'policies/identitySecurityDefaultsEnforcementPolicy',
    objects: [{ id: '00000000-0000-0000-0000-000000000005', displayName: 'Security Defaults', isEnabled: false }],
  },
  {
    address: 'identity/conditionalAccess/namedLocations',
    objects: [
      {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        id: ids.headOffice,
        displayName: 'Head office',
        isTrusted: true,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' }],
      },
    ],
  },
  {
    address: 'identity/conditionalAccess/policies',
    objects: [
      {
        id: idOf('a'),
        displayName: 'MFA outside the head office',
        state: 'enabled',
        createdDateTime: '2023-01-01T00:00:00Z',
        conditions: {
          clientAppTypes: ['all'],
          users: { includeGroups: [ids.staff] },
          applications: { includeApplications: ['All'] },
          locations: { includeLocations: ['All'], excludeLocations: [ids.headOffice] },
        },
        grantControls: { operator: 'OR', builtInControls: ['mfa'] },
      },
    ],
  },
  {
    address: 'directoryRoles',
    objects: [
      {
        id: idOf('b'),
        displayName: 'Global Administrator',
        roleTemplateId: globalAdministrator,
        members: administrators,
      },
    ],
  },
  {
    address: 'groups',
    objects: [
      {
        id: ids.staff,
        displayName: 'Staff',
        securityEnabled: true,
        groupTypes: [],
        members: membersOfStaff,
      },
    ],
  },
  {
    address: 'users',
    objects: [
      {
        id: ids.anna,
        userPrincipalName: 'anna@litware.com',
        displayName: 'Anna Ahl',
        userType: 'Member',
        accountEnabled: true,
        onPremisesSyncEnabled: true,
      },
      {
        id: ids.dora,
        userPrincipalName: 'dora@litware.onmicrosoft.com',
        displayName: 'Dora, administrator',
        userType: 'Member',
        accountEnabled: true,
        onPremisesSyncEnabled: null,
      },
    ],
  },
]

/** What a folder of exports holds besides, and no tenant file has: nobody of it is a user. */
export const notOfTheArchitecture: readonly Asked[] = [
  {
    address: 'auditLogs/signIns',
    objects: [
      {
        id: idOf('c'),
        createdDateTime: '2026-05-01T10:00:00Z',
        userPrincipalName: 'stranger@litware.com',
        appDisplayName: 'Mail',
        clientAppUsed: 'Browser',
        conditionalAccessStatus: 'success',
        status: { errorCode: 0 },
      },
    ],
  },
  {
    address: 'identityProtection/riskyUsers',
    objects: [
      {
        id: idOf('d'),
        userPrincipalName: 'risky@litware.com',
        riskLevel: 'high',
        riskState: 'atRisk',
        riskDetail: 'none',
      },
    ],
  },
]
