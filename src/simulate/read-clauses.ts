import { multifactorStrengthId } from '../tenant/conditional-access/built-in-strengths.ts'
import { inboundTrustOf } from '../tenant/cross-tenant-access.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import type { FactValue, Known } from '../vocabulary/facts.ts'
import { missing } from '../vocabulary/facts.ts'
import { own } from '../vocabulary/own.ts'
import type { OpenClause } from '../vocabulary/policies.ts'
import { boundTokenWord } from './conditional-access/clauses.ts'
import { possiblyAdmits } from './conditional-access/controls-met.ts'
import { keysOf } from './conditional-access/narrowed-keys.ts'
import { isWithoutTenant } from './conditional-access/outsider.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import { type FactorsOfPerson, factorsAsked, isBeyondMethods, strengthNamed } from './factors-of-strength.ts'
import type { LegContext } from './leg-context.ts'
import { browserHidesDevice } from './private-browsing.ts'
import { mayBeTrusted } from './trust-of-home.ts'

/** What the rules read of controls that a sign-in has not met. */
export interface ClausesReading {
  readonly decision: Known<'policyDecision'>
  readonly demandsMfa: Known<'policyDemandsMfa'>
  /** Signals on which an open decision hangs. */
  readonly open: readonly string[]
  /** Clauses that may be met already, whatever is decided. */
  readonly unseen: readonly OpenClause[]
  /** Whether a strength demands a method that the user has yet to register. */
  readonly beyond?: boolean
}

type Unmet = Exclude<FactValue<'policyDecision'>, 'allow' | 'block' | 'controls-required'>

interface ClauseReading {
  /**
   * `mfa`: a second factor is asked, `custom` by the provider of a custom control. `beyond`: a method is asked for that
   * the user has yet to register. `askable`: something else a user can do. `unmet`: known not to be met.
   */
  readonly state: 'mfa' | 'beyond' | 'custom' | 'perhaps' | 'askable' | 'unmet' | 'open'
  readonly signals: readonly string[]
}

const deviceSignals: Readonly<Record<string, string>> = {
  compliantDevice: 'deviceInfo.isCompliant',
  domainJoinedDevice: 'deviceInfo.trustType',
  approvedApplication: 'satisfied.approvedApplication',
  compliantApplication: 'satisfied.compliantApplication',
}

const isDeviceControl = (control: string): boolean => deviceSignals[control] !== undefined

/** Why a sign-in cannot meet a clause; the control that the vendor asks first gives the reason. */
const reasons: Readonly<Record<string, Unmet>> = {
  compliantDevice: 'device-not-compliant',
  domainJoinedDevice: 'device-not-joined',
  approvedApplication: 'app-not-approved',
}

/** Reads the clauses that are left to be met, in the order in which the vendor asks. */
export function readClauses(
  required: readonly (readonly string[])[],
  context: LegContext,
  person: FactorsOfPerson,
): ClausesReading {
  const clauses = required.map((clause) => stateOf(clause, context, person))
  const unseen = clauses.flatMap(({ signals }, index) =>
    signals.length === 0 ? [] : [{ clause: required[index] ?? [], missing: signals }],
  )
  const unmet = clauses.findIndex(({ state }) => state === 'unmet')
  if (unmet >= 0) return { decision: reasonOf(required[unmet] ?? []), demandsMfa: 'no', open: [], unseen }
  const open = clauses.flatMap((clause) => (clause.state === 'open' ? clause.signals : []))
  if (open.length > 0) return { decision: missing, demandsMfa: missing, open: [...new Set(open)], unseen }
  const alternatives = clauses.flatMap((clause) => (clause.state === 'perhaps' ? clause.signals : []))
  const asks = (what: ClauseReading['state']): boolean => clauses.some(({ state }) => state === what)
  const certain = asks('custom') ? 'elsewhere' : 'no'
  const beyond = asks('beyond')
  const demandsMfa = beyond || asks('mfa') ? 'yes' : alternatives.length > 0 ? missing : certain
  const told = { decision: 'controls-required', demandsMfa, open: [...new Set(alternatives)], unseen } as const
  return beyond ? { ...told, beyond } : told
}

function reasonOf(clause: readonly string[]): Unmet {
  return reasons[clause[0] ?? ''] ?? 'cannot-satisfy'
}

/**
 * What a program that only sends a password runs into: a second factor is demanded before anything else, and the program
 * hears that it is missing; of other controls it never hears.
 */
export function unaskedMfa(
  required: readonly (readonly string[])[],
  context: LegContext,
  person: FactorsOfPerson,
): 'demanded' | 'open' | 'none' {
  const factors = required.map((clause) => factorOf(clause, context, person))
  if (factors.some((factor) => factor === 'mfa' || factor === 'beyond' || factor === 'by-methods')) return 'demanded'
  return factors.includes('one-factor') ? 'open' : 'none'
}

/** Platforms of which the state of a device can be determined at all. */
const statefulPlatforms: ReadonlySet<string> = new Set(['windows', 'iOS', 'android', 'macOS', 'linux'])

type NeverMet = Pick<
  PolicySignIn,
  'devicePlatform' | 'authenticationFlow' | 'interactive' | 'sharedDevice' | 'appProtection'
>

const strengthPrefix = 'authenticationStrength:'

const isStrength = (control: string): boolean => control.startsWith(strengthPrefix)

/** Why this kind of sign-in can never meet what is demanded. */
export function whyNever(
  required: readonly (readonly string[])[],
  { devicePlatform: platform, authenticationFlow, interactive, sharedDevice }: NeverMet,
): Unmet {
  if (sharedDevice !== undefined) return 'cannot-satisfy'
  if (required.some((clause) => clause.every((word) => word === boundTokenWord))) return 'token-not-bound'
  if (interactive === true && required.some((clause) => clause.some(isStrength) && !clause.includes('mfa')))
    return 'methods-not-enough'
  const devices = required.find((clause) => clause.every(isDeviceControl))
  if (devices === undefined || platform === undefined || authenticationFlow === 'deviceCodeFlow')
    return 'cannot-satisfy'
  if (!statefulPlatforms.has(platform)) return 'platform-unsupported'
  return devices.includes('compliantDevice') ? 'cannot-satisfy' : reasonOf(devices)
}

/** A clause that the sign-in has not met: who could meet it, and on which signals that hangs. */
function stateOf(clause: readonly string[], context: LegContext, person: FactorsOfPerson): ClauseReading {
  const asked = factorOf(clause, context, person)
  if (asked === 'by-methods') return { state: 'perhaps', signals: ['methods'] }
  if (asked === 'mfa' && hangsOnHome(clause, context)) return { state: 'open', signals: ['methods'] }
  const factor = asked === 'one-factor' ? undefined : asked
  const devices = clause.filter(isDeviceControl)
  const signals = devices
    .filter((control) => !isKnown(control, context))
    .map((control) => deviceSignals[control] ?? control)
  const askable = clause.length > devices.length
  if (devices.length === 0) return { state: factor ?? 'askable', signals: [] }
  if (signals.length === 0) return { state: factor ?? (askable ? 'askable' : 'unmet'), signals }
  return { state: factor !== undefined ? 'perhaps' : askable ? 'askable' : 'open', signals }
}

/**
 * Whether a clause demands a strength of someone of a home tenant that is or may be trusted, whose stated methods do not
 * meet it: others may be there.
 */
function hangsOnHome(clause: readonly string[], { user, tenant }: LegContext): boolean {
  if (user.accountHome !== 'entra-tenant' || !clause.every((word) => isStrength(word) || isDeviceControl(word)))
    return false
  const strengths = clause.filter(isStrength).map((word) => word.slice(strengthPrefix.length))
  if (strengths.includes(multifactorStrengthId) || strengths.some((id) => hasFor(id, user, tenant))) return false
  return mayBeTrusted(tenant, user)
}

/** Whether what a user has is known to be admitted by a strength. */
function hasFor(id: string, { methods, passkeys }: User, { conditionalAccess }: Tenant): boolean {
  const strength = strengthNamed(conditionalAccess, id)
  if (strength === undefined || methods === undefined) return false
  const keys = keysOf(passkeys)
  const own = { availableMethods: ['password', ...methods], ...(keys === undefined ? {} : { passkeys: keys }) }
  return possiblyAdmits(strength, own)
}

/** A device that is declared, or whose state a signal gives, is known not to meet what it has not met. */
function isKnown(control: string, { client, request, user, tenant }: LegContext): boolean {
  const { deviceInfo, satisfied } = request.signals
  if (control === 'approvedApplication' || control === 'compliantApplication') return satisfied !== undefined
  if (browserHidesDevice(client, request.signals)) return true
  const property = control === 'compliantDevice' ? 'isCompliant' : 'trustType'
  if (user.accountHome !== 'here') {
    if (isWithoutTenant(user)) return true
    const trust = inboundTrustOf(tenant.crossTenantAccess, user.homeTenant)
    if (trust === undefined) return false
    if (!(property === 'isCompliant' ? trust.isCompliantDeviceAccepted : trust.isHybridAzureADJoinedDeviceAccepted))
      return true
  }
  if (deviceInfo?.[property] !== undefined) return true
  const { device } = client
  if (device === undefined) return false
  return (
    device.registered === false ||
    own(device.properties, property) !== undefined ||
    (property === 'trustType' && (device.domainJoined === false || device.registered === true))
  )
}

/** The second factor that a clause asks for, if any: a strength may be content with one factor. */
function factorOf(
  clause: readonly string[],
  { tenant }: LegContext,
  person: FactorsOfPerson,
): 'mfa' | 'beyond' | 'custom' | 'one-factor' | 'by-methods' | undefined {
  const strengths = clause.filter(isStrength).map((word) => {
    const strength = strengthNamed(tenant.conditionalAccess, word.slice(strengthPrefix.length))
    if (strength === undefined) return 'several'
    return isBeyondMethods(strength, person) ? 'beyond' : factorsAsked(strength, person)
  })
  if (strengths.length > 0 && strengths.every((one) => one === 'beyond') && !clause.includes('mfa')) {
    // What stands beside it can be done without registering anything.
    const others = clause.filter((word) => !isStrength(word) && !isDeviceControl(word))
    return others.length === 0 ? 'beyond' : others.some(isCustomFactor) ? 'custom' : undefined
  }
  if (strengths.includes('one')) return 'one-factor'
  if (strengths.includes('by-methods')) return 'by-methods'
  if (strengths.length > 0 || clause.includes('mfa')) return 'mfa'
  return clause.some(isCustomFactor) ? 'custom' : undefined
}

/** A second factor of another provider, to which the user is sent; it is not MFA of Microsoft Entra ID. */
function isCustomFactor(control: string): boolean {
  return control.startsWith('customAuthenticationFactor:')
}
