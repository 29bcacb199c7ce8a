import { describe, expect, test } from 'vitest'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { federated, legsOf, type Plan, policy } from './sign-in.fixture.ts'

/** What a policy that blocks under these conditions decides, and what is missing to say. */
function decided(conditions: object, plan: Plan = {}, request: Partial<ClientRequest> = {}): string {
  const blocking = { ...plan, policies: [policy({ builtInControls: ['block'] }, { ...conditions })] }
  const { decision, missing = [] } = legsOf(blocking, request).at(-1)?.conditionalAccess ?? {}
  return [decision ?? 'no policies', ...missing].join(' ')
}

type Case = readonly [name: string, expected: string, plan?: Plan, request?: Partial<ClientRequest>]
/** Cases with nothing left out. */
const filled = (cases: readonly Case[]) =>
  cases.map(([name, expected, plan = {}, request = {}]) => [name, expected, plan, request] as const)

const own = (more = {}) => ({ client: { flows: ['modern'], protocols: { 'read-mail': ['ews'] }, ...more } })
const on = (device: object, more = {}): Plan => ({
  tenant: { devices: [{ name: 'pc', ...device }] },
  ...own({ device: 'pc', ...more }),
})
const signals = (values: ClientRequest['signals']) => ({ signals: values })
const browser = { client: 'browser' } as const

describe('the platform', () => {
  const windows = { platforms: { includePlatforms: ['windows'] } }
  test.each(
    filled([
      ['of a client of Windows', 'block'],
      ['of a client of another platform', 'allow', own({ platform: 'iOS' })],
      ['of a browser, that nobody says', 'undetermined devicePlatform', {}, browser],
      ['of its device', 'block', on({ platform: 'windows' }, { platform: 'any' })],
      ['of its device, whatever the client is made for', 'allow', on({ platform: 'macOS' })],
      ['of an appliance is none that is listed', 'allow', own({ platform: 'device' })],
      ['that the sign-in shows', 'allow', {}, signals({ devicePlatform: 'macOS' })],
    ]),
  )('%s: %s', (_, expected, plan, request) => expect(decided(windows, plan, request)).toBe(expected))
})

describe('the kind of client', () => {
  const browsers = { clientAppTypes: ['browser'] }
  test.each(
    filled([
      ['of a browser', 'block', {}, browser],
      ['of an Outlook', 'allow'],
      ['that the sign-in shows', 'block', {}, signals({ clientAppType: 'browser' })],
    ]),
  )('%s: %s', (_, expected, plan, request) => expect(decided(browsers, plan, request)).toBe(expected))
})

describe('the place', () => {
  const office = {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: 'a1000000-0000-4000-8000-000000000001',
    displayName: 'Office',
    isTrusted: true,
    ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' }],
  }
  const outside = { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } }
  const trustedClaim = {
    multifactorAuthentication: { appPasswords: 'allowed', trustedIps: [], skipForFederatedIntranet: true },
  }
  const places = (plan: Plan = {}, request = {}) => {
    const policies = [policy({ builtInControls: ['block'] }, outside)]
    const tenant = { ...plan.tenant, conditionalAccess: { namedLocations: [office], policies } }
    const { decision, missing = [] } = legsOf({ ...plan, tenant }, request).at(-1)?.conditionalAccess ?? {}
    return [decision, ...missing].join(' ')
  }
  const insider = { domain: federated, provider: { passesClaims: ['insidecorporatenetwork'] }, tenant: trustedClaim }
  test.each(
    filled([
      ['of a network with trusted addresses', 'allow', { network: { ranges: ['203.0.113.0/25'] } }],
      ['of a network with other addresses', 'block', { network: { ranges: ['198.51.100.0/24'] } }],
      ['of a network without addresses outside', 'block'],
      [
        'of the corporate network without addresses',
        'undetermined ipAddress',
        { network: { insideCorporateNetwork: true } },
      ],
      ['by the address of the sign-in', 'allow', {}, signals({ ipAddress: '203.0.113.9' })],
      [
        'by the address of the sign-in, before those of the network',
        'block',
        { network: { ranges: ['203.0.113.0/25'] } },
        signals({ ipAddress: '198.51.100.9' }),
      ],
      ['by the claim of the identity provider', 'allow', { ...insider, network: { insideCorporateNetwork: true } }],
      ['by no claim outside', 'block', insider],
    ]),
  )('%s: %s', (_, expected, plan, request) => expect(places(plan, request)).toBe(expected))

  const germany = {
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    id: 'a1000000-0000-4000-8000-000000000002',
    displayName: 'Germany',
    countriesAndRegions: ['DE'],
    includeUnknownCountriesAndRegions: false,
  }
  test.each(
    filled([
      ['the country of the network', 'block', { network: { country: 'DE' } }],
      ['another country', 'allow'],
      ['a country that nobody says', 'undetermined country', { network: { country: undefined } }],
      ['the country of the sign-in', 'block', {}, signals({ country: 'DE' })],
    ]),
  )('%s: %s', (_, expected, plan, request) => {
    const policies = [policy({ builtInControls: ['block'] }, { locations: { includeLocations: [germany.id] } })]
    const tenant = { conditionalAccess: { namedLocations: [germany], policies } }
    const { decision, missing = [] } = legsOf({ ...plan, tenant }, request).at(-1)?.conditionalAccess ?? {}
    expect([decision, ...missing].join(' ')).toBe(expected)
  })
})

describe('the device', () => {
  const managed = { devices: { deviceFilter: { mode: 'exclude', rule: 'device.isCompliant -eq True' } } }
  const joined = { devices: { deviceFilter: { mode: 'exclude', rule: 'device.trustType -eq "ServerAD"' } } }
  const compliant = signals({ deviceInfo: { isCompliant: 'True' } })
  test.each(
    filled([
      ['that nobody says', 'undetermined deviceInfo.isCompliant'],
      ['that is compliant', 'allow', {}, compliant],
      ['that is not registered', 'block', on({ registered: false })],
      ['of which a property is declared', 'allow', on({ registered: true, isCompliant: true })],
      [
        'of which the sign-in says otherwise',
        'block',
        on({ registered: true, isCompliant: true }),
        signals({ deviceInfo: { isCompliant: 'False' } }),
      ],
      [
        'that a private browser hides',
        'block',
        {},
        { ...browser, signals: { deviceInfo: { isCompliant: 'True' }, privateBrowsing: 'yes' } },
      ],
      [
        'that a private browser alone hides',
        'allow',
        {},
        signals({ deviceInfo: { isCompliant: 'True' }, privateBrowsing: 'yes' }),
      ],
    ]),
  )('%s: %s', (_, expected, plan, request) => expect(decided(managed, plan, request)).toBe(expected))

  test.each(
    filled([
      ['that is registered and in the domain is hybrid joined', 'allow', on({ registered: true, domainJoined: true })],
      ['that is registered alone', 'undetermined deviceInfo.trustType', on({ registered: true, domainJoined: false })],
      [
        'in the domain, of which nobody says that it is registered',
        'undetermined deviceInfo.trustType',
        on({ domainJoined: true }),
      ],
    ]),
  )('%s: %s', (_, expected, plan, request) => expect(decided(joined, plan, request)).toBe(expected))

  const guest = {
    kind: 'guest',
    userPrincipalName: 'gus@fabrikam.com',
    externalUserType: 'b2bCollaborationGuest',
    appPasswords: undefined,
    mailbox: 'exchange-online',
  }
  const trusting = (trust: object): Plan => ({
    user: guest,
    tenant: { crossTenantAccess: { default: { inboundTrust: trust } } },
  })
  const told = signals({ deviceInfo: { isCompliant: 'True', trustType: 'ServerAD' } })
  test.each(
    filled([
      ['of a guest, whose home is not trusted', 'block', { user: guest }, told],
      [
        'of a guest with a Microsoft account, whom no tenant manages',
        'block',
        { ...trusting({ isCompliantDeviceAccepted: true }), user: { ...guest, homeIdentity: 'microsoft-account' } },
        told,
      ],
      [
        'of a guest, whose home is trusted about compliance',
        'allow',
        trusting({ isCompliantDeviceAccepted: true }),
        told,
      ],
      [
        'of a guest, whose home is trusted about joined devices alone',
        'block',
        trusting({ isHybridAzureADJoinedDeviceAccepted: true }),
        told,
      ],
      [
        'of a guest that is not compliant',
        'block',
        trusting({ isCompliantDeviceAccepted: true }),
        signals({ deviceInfo: { isCompliant: 'False' } }),
      ],
      [
        'of a guest that nobody says',
        'undetermined deviceInfo.isCompliant',
        trusting({ isCompliantDeviceAccepted: true }),
      ],
    ]),
  )('%s: %s', (_, expected, plan, request) => expect(decided(managed, plan, request)).toBe(expected))

  test.each(
    filled([
      [
        'joined, of a guest whose home is trusted about it',
        'allow',
        trusting({ isHybridAzureADJoinedDeviceAccepted: true }),
        told,
      ],
      [
        'joined, of a guest whose home is trusted about compliance alone',
        'block',
        trusting({ isCompliantDeviceAccepted: true }),
        told,
      ],
    ]),
  )('%s: %s', (_, expected, plan, request) => expect(decided(joined, plan, request)).toBe(expected))
})

describe('what only a signal says', () => {
  test.each([
    ['signInRiskLevel', { signInRiskLevels: ['high'] }],
    ['userRiskLevel', { userRiskLevels: ['high'] }],
  ] as const)('%s', (name, conditions) => {
    expect(decided(conditions)).toBe(`undetermined ${name}`)
    expect(decided(conditions, {}, signals({ [name]: 'high' }))).toBe('block')
    expect(decided(conditions, {}, signals({ [name]: 'low' }))).toBe('allow')
  })

  test('the risk of an insider', () => {
    const conditions = { insiderRiskLevels: 'elevated' }
    expect(decided(conditions)).toBe('undetermined insiderRiskLevel')
    expect(decided(conditions, {}, signals({ insiderRiskLevel: 'elevated' }))).toBe('block')
    expect(decided(conditions, {}, signals({ insiderRiskLevel: 'none' }))).toBe('allow')
  })

  test('how the sign-in is transferred, as the client does or as it says', () => {
    const conditions = { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }
    expect(decided(conditions)).toBe('allow')
    expect(decided(conditions, {}, signals({ authenticationFlow: 'deviceCodeFlow' }))).toBe('block')
    const shell = { client: 'exchange-online-powershell-v3-device-code', purpose: 'administer' } as const
    expect(decided(conditions, { asOf: '2023-06-01' }, shell)).toBe('block')
  })
})

describe('what the sign-in is for', () => {
  const actions = { applications: { includeUserActions: ['urn:user:registersecurityinfo'] } }
  const joining = { applications: { includeUserActions: ['urn:user:registerdevice'] } }
  test.each([
    ['register-for-mfa', 'block', 'allow'],
    ['create-app-password', 'block', 'allow'],
    ['delete-app-password', 'block', 'allow'],
    ['register-device', 'allow', 'block'],
    ['read-mail', 'allow', 'allow'],
  ] as const)('%s is registering: %s, or joining a device: %s', (purpose, registering, device) => {
    const plan = { user: { perUserMfaState: 'enforced', appPasswords: ['Laptop'] } }
    expect(decided(actions, plan, { ...browser, purpose })).toBe(registering)
    expect(decided(joining, plan, { ...browser, purpose })).toBe(device)
  })
})
