import type { VendorChange, VendorFact } from '../../catalog/vendor-change.ts'
import { isTelephony } from '../../simulate/methods/telephony.ts'
import { provesFactor } from '../../simulate/methods/usable-methods.ts'
import { differences, sameParts } from '../../tenant/same-parts.ts'
import type { Tenant, TenantClient, User } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Trace } from '../../trace/step.ts'
import { own } from '../../vocabulary/own.ts'
import type { ClientRequest, Instant, UserName } from '../../vocabulary/requests.ts'
import { passingTimes } from './passing-time.ts'
import { changesBetween } from './time-differences.ts'

/** Properties of a sign-in that determine which dated changes can affect it. */
export interface Touched {
  /** The id of the client in the catalog. */
  readonly product: string
  readonly protocols: ReadonlySet<string>
  /** Whether the client tries basic authentication anywhere in Exchange Online. */
  readonly basic: boolean
  /** Whether a user signs in interactively at a page of the token issuer. */
  readonly interactive: boolean
  readonly services: ReadonlySet<string>
  readonly application: string | undefined
}

/** Who signs in with what, besides what is known of a sign-in; undefined where the tenant does not have them by that name. */
interface Around {
  readonly tenant: Tenant
  readonly request: ClientRequest
  readonly user: User | undefined
  readonly client: TenantClient | undefined
}

type Reach = (change: VendorChange, touched: Touched, around: Around) => boolean

const none: Reach = () => false

const speaking: Reach = ({ subject }, { protocols, services }) =>
  protocols.has(subject) && services.has('exchange-online')

/** Blocking basic authentication for Exchange Web Services affects Outlook on every protocol. */
const tryingBasic: Reach = ({ subject }, { basic, protocols }) => basic && (protocols.has(subject) || subject === 'ews')

/** Which of the switches of Exchange Web Services counts is asked where a leg speaks that protocol, and nowhere else. */
const speakingWebServices: Reach = (_change, { services, protocols }) =>
  services.has('exchange-online') && protocols.has('ews')

const withPolicies: Reach = (_change, _touched, { tenant }) => tenant.conditionalAccess.policies.length > 0

/** Which methods are preferred, and where they can be presented, is asked of users whose methods are known. */
const presenting: Reach = (_change, { interactive }, { user, request }) =>
  interactive && (user === undefined || mayHaveMethods(user) || request.signals.methods !== undefined)

/** Methods on which exports disagree may be known in another reading. */
const mayHaveMethods = ({ methods, readings, inDispute }: User): boolean =>
  methods !== undefined || readings !== undefined || inDispute !== undefined

/**
 * That text messages and calls end is asked of users who have them, or perhaps have them, and of those who register a method:
 * whose methods do not count here, or are not those that a strength admits, may have to.
 */
const usingTelephony: Reach = (_change, { interactive }, { tenant, user, request }) => {
  if (!interactive) return false
  if (user?.mfaRegistered !== true || user.methods === undefined || user.readings !== undefined) return true
  if (user.inDispute !== undefined || request.signals.methods !== undefined || narrowsMethods(tenant)) return true
  return user.methods.some(isTelephony) || !user.methods.some(provesFactor)
}

/** Whether some methods of some users may not count. */
const narrowsMethods = (tenant: Tenant): boolean =>
  tenant.readings !== undefined ||
  tenant.authenticationMethods !== undefined ||
  tenant.multifactorAuthentication.availableMethods !== undefined ||
  tenant.conditionalAccess.policies.some(({ grant }) => grant?.strength !== undefined)

/** The platforms of which the vendor's page on passkeys has dates. */
const platformsWithDates: Readonly<Record<string, readonly string[]>> = {
  'android-browser': ['android'],
  'android-app': ['android'],
  'apple-app': ['iOS', 'macOS'],
}

const presentingPasskeys: Reach = (change, touched, around) => {
  const { client } = around
  const platform = client?.device?.platform ?? client?.product.platform
  const isDated = platform === undefined || platformsWithDates[change.subject]?.includes(platform) !== false
  return isDated && presenting(change, touched, around)
}

const administering: Reach = ({ subject }, { services, application }) =>
  application !== undefined || services.has(subject === 'microsoft-365-admin' ? subject : 'azure-management')

const isInDispute = ({ readings }: Tenant): boolean => readings !== undefined

/** Notices with a date by which the simulator decides, and whom they reach; a test compares them with its sources. */
export const decidingNotices: Readonly<Record<string, Reach>> = {
  'continuous-access-evaluation': () => true,
  'custom-controls-end': (_change, _touched, { tenant }) =>
    isInDispute(tenant) ||
    tenant.conditionalAccess.policies.some(({ grant }) => (grant?.customFactors.length ?? 0) > 0),
  'hello-registration-under-policies': (_change, _touched, { request }) => request.purpose === 'set-up-hello',
  'token-protection-on-apple': (_change, _touched, { tenant }) =>
    isInDispute(tenant) ||
    tenant.conditionalAccess.policies.some(({ session }) => session.secureSignInSession !== undefined),
}

/**
 * Which sign-ins a vendor change of each kind can affect. Invariant: may overestimate but never underestimates; a test
 * plays the library before and after every date.
 */
const reaches: Readonly<Record<VendorFact, Reach>> = {
  'basic-authentication': tryingBasic,
  'basic-authentication-removal': tryingBasic,
  'modern-authentication': speaking,
  'client-access-rules': ({ subject }, { services }) => services.has(subject),
  'ad-fs-tokens': (_change, { services }) => services.has('exchange-server'),
  'smtp-client-authentication-default': speaking,
  protocol: speaking,
  'ews-switch-levels': speakingWebServices,
  'ews-switch-unset': speakingWebServices,
  workload: ({ subject }, { services }) => services.has(subject),
  'number-matching': (_change, { services }) => services.has('vpn') || services.has('remote-desktop-gateway'),
  'file-share-identities': ({ subject }, { services }) => services.has(subject),
  'sign-in-assistant': ({ subject }, { services }) => services.has(subject),
  'acs-app-only': ({ subject }, { services }) => services.has(subject),
  module: ({ subject }, { product }) => subject === product,
  'module-connections': ({ subject }, { product }) => subject === product,
  'mandatory-mfa': administering,
  'grant-control': withPolicies,
  'registration-at-sign-in': withPolicies,
  'passkey-platform': presentingPasskeys,
  'low-privilege-scopes': withPolicies,
  'authentication-method': usingTelephony,
  'system-preferred-authentication': presenting,
  'security-defaults-registration-grace': (_change, _touched, { tenant }) =>
    tenant.securityDefaults ?? tenant.securityDefaultsInDispute === true,
  // Tenant defaults always use the date in the file, whatever instant is judged.
  'modern-authentication-default': none,
  'security-defaults': none,
  'unset-client-app-types': none,
  'superseded-plan': none,
  'legacy-method-policies': none,
  notice: (change, touched, around) => own(decidingNotices, change.id)?.(change, touched, around) === true,
}

/** Whether basic authentication is the negotiated flow, or one that the client tries as a fallback. */
function comesToBasic({ authentication }: LegReached): boolean {
  if (authentication === undefined) return true
  const { order, used } = authentication
  return order.includes('basic') && (used === null || order.indexOf(used) >= order.indexOf('basic'))
}

/** What dated changes can affect of a leg: what is known before anyone says who they are. */
export type LegReached = Pick<Trace['request'], 'protocol' | 'relyingParty'> &
  Pick<Trace, 'authentication'> &
  Pick<Trace['facts'], 'flowClass'>

/** The properties of a played sign-in that dated changes can affect. */
export function touchedBy(product: string, request: ClientRequest, traces: readonly Trace[]): Touched {
  const legs = traces.map(
    ({ request: { protocol, relyingParty }, authentication, facts: { flowClass } }): LegReached => ({
      protocol,
      relyingParty,
      ...(authentication && { authentication }),
      ...(flowClass && { flowClass }),
    }),
  )
  return touchedByLegs(product, request, legs)
}

/** The same of a sign-in that was not played. */
export function touchedByLegs(product: string, { application }: ClientRequest, legs: readonly LegReached[]): Touched {
  return {
    product,
    protocols: new Set(legs.map(({ protocol }) => protocol)),
    basic: legs.some((leg) => leg.relyingParty === 'exchange-online' && comesToBasic(leg)),
    interactive: legs.some(({ flowClass }) => flowClass !== 'legacy'),
    services: new Set(legs.map(({ relyingParty }) => relyingParty)),
    application,
  }
}

/** Whether two states of a tenant are equal except for users and clients; each is made of all events up to it. */
const sameSettings = (before: Tenant, after: Tenant): boolean =>
  before === after || Object.keys(differences(before, after, ['users', 'clients'])).length === 0

/** Whether a thing of a name is another one in a later state. */
function changedThings<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): { readonly has: (name: string) => boolean } {
  const known = new Map<string, boolean>()
  return {
    has: (name) => {
      const found = known.get(name) ?? !sameParts(before.get(name), after.get(name))
      known.set(name, found)
      return found
    },
  }
}

/** Whether what is dated between two instants can affect sign-ins; may overestimate but never underestimates. */
export interface ReachOfTime {
  readonly signIn: (request: ClientRequest, touched: Touched) => boolean
  /** Whether it can affect any sign-in of a user. */
  readonly anySignInOf: (user: UserName) => boolean
}

/** Everything is reached. */
export const everything: ReachOfTime = { signIn: () => true, anySignInOf: () => true }

/** Whom passing times between two instants concern; undefined if everyone. */
function concernedBetween(tenant: Tenant, from: Instant, to: Instant) {
  const users = new Set<UserName>()
  const devices = new Set<string>()
  for (const [at, times] of passingTimes(tenant)) {
    if (at <= from || at > to) continue
    for (const { concerned } of times) {
      if (concerned.kind === 'everyone') return undefined
      if (concerned.kind === 'user') users.add(concerned.name)
      else for (const name of concerned.names) devices.add(name)
    }
  }
  return { users, devices }
}

/** What between two instants (exclusive, inclusive) can affect sign-ins. */
export function reachOfTime(tenant: Tenant, from: Instant, to: Instant): ReachOfTime {
  const [before, after] = [tenantAt(tenant, from), tenantAt(tenant, to)]
  const concerned = concernedBetween(tenant, from, to)
  if (concerned === undefined || !sameSettings(before, after)) return everything
  const { users, devices } = concerned
  const changes = changesBetween(tenant, from, to)
  const changedUsers = changedThings(before.users, after.users)
  const changedClients = changedThings(before.clients, after.clients)
  const isChanged = (name: UserName): boolean => users.has(name) || changedUsers.has(name)
  const forEveryone = changes.length > 0 || devices.size > 0 || !sameParts(before.clients, after.clients)
  return {
    anySignInOf: (user) => forEveryone || isChanged(user),
    signIn: (request, touched) => {
      const [user, client] = [after.users.get(request.user), after.clients.get(request.client)]
      if (isChanged(request.user) || changedClients.has(request.client)) return true
      if (client?.device !== undefined && devices.has(client.device.name)) return true
      const around = { tenant: after, request, user, client }
      return changes.some((change) => reaches[change.fact](change, touched, around))
    },
  }
}
