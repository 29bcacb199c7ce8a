import { isExemptFrom } from '../../catalog/control-exemptions.ts'
import { isUnsupported } from '../../catalog/shared-devices.ts'
import { startOf } from '../../catalog/vendor-timeline.ts'
import { multifactorStrengthId } from '../../tenant/conditional-access/built-in-strengths.ts'
import type { AuthenticationStrength } from '../../tenant/conditional-access/model.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { Control } from './clauses.ts'
import { devicePropertyOf } from './judge-device.ts'
import { keysAdmitted, type Narrowing } from './narrowed-keys.ts'
import { isOfDirectConnect, isOutsider } from './outsider.ts'
import type { GrantState, PolicySignIn } from './sign-in.ts'

const retiredAt = startOf('approved-client-app-retired')

/** Whether the vendor no longer asks for an approved client app: it is then as if nobody had selected it. */
export function approvedApplicationRetired(at: Instant): boolean {
  return at >= retiredAt
}

const endingAt = startOf('custom-controls-end')

/** Whether the vendor has announced custom controls to stop about now, on a day and with an effect that no page names. */
export function customControlsEnding(at: Instant): boolean {
  return at >= endingAt
}

/** Whether the vendor ends a control on a day. */
export const isDated = (kind: Control['kind']): boolean => kind === 'approvedApplication' || kind === 'custom'

/** The single methods behind entries such as `password,sms`, lower-cased. */
function methodsOf(entries: readonly string[]): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => entry.split(',')).map((method) => method.trim().toLowerCase()))
}

/** Whether one allowed combination is among these methods; of those narrowed to certain keys, whether it is or may be. */
function admits(
  strength: Narrowing & Pick<AuthenticationStrength, 'allowedCombinations'>,
  methods: ReadonlySet<string>,
  passkeys: readonly string[] | undefined,
  perhaps: boolean,
): boolean {
  return strength.allowedCombinations.some((combination) => {
    const lower = combination.toLowerCase()
    const keys = keysAdmitted(strength, lower, passkeys)
    if (keys === 'none' || (keys !== 'all' && !perhaps)) return false
    return lower.split(',').every((method) => methods.has(method.trim()))
  })
}

function meetsMfa(signIn: PolicySignIn, multifactor: AuthenticationStrength): boolean {
  const { grants } = signIn
  if (grants?.mfaClaim !== undefined && grants.mfaClaim !== 'none') return true
  return grants?.methods !== undefined && admits(multifactor, methodsOf(grants.methods), grants.passkeys, false)
}

function meetsStrength(control: Control, signIn: PolicySignIn, multifactor: AuthenticationStrength): boolean {
  const { strength } = control
  if (strength === undefined) return false
  const { methods, mfaClaim, passkeys } = signIn.grants ?? {}
  const federated = mfaClaim === 'federated-idp' ? ['federatedMultiFactor'] : []
  if (admits(strength, methodsOf([...(methods ?? []), ...federated]), passkeys, false)) return true
  return strength.id === multifactorStrengthId && meetsMfa(signIn, multifactor)
}

/** A device code is redeemed elsewhere: the state of the device does not come along, except that of a device of Teams. */
const hidesItsDevice = ({ authenticationFlow, sharedDevice }: PolicySignIn): boolean =>
  authenticationFlow === 'deviceCodeFlow' && sharedDevice === undefined

function deviceSays(signIn: PolicySignIn, property: string, value: string): boolean {
  const { device } = signIn
  return (
    !hidesItsDevice(signIn) &&
    device !== undefined &&
    device !== 'unregistered' &&
    devicePropertyOf(device, property) === value
  )
}

/** Whether there are applications for which the vendor does not enforce a control. */
export const isExemptible = (kind: Control['kind']): boolean => kind === 'compliantDevice'

/** Whether a control is not enforced for what the sign-in is for. */
export function isExempt(kind: Control['kind'], { target, at }: PolicySignIn): boolean {
  return isExemptible(kind) && 'applications' in target && isExemptFrom(kind, target.applications, at)
}

/** Whether the sign-in meets a control already. */
export function isMet(control: Control, signIn: PolicySignIn, multifactor: AuthenticationStrength): boolean {
  if (signIn.grants?.satisfied?.some((word) => word.toLowerCase() === control.word.toLowerCase()) === true) return true
  switch (control.kind) {
    case 'mfa':
      return meetsMfa(signIn, multifactor)
    case 'strength':
      return meetsStrength(control, signIn, multifactor)
    case 'compliantDevice':
      return deviceSays(signIn, 'iscompliant', 'true')
    case 'domainJoinedDevice':
      return deviceSays(signIn, 'trusttype', 'serverad')
    case 'boundToken':
      return signIn.tokenBinding === 'bound'
    default:
      return false
  }
}

const compliancePlatforms: ReadonlySet<string> = new Set(['windows', 'iOS', 'android', 'macOS', 'linux'])
const protectedPlatforms: ReadonlySet<string> = new Set(['iOS', 'android', 'windows'])
const approvedPlatforms: ReadonlySet<string> = new Set(['iOS', 'android'])
const deviceControls: ReadonlySet<string> = new Set([
  'compliantDevice',
  'domainJoinedDevice',
  'approvedApplication',
  'compliantApplication',
])

const appControls: ReadonlySet<string> = new Set(['approvedApplication', 'compliantApplication'])

const platformsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  compliantDevice: compliancePlatforms,
  domainJoinedDevice: new Set(['windows']),
  approvedApplication: approvedPlatforms,
  compliantApplication: protectedPlatforms,
}

/** Whether a user, or the policy for a device of theirs, is asked for something. */
export function isInteractive(kind: Control['kind']): boolean {
  return kind !== 'boundToken' && !deviceControls.has(kind)
}

/** What only the home tenant could give: a device that it manages, a new password. */
const ofHomeTenant: ReadonlySet<string> = new Set(['approvedApplication', 'compliantApplication', 'passwordChange'])

/**
 * What nobody can meet without an account here.
 *
 * @see https://learn.microsoft.com/entra/external-id/authentication-conditional-access
 */
const ofAccountHere: ReadonlySet<string> = new Set(['termsOfUse'])

/** Whether this kind of sign-in could ever meet a control. */
export function canBeMet({ kind, strength }: Control, signIn: PolicySignIn): boolean {
  if (isUnsupported(signIn.sharedDevice, kind)) return false
  if (ofHomeTenant.has(kind) && isOutsider(signIn.principal)) return false
  if (ofAccountHere.has(kind) && isOfDirectConnect(signIn.principal)) return false
  if (kind === 'boundToken') return signIn.tokenBinding !== 'unbound'
  if (signIn.legacy || signIn.principal.kind === 'service-principal') return false
  const { target, devicePlatform, grants } = signIn
  if ('userAction' in target && target.userAction === 'registerOrJoinDevices')
    return kind === 'mfa' || kind === 'strength'
  if (deviceControls.has(kind)) {
    if (hidesItsDevice(signIn)) return false
    if (signIn.appProtection === 'none' && appControls.has(kind)) return false
    return devicePlatform === undefined || platformsOf[kind]?.has(devicePlatform) === true
  }
  if (signIn.interactive === false) return false
  if (strength === undefined || grants?.availableMethods === undefined) return true
  // To register what a policy on registering demands, nothing is registered before.
  const stronger = 'userAction' in target ? [] : (grants.strengtheningMethods ?? [])
  return possiblyAdmits(strength, grants, [...(grants.registrableMethods ?? []), ...stronger])
}

/** Whether a strength admits, for all that is known, what a user has, with more methods besides. */
export function possiblyAdmits(
  strength: Narrowing & Pick<AuthenticationStrength, 'allowedCombinations'>,
  { availableMethods = [], passkeys }: GrantState,
  more: readonly string[] = [],
): boolean {
  return admits(strength, methodsOf([...availableMethods, ...more]), passkeys, true)
}
