import { applicationOf } from '../catalog/applications.ts'
import { changeNamed, startOf } from '../catalog/vendor-timeline.ts'
import { cacheByObject } from '../memory/cache-by-object.ts'
import { cacheByText } from '../memory/cache-by-text.ts'
import { cachePerOwner } from '../memory/cache-per-owner.ts'
import { inboundTrustOf } from '../tenant/cross-tenant-access.ts'
import type { Device } from '../tenant/tenant.ts'
import { type LegFacts, missing } from '../vocabulary/facts.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import type { DeviceSignals } from '../vocabulary/requests.ts'
import type { CompiledPolicies } from './conditional-access/compile.ts'
import { haveLowScopes, unstatedApplication } from './conditional-access/judge-resources.ts'
import { isWithoutTenant } from './conditional-access/outsider.ts'
import type {
  GrantState,
  PolicyLocation,
  PolicyPrincipal,
  PolicySignIn,
  PolicyTarget,
} from './conditional-access/sign-in.ts'
import { trustedByClaim } from './facts/network-facts.ts'
import { grantsOfPerson, mfaClaimOf, telephonyEnded } from './grants-of-person.ts'
import type { LegContext } from './leg-context.ts'
import type { LegPath } from './leg-path.ts'
import { leadsToPasskeys } from './methods/passkey-to-register.ts'
import { isProgram } from './plan-requests.ts'
import { browserHidesDevice } from './private-browsing.ts'
import { tokenBindingOf } from './token-binding.ts'
import { rolloutOf } from './vendor-state.ts'
import { isWatched } from './watched-signals.ts'

/** One leg as Conditional Access sees it; what neither the file nor a signal gives is left out. */
export function policySignIn(
  context: LegContext,
  facts: LegFacts,
  { clientAppTypes: types, resource }: Pick<LegPath, 'clientAppTypes' | 'resource'>,
  { demands }: CompiledPolicies,
): PolicySignIn {
  const { request, client, at } = context
  const clientAppType = types.length === 1 ? types[0] : undefined
  const { signals } = request
  const seenAs = signals.clientAppType ?? clientAppType
  const platform = signals.devicePlatform ?? platformOf(context)
  const device = deviceOf(context)
  const signIn: Mutable<PolicySignIn> = {
    principal: principalOf(context),
    target: targetOf(context, resource),
    legacy: facts.flowClass === 'legacy',
    interactive: facts.flowClass === 'interactive',
    location: locationOf(context, facts),
    authenticationFlow: signals.authenticationFlow ?? client.product.transferMethod ?? 'none',
    grants: grantsOf(context, facts),
    at,
  }
  if (seenAs !== undefined) signIn.clientAppType = seenAs
  if (platform !== undefined) signIn.devicePlatform = platform
  if (client.product.sharedDevice !== undefined) signIn.sharedDevice = client.product.sharedDevice
  if (client.product.appProtection !== undefined) signIn.appProtection = client.product.appProtection
  if (device !== undefined) signIn.device = device
  if (demands.binding) signIn.tokenBinding = tokenBindingOf(context, signIn)
  const baseline = scopesOf(context, resource) === undefined ? undefined : baselineScopesIn(context)
  if (baseline !== undefined) signIn.baselineScopes = baseline
  if (signals.signInRiskLevel !== undefined) signIn.signInRiskLevel = signals.signInRiskLevel
  if (signals.userRiskLevel !== undefined) signIn.userRiskLevel = signals.userRiskLevel
  if (signals.insiderRiskLevel !== undefined) signIn.insiderRiskLevel = signals.insiderRiskLevel
  if (signals.servicePrincipalRiskLevel !== undefined)
    signIn.servicePrincipalRiskLevel = signals.servicePrincipalRiskLevel
  return signIn
}

// Policies for users do not reach what an application does as itself; `ca-workload-identity` is the page. Which of the
// tenant's service principals it is, a file that lets a person start the application does not say.
const itself: PolicyPrincipal = { kind: 'service-principal' }
const managedIdentity: PolicyPrincipal = { kind: 'managed-identity' }

/** Who signs in, as policies see it: an application as itself is never the person who starts it. */
function principalOf({ user, client }: LegContext): PolicyPrincipal {
  const { appOnly } = client.product
  if (appOnly === undefined || isProgram(user)) return user
  return appOnly === 'managed-identity' ? managedIdentity : itself
}

/** What the tenant says about the change that lets policies reach the lowest scopes. */
export function baselineScopesIn({ tenant, at }: Pick<LegContext, 'tenant' | 'at'>): PolicySignIn['baselineScopes'] {
  const rollout = rolloutOf(tenant, lowestScopes, at)
  return rollout === undefined ? undefined : rollout === 'applied' ? 'covered' : 'freed'
}

const lowestScopes = changeNamed('low-privilege-scopes-covered')

/** The properties that have a value. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Entries without a value are exactly what the type leaves out.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

// Parts that many sign-ins share are the same object each time: so what the policies say about them is computed once.

// Invariant: the addresses are the network's where no address is given; the network does not change.
const sharedLocation = cachePerOwner<
  PolicyLocation,
  [boolean, string | undefined, string | undefined, boolean | undefined]
>({
  name: 'location as policies see it',
  owner: 'network',
  parts: ['insideByClaim', 'ipAddress', 'country', 'compliantNetwork'],
})

// Invariant: a device does not change.
const sharedDevice = cacheByObject<Device, DeviceSignals>('device as policies see it', 'device')

// Invariant: the user holds the domain and its identity provider, so what those do about MFA follows from the user.
const sharedGrants = cachePerOwner<GrantState, [GrantState['mfaClaim'], LegFacts['homeRealm'], boolean]>({
  name: 'grants as policies see them',
  owner: 'user',
  parts: ['mfaClaim', 'homeRealm', 'registration-at-sign-in'],
})

/** The scopes asked for; those of other applications than the directory are never among the lowest. */
function scopesOf({ request, tenant }: Pick<LegContext, 'request' | 'tenant'>, resource: string | undefined) {
  const { signals } = request
  const { policies } = tenant.conditionalAccess
  const matter = policies.length > 0 && resource !== undefined && haveLowScopes([resource])
  return matter || !isWatched(signals) ? signals.scopes : undefined
}

/** Services that are an application of the tenant's own, whose app id the file may leave out. */
const ofTheTenant: ReadonlySet<string> = new Set(['azure-files', 'application-proxy'])

/** Policies for all resources protect an application whether its app id is known or not. */
const unstatedOf = (service: string): readonly string[] => (ofTheTenant.has(service) ? [unstatedApplication] : [])

/** The set-up of Windows Hello for Business asks for a token of this service. */
const deviceRegistration: PolicyTarget = { applications: applicationOf('device-registration')?.appIds ?? [] }

/** Since when policies on registering apply to it. */
const registeringHello = startOf('hello-registration-under-policies')

function targetOf({ request, client, tenant, at }: LegContext, resource: string | undefined): PolicyTarget {
  switch (request.purpose) {
    case 'register-for-mfa':
    case 'create-app-password':
    case 'delete-app-password':
      return { userAction: 'registerSecurityInformation' }
    case 'register-device':
      return { userAction: 'registerOrJoinDevices' }
    case 'set-up-hello':
      return at < registeringHello ? deviceRegistration : { userAction: 'registerSecurityInformation' }
    default: {
      const { authenticationContext: stepUp } = request.signals
      const scopes = scopesOf({ request, tenant }, resource)
      const { confidential } = client.product
      const applications = resource === undefined ? unstatedOf(request.relyingParty) : [resource]
      const about = { scopes, confidentialClient: confidential, clientAppId: client.product.appId }
      // Without scopes nobody asks which application it is.
      const plain = scopes === undefined && stepUp === undefined
      return plain ? { applications } : { applications, ...present({ ...about, stepUp }) }
    }
  }
}

function platformOf({ client }: LegContext): string | undefined {
  const { platform } = client.product
  if (platform === 'device') return 'unknown'
  return client.device?.platform ?? (platform === 'any' ? undefined : platform)
}

function locationOf(context: LegContext, facts: LegFacts): PolicyLocation {
  const { network, request } = context
  const { ipAddress, country } = request.signals
  const compliantNetwork = onCompliantNetwork(context)
  // The corporate network has addresses, whether the file states them or not.
  const unstated = network.inside && network.ranges.length === 0
  const addresses = ipAddress === undefined ? (unstated ? undefined : network.ranges) : [ipAddress]
  const where = country ?? network.country
  const { flow } = facts
  const insideByClaim = flow !== undefined && flow !== missing && flow !== 'basic' && trustedByClaim(context, flow)
  return sharedLocation.find(network, [insideByClaim, ipAddress, where, compliantNetwork], () => ({
    insideByClaim,
    ...present({ addresses, country: where, compliantNetwork }),
  }))
}

/** Whether the sign-in comes through Global Secure Access of the tenant: as the signal says, otherwise the network. */
export function onCompliantNetwork({ network, request }: Pick<LegContext, 'network' | 'request'>): boolean | undefined {
  const { compliantNetwork } = request.signals
  return compliantNetwork === undefined ? network.compliantNetwork : compliantNetwork === 'yes'
}

function deviceOf(context: LegContext): DeviceSignals | 'unregistered' | undefined {
  const { client, request } = context
  const { deviceInfo } = request.signals
  if (browserHidesDevice(client, request.signals)) return 'unregistered'
  if (context.user.accountHome !== 'here')
    return isWithoutTenant(context.user) ? 'unregistered' : deviceOfOutsider(context)
  const { device } = client
  if (deviceInfo !== undefined) return { ...device?.properties, ...deviceInfo }
  if (device === undefined) return undefined
  if (device.registered === false) return 'unregistered'
  // A member of the domain is hybrid joined once Microsoft Entra ID knows it; before, nobody can say.
  const joined = device.domainJoined === true && device.registered === true ? { trustType: 'ServerAD' } : {}
  return sharedDevice(device, () => ({ ...joined, ...device.properties }))
}

/**
 * A device of an outsider is managed at home, if at all: what it says about itself counts as far as the home tenant is
 * trusted. Whose home is no tenant has nobody to manage the device.
 */
function deviceOfOutsider({ client, request, user, tenant }: LegContext): DeviceSignals | 'unregistered' | undefined {
  const trust = inboundTrustOf(tenant.crossTenantAccess, user.homeTenant)
  if (trust === undefined) return undefined
  if (!trust.isCompliantDeviceAccepted && !trust.isHybridAzureADJoinedDeviceAccepted) return 'unregistered'
  const { deviceInfo } = request.signals
  if (deviceInfo === undefined && client.device === undefined) return undefined
  const { isCompliant, trustType, ...told } = { ...client.device?.properties, ...deviceInfo }
  return {
    ...told,
    isCompliant: trust.isCompliantDeviceAccepted && isCompliant !== undefined ? isCompliant : 'False',
    trustType: trust.isHybridAzureADJoinedDeviceAccepted && trustType !== undefined ? trustType : 'Workplace',
  }
}

// Invariant: grants do not change. How clauses stand is cached by this object, so users with equal grants share it.
const equalGrants = cacheByText<GrantState>('grants that are equal', 'grants', 10_000)

function grantsOf(context: LegContext, facts: LegFacts): GrantState {
  const { request, user, tenant } = context
  const { signals } = request
  const make = (): GrantState => {
    const made = grantsOfPerson(context, user, signals, facts)
    return equalGrants(JSON.stringify(made), () => made)
  }
  const { authenticationMethods, multifactorAuthentication } = tenant
  const dated =
    authenticationMethods !== undefined ||
    multifactorAuthentication.availableMethods !== undefined ||
    telephonyEnded(context)
  const outside = user.accountHome !== 'here'
  if (signals.satisfied !== undefined || signals.methods !== undefined || dated || outside) return make()
  return sharedGrants.find(user, [mfaClaimOf(tenant, user, signals), facts.homeRealm, leadsToPasskeys(context)], make)
}
