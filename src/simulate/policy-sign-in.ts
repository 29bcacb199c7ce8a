import type { LegFacts } from '../vocabulary/facts.ts'
import type { ClientAppType } from '../vocabulary/policies.ts'
import type { DeviceSignals } from '../vocabulary/requests.ts'
import type {
  GrantState,
  PolicyLocation,
  PolicyPrincipal,
  PolicySignIn,
  PolicyTarget,
} from './conditional-access/sign-in.ts'
import { trustedByClaim } from './facts/network-facts.ts'
import type { LegContext } from './leg-context.ts'

/** One leg as Conditional Access sees it; what neither the file nor a signal gives is left out. */
export function policySignIn(
  context: LegContext,
  facts: LegFacts,
  clientAppType: ClientAppType | undefined,
  resource: string | undefined,
): PolicySignIn {
  const { request, client, at } = context
  const { signals } = request
  const given = {
    clientAppType: signals.clientAppType ?? clientAppType,
    devicePlatform: signals.devicePlatform ?? platformOf(context),
    signInRiskLevel: signals.signInRiskLevel,
    userRiskLevel: signals.userRiskLevel,
    servicePrincipalRiskLevel: signals.servicePrincipalRiskLevel,
    insiderRiskLevel: signals.insiderRiskLevel,
    device: deviceOf(context),
  }
  return {
    ...present(given),
    principal: principalOf(context),
    target: targetOf(context, resource),
    legacy: facts.flowClass === 'legacy',
    interactive: facts.flowClass === 'interactive',
    location: locationOf(context, facts),
    authenticationFlow: signals.authenticationFlow ?? client.product.transferMethod ?? 'none',
    grants: grantsOf(context, facts),
    at,
  }
}

/** The properties that have a value. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Entries without a value are exactly what the type leaves out.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

function principalOf({ user }: LegContext): PolicyPrincipal {
  const { id, userPrincipalName, displayName, kind, guestType, homeTenant, groups, roles } = user
  return { userPrincipalName, displayName, kind, ...present({ id, guestType, homeTenant, groups, roles }) }
}

function targetOf({ request, client }: LegContext, resource: string | undefined): PolicyTarget {
  switch (request.purpose) {
    case 'register-for-mfa':
    case 'create-app-password':
    case 'delete-app-password':
      return { userAction: 'registerSecurityInformation' }
    case 'register-device':
      return { userAction: 'registerOrJoinDevices' }
    default:
      return {
        applications: resource === undefined ? [] : [resource],
        ...present({ scopes: request.signals.scopes, confidentialClient: client.product.confidential }),
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
  const addresses = ipAddress === undefined ? network.ranges : [ipAddress]
  const where = country ?? network.country
  const insideByClaim = facts.flow === 'modern' && trustedByClaim(context)
  return { addresses, insideByClaim, ...present({ country: where }) }
}

function deviceOf({ client, request }: LegContext): DeviceSignals | 'unregistered' | undefined {
  const { device } = client
  const { deviceInfo } = request.signals
  if (deviceInfo !== undefined) return { ...device?.properties, ...deviceInfo }
  if (device === undefined) return undefined
  if (device.registered === false) return 'unregistered'
  const joined = device.domainJoined === true ? { trustType: 'ServerAD' } : {}
  return { ...joined, ...device.properties }
}

/** What a user could sign in with: the password, which nobody registers, counts at whoever checks it. */
function methodsOf({ user }: LegContext, facts: LegFacts): readonly string[] | undefined {
  if (user.methods === undefined) return undefined
  if (facts.homeRealm !== 'federated') return ['password', ...user.methods]
  const federated = facts.idpPerformsMfa === 'yes' ? ['federatedMultiFactor'] : []
  return ['federatedSingleFactor', ...user.methods, ...federated]
}

function grantsOf(context: LegContext, facts: LegFacts): GrantState {
  const { satisfied, mfaClaim, methods } = context.request.signals
  return present({ satisfied, mfaClaim, methods, availableMethods: methodsOf(context, facts) })
}
