// Policies and sign-ins as policies see them, drawn at random: without a tenant, each field has every value it can have.
import { tools } from './choices.mjs'
import { administrators, applications } from './condition-palette.mjs'
import { dates } from './dates.mjs'
import { policyPalette } from './policy-palette.mjs'
import { allSignals } from './signal-palette.mjs'

/** Whom drawn policies name. */
const document = {
  users: [
    { userPrincipalName: 'ada@contoso.com', groups: ['Sales'] },
    { userPrincipalName: 'guest@fabrikam.com', groups: ['Pilots'] },
    { userPrincipalName: 'sync@contoso.com', kind: 'service-principal', id: 'sync@contoso.com' },
    { userPrincipalName: 'Ada' },
    { id: 'b1e6', userPrincipalName: 'B1E6', kind: 'service-principal' },
  ],
  groups: [{ name: 'Sales' }, { name: 'Pilots' }, { name: 'Emergency' }],
}

/** One to five policies, with the places that they name. */
export function drawPolicies(vocabulary, next) {
  const count = 1 + Math.floor(next() * 5)
  const policies = Array.from({ length: count }, (_, at) => policyPalette(vocabulary, document, next, at))
  return {
    policies,
    namedLocations: [...policyPalette.places, ...policyPalette.rarePlaces],
    ...(next() < 0.2 ? { trustedIps: ['203.0.113.0/28'] } : {}),
  }
}

/** The same policies but for one, of which a part or all is drawn anew. */
export function changedPolicies(vocabulary, { policies, ...rest }, next) {
  const at = Math.floor(next() * policies.length)
  const fresh = policyPalette(vocabulary, document, next, 100 + Math.floor(next() * 900))
  const kind = next()
  if (kind < 0.15) return { ...rest, policies: [...policies, fresh] }
  if (kind < 0.25 && policies.length > 1) return { ...rest, policies: policies.filter((_, other) => other !== at) }
  const changed = policies.map((policy, other) => (other === at ? partly(policy, fresh, next) : policy))
  return { ...rest, policies: changed }
}

/** A policy with one of its conditions, its grants or its state from another. */
function partly(policy, fresh, next) {
  const { choose } = tools(next)
  const part = choose(['state', 'grantControls', 'sessionControls', 'conditions', 'conditions', 'conditions'])
  if (part !== 'conditions') return { ...policy, [part]: fresh[part] }
  const name = choose(Object.keys(fresh.conditions))
  return { ...policy, conditions: { ...policy.conditions, [name]: fresh.conditions[name] } }
}

function principalOf({ externalUserTypes }, next) {
  const { choose, rarely, some } = tools(next)
  const kind = choose([
    'user',
    'user',
    'user',
    'guest',
    'service-principal',
    'managed-identity',
    'directory-sync',
    'anonymous',
  ])
  const name = choose(['ada@contoso.com', 'guest@fabrikam.com', 'sync@contoso.com', 'ben@contoso.com'])
  return {
    ...rarely(0.9, () => ({ id: choose([name, name, 'b1e6']) })),
    ...rarely(0.9, () => ({ userPrincipalName: name })),
    ...rarely(0.4, () => ({ displayName: choose(['Ada', 'Ben']) })),
    kind,
    ...(kind === 'user'
      ? rarely(0.15, () => ({ otherwise: { kind: 'guest', guestType: choose(externalUserTypes) } }))
      : {}),
    ...rarely(0.15, () => ({ accountHome: choose(homes) })),
    ...(kind === 'guest' || next() < 0.1 ? { guestType: choose([...externalUserTypes, 'none']) } : {}),
    ...rarely(0.25, () => ({ homeTenant: choose(['fabrikam.com', '3f2504e0-4f89-41d3-9a0c-0305e82c3301']) })),
    ...(next() < 0.9 ? { groups: next() < 0.5 ? [] : some(['sales', 'pilots', 'emergency']) } : {}),
    ...(next() < 0.9 ? { roles: next() < 0.6 ? [] : some(administrators) } : {}),
  }
}

/** Where accounts are at home. */
const homes = [
  'here',
  'entra-tenant',
  'microsoft-account',
  'other-identity-provider',
  'one-time-passcode',
  'direct-connect',
]

/** Ids of applications: those that policies name, and those that the vendor exempts from a control. */
const resources = [
  ...applications.filter((one) => one.includes('-')),
  'd4ebce55-015a-49b5-a083-c84d1797ae8c',
  '0000000a-0000-0000-c000-000000000000',
  '74bcdadc-2fdc-4bb3-8459-76d06952a0e9',
  // Teams, which needs other services.
  'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe',
  'CC15FD57-2C6C-4117-A88C-83B1D56B4BBE',
]

/** Applications of the directory, of which these scopes are the lowest for some clients. */
const directory = ['00000003-0000-0000-c000-000000000000', '00000002-0000-0000-c000-000000000000']
const lowScopes = ['openid', 'User.Read', 'People.Read', 'User.Read.All', 'GroupMember.Read.All']

function targetOf({ scopes }, next) {
  const { choose, rarely, some } = tools(next)
  return choose([
    () => ({
      applications: some(resources, 2),
      ...(scopes === undefined ? {} : { scopes }),
      ...rarely(0.2, () => ({ confidentialClient: next() < 0.5 })),
      ...rarely(0.2, () => ({ clientAppId: choose([...resources, 'C44B4083-3BB0-49C1-B47D-974E53CBDF3C']) })),
      ...rarely(0.1, () => ({ stepUp: choose(['c1', 'C2']) })),
    }),
    () => ({ applications: [choose(resources)] }),
    () => ({ applications: [choose(resources)], stepUp: choose(['c1', 'c2']) }),
    () => ({ applications: ['unstated'] }),
    () => ({
      applications: [choose(directory)],
      scopes: some(lowScopes, 2),
      ...rarely(0.6, () => ({ confidentialClient: true, ...rarely(0.7, () => ({ clientAppId: choose(resources) })) })),
    }),
    () => ({ applications: [] }),
    () => ({ userAction: choose(['registerSecurityInformation', 'registerOrJoinDevices']) }),
    () => ({ authenticationContext: choose(['c1', 'c2']) }),
  ])()
}

/** Values of everything that a sign-in can bring along, some left out. */
export function drawSignIn(vocabulary, next) {
  const { choose, rarely } = tools(next)
  const signals = allSignals(vocabulary, next)
  const share = choose([0.3, 0.7, 1])
  const kept = (made) => rarely(share, () => made)
  const location = {
    ...kept({ addresses: choose([[], [signals.ipAddress], ['198.51.100.0/25', '192.0.2.9'], ['0.0.0.0/0']]) }),
    ...kept({ country: signals.country }),
    ...rarely(0.2, () => ({ compliantNetwork: next() < 0.5 })),
    ...rarely(0.2, () => ({ insideByClaim: next() < 0.5 })),
  }
  return {
    principal: principalOf(vocabulary, next),
    target: targetOf(signals, next),
    legacy: next() < 0.25,
    at: Date.parse(choose(dates)),
    ...rarely(0.25, () => ({ interactive: next() < 0.5 })),
    ...kept({ location }),
    ...rarely(0.4, () => ({ grants: grantsOf(signals, next) })),
    ...rarely(0.15, () => ({ tokenBinding: choose(['bound', 'unbound', 'open']) })),
    ...rarely(0.1, () => ({ sharedDevice: choose(['room', 'phone']) })),
    ...rarely(0.1, () => ({ appProtection: 'none' })),
    ...rarely(0.05, () => ({ devicePlatform: 'windowsPhone' })),
    ...rarely(0.15, () => ({ baselineScopes: choose(['freed', 'covered']) })),
    ...kept({ device: choose(['unregistered', signals.deviceInfo]) }),
    ...Object.assign({}, ...carried.map((name) => kept({ [name]: signals[name] }))),
  }
}

const carried = [
  'clientAppType',
  'devicePlatform',
  'signInRiskLevel',
  'userRiskLevel',
  'servicePrincipalRiskLevel',
  'insiderRiskLevel',
  'authenticationFlow',
]

/** Models of passkeys: the one that narrowed strengths admit, and another. */
const keys = ['90a3ccdf-635c-4729-a248-9b709135078f', 'd8522d9f-575b-4866-88a9-ba99fa02f35b']

function grantsOf({ satisfied, mfaClaim, methods }, next) {
  const { rarely, some } = tools(next)
  const registrable = methods.filter((_, at) => at === 0)
  return {
    ...rarely(0.6, () => ({ satisfied })),
    ...rarely(0.5, () => ({ mfaClaim })),
    ...rarely(0.4, () => ({ methods })),
    ...rarely(0.4, () => ({ availableMethods: [...methods, 'password'] })),
    ...rarely(0.2, () => ({ registrableMethods: registrable })),
    ...rarely(0.2, () => ({ strengtheningMethods: methods })),
    ...rarely(0.2, () => ({ passkeys: some(keys) })),
  }
}

/** The same sign-in but for one or two things. */
export function variedSignIn(vocabulary, signIn, next) {
  const { choose } = tools(next)
  const fresh = drawSignIn(vocabulary, next)
  const names = [...new Set([...Object.keys(fresh), ...Object.keys(signIn)])]
  const changed = { ...signIn }
  for (const name of [choose(names), ...(next() < 0.3 ? [choose(names)] : [])])
    if (fresh[name] !== undefined) changed[name] = fresh[name]
    else if (!['principal', 'target', 'legacy', 'at'].includes(name)) delete changed[name]
  return changed
}
