import { expect, test } from 'vitest'
import { dropAll } from '../../memory/declared-cache.ts'
import { decidePolicies } from './evaluate.ts'
import { compiledFrom, exchange, samplePolicy, sharepoint, teams } from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'

const graph = '00000003-0000-0000-c000-000000000000'
const portal = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'

const demanding = (...builtInControls: readonly string[]) => ({ operator: 'OR', builtInControls })
const forTarget = (applications: unknown) => ({ applications })

/** Policies of which each reads something that others do not. */
const compiled = compiledFrom({
  policies: [
    samplePolicy('everything but one', forTarget({ includeApplications: ['All'], excludeApplications: [portal] })),
    samplePolicy('mail', forTarget({ includeApplications: [exchange] }), demanding('compliantDevice')),
    samplePolicy('letters', forTarget({ includeApplications: ['let'] }), demanding('passwordChange')),
    samplePolicy('documents', forTarget({ includeApplications: [sharepoint] }), demanding('block')),
    samplePolicy('secret', forTarget({ includeAuthenticationContextClassReferences: ['c1'] })),
    samplePolicy(
      'top secret',
      forTarget({ includeAuthenticationContextClassReferences: ['c2'] }),
      demanding('domainJoinedDevice'),
    ),
    samplePolicy('new device', forTarget({ includeUserActions: ['urn:user:registerdevice'] })),
    samplePolicy('new method', forTarget({ includeUserActions: ['urn:user:registersecurityinfo'] })),
    samplePolicy('managed', {}, demanding('compliantDevice')),
    samplePolicy('joined', {}, demanding('domainJoinedDevice')),
    samplePolicy('approved', {}, demanding('approvedApplication')),
    samplePolicy('protected', {}, demanding('compliantApplication')),
    samplePolicy('new password', {}, demanding('passwordChange')),
    samplePolicy('terms', {}, { operator: 'OR', termsOfUse: ['a7d0d5b0-5c40-4c22-9f0f-3c3f3a1c5d11'] }),
    samplePolicy('another provider', {}, { operator: 'OR', customAuthenticationFactors: ['duo'] }),
    samplePolicy(
      'strong',
      {},
      { operator: 'OR', authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } },
    ),
    samplePolicy('bound', {}, null, { sessionControls: { secureSignInSession: { isEnabled: true } } }),
    samplePolicy(
      'programs',
      {
        clientApplications: { includeServicePrincipals: ['ServicePrincipalsInMyTenant'] },
      },
      demanding('block'),
    ),
    samplePolicy('supported', { clientAppTypes: ['easSupported'] }, demanding('block')),
    samplePolicy('codes', { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }, demanding('block')),
    samplePolicy('phones', { platforms: { includePlatforms: ['iOS', 'windowsPhone'] } }, demanding('block')),
  ],
})

const ada = { id: 'ada', userPrincipalName: 'ada@contoso.com', groups: new Set<string>(), roles: new Set<string>() }

const usual: PolicySignIn = {
  principal: { ...ada, kind: 'user' },
  target: { applications: [exchange] },
  clientAppType: 'browser',
  devicePlatform: 'windows',
  legacy: false,
  at: Date.UTC(2024, 5, 1),
}

const low = { applications: [graph], scopes: ['openid'] }
const confidential = { ...low, scopes: ['User.Read.All'], confidentialClient: true }

/** What one field of a sign-in can be instead. */
const others: Readonly<Partial<Record<keyof PolicySignIn, readonly unknown[]>>> = {
  principal: [
    ...['here', 'entra-tenant', 'microsoft-account', 'direct-connect'].map((accountHome) => ({
      ...ada,
      kind: 'guest',
      guestType: 'b2bCollaborationGuest',
      accountHome,
    })),
    { ...ada, kind: 'service-principal' },
  ],
  target: [
    { applications: [exchange, sharepoint] },
    { applications: ['letters', 'beyond'] },
    { applications: ['let', 'tersbeyond'] },
    { applications: [exchange, teams] },
    { applications: [teams] },
    { applications: [teams.toUpperCase()] },
    { applications: [exchange], stepUp: 'c1' },
    { applications: [exchange], stepUp: 'c2' },
    low,
    { ...low, scopes: ['openid', 'email'] },
    { ...low, scopes: ['openidemail'] },
    { ...low, scopes: ['User.Read.All'] },
    { ...low, scopes: ['User.Read.All'], clientAppId: portal },
    { ...confidential, clientAppId: portal },
    { ...confidential, clientAppId: portal.toUpperCase() },
    { ...confidential, clientAppId: exchange },
    confidential,
    { userAction: 'registerSecurityInformation' },
    { userAction: 'registerOrJoinDevices' },
    { authenticationContext: 'c1' },
    { authenticationContext: 'c2' },
  ],
  clientAppType: ['exchangeActiveSync', 'other'],
  devicePlatform: ['iOS', 'android', 'macOS', 'linux', 'windowsPhone', undefined],
  legacy: [true],
  interactive: [false, true],
  authenticationFlow: ['deviceCodeFlow', 'authenticationTransfer'],
  device: ['unregistered', { isCompliant: 'True' }, { trustType: 'ServerAD' }],
  grants: [{ mfaClaim: 'entra-id' }, { availableMethods: ['password', 'sms'] }],
  sharedDevice: ['room', 'phone'],
  appProtection: ['none'],
  tokenBinding: ['bound', 'unbound', 'open'],
  baselineScopes: ['freed', 'covered'],
  at: [Date.UTC(2019, 5, 1), Date.UTC(2027, 5, 1), Date.UTC(2028, 5, 1)],
}

const changes = Object.entries(others).flatMap(([field, values]) => values.map((value) => ({ [field]: value })))

/** The usual sign-in with one field changed, and each other one besides. */
const withChange = (one: Partial<PolicySignIn>): readonly PolicySignIn[] =>
  changes.map((other) => ({ ...usual, ...other, ...one }))

const decided = (signIn: PolicySignIn): string => {
  const { combined, outcomes } = decidePolicies(compiled, signIn)
  return JSON.stringify([combined, outcomes()])
}

test.each(changes)('what is kept of one sign-in is the answer to no other that differs in a field: %j', (one) => {
  dropAll()
  const signIns = withChange(one)
  const warm = signIns.map(decided)
  const cold = signIns.map((signIn) => {
    dropAll()
    return decided(signIn)
  })
  expect(new Set(cold).size).toBeGreaterThan(3)
  expect(signIns.filter((_, at) => warm[at] !== cold[at])).toEqual([])
})

test('the case of letters in an app id says nothing', () => {
  const of = (clientAppId: string) => decided({ ...usual, target: { ...confidential, clientAppId } })
  expect(of(portal.toUpperCase())).toBe(of(portal))
  const [lower, upper] = [teams, teams.toUpperCase()].map((id) => decided({ ...usual, target: { applications: [id] } }))
  expect(upper).toBe(lower)
  expect(lower).toContain('"via":{"service":"sharepoint-online","binding":"early"}')
})
