import type { Ready } from '../../analysis/claims/judge-sign-in.ts'
import type { ClaimKey } from '../../analysis/claims/keys.ts'
import { signalValues } from '../../analysis/wording/signal-words.ts'
import { lengthOf, unusedLifetime } from '../../simulate/device/sign-in-age.ts'
import { methodAllowed } from '../../simulate/methods/allowed-methods.ts'
import type { User } from '../../tenant/tenant.ts'
import { combinationNames } from '../../vocabulary/methods.ts'
import type { DeviceSignals, Signals } from '../../vocabulary/requests.ts'
import { devices } from '../cuts/devices.ts'
import { places } from '../cuts/places.ts'
import type { Side } from '../side.ts'

type SignalKey = keyof Signals

/** The values of a signal that make a difference to anything, each with what it sets. */
export interface SignalDomain {
  readonly key: SignalKey
  readonly values: readonly Partial<Signals>[]
}

const second = 1000
const day = 24 * 3600 * second

/** What a sign-in may bring besides what the file says; where nothing is said, the engine assumes the usual. */
const assumed = [
  'firstFactor',
  'signedIn',
  'mfaClaim',
  'privateBrowsing',
  'browserProfile',
  'browserExtension',
  'primaryRefreshToken',
  'deviceSignIn',
  'deviceSecondFactor',
  'signInName',
] as const satisfies readonly (keyof typeof signalValues)[]

/** A level that is hidden or unknown is none of its own: the risk is one of the levels. */
const isLevel = (key: string, value: string): boolean =>
  !key.endsWith('RiskLevel') || !/^(?:hidden|unknown)$/.test(value)

/** Values that say what is assumed without them: a test shows that they change no sign-in. */
export const usual = {
  signedIn: 'no',
  privateBrowsing: 'no',
  browserProfile: 'work',
  primaryRefreshToken: 'held',
  deviceSecondFactor: 'no',
  domainHint: 'none',
} as const satisfies Partial<Signals>

const isUsual = (key: string, value: string): boolean =>
  Object.entries(usual).some(([k, v]) => k === key && v === value)

const words = (key: keyof typeof signalValues): SignalDomain => ({
  key,
  values: signalValues[key]
    .filter((value) => isLevel(key, value) && !isUsual(key, value))
    .map((value) => ({ [key]: value })),
})

/**
 * Where no strength is asked for and the tenant allows them all, one of each kind that decides anything: password, MFA, of
 * the cloud, of the provider.
 */
const kindsOfMethods = [
  ['password'],
  ['password', 'microsoftAuthenticatorPush'],
  ['fido2'],
  ['x509CertificateSingleFactor'],
  ['federatedMultiFactor'],
]

/** Whether a method decides as every other of its kind does. */
const decidesByKind = ({ compiled, tenant }: Side, user: User): boolean =>
  !compiled.demands.clauses.some(({ controls }) => controls.some(({ kind }) => kind === 'strength')) &&
  kindsOfMethods.flat().every((method) => methodAllowed(method, tenant, user) === 'yes')

/** What combinations of one kind differ in: a claim that reads it is about each of them. */
export const ownOfMethods: ReadonlySet<ClaimKey> = new Set(['presents'])

/** Whether a claim cannot tell combinations of one kind apart. */
export const readsOnlyKinds = ({ where, says }: Ready): boolean =>
  [where, says].every(({ leg }) => leg.every(({ key }) => !ownOfMethods.has(key)))

/** Combinations that a user can present; of one whose methods the file does not say, all that the vendor knows. */
function waysOf(side: Side, user: User | undefined, byKind: boolean): readonly (readonly string[])[] {
  const every = combinationNames.map((one) => one.split(','))
  if (user === undefined) return every
  const { methods } = user
  const tried = methods === undefined && byKind && decidesByKind(side, user) ? kindsOfMethods : every
  const known = tried.filter((combination) => combination.every((method) => canHave(user, method)))
  return methods === undefined ? known : [...known, ...methods.flatMap((method) => [[method], ['password', method]])]
}

/** Whether a user can present a method: everyone the password, and the word of a provider where there is one. */
function canHave(user: User, method: string): boolean {
  const { methods } = user
  if (isOfProvider(method)) return hasProvider(user)
  return methods === undefined || method === 'password' || methods.some((own) => lower(own) === lower(method))
}

const isOfProvider = (method: string): boolean => /^federated/i.test(method)

const hasProvider = ({ domain, accountHome }: User): boolean =>
  domain?.authentication !== 'managed' || accountHome !== 'here'

/** Whether the claim of a second factor can be of this origin: that of another tenant is brought by outsiders. */
function canClaim(user: User, mfaClaim: string): boolean {
  if (mfaClaim === 'home-tenant') return user.accountHome !== 'here'
  return mfaClaim !== 'federated-idp' || hasProvider(user)
}

const canOpen = (user: User, method: string): boolean => !isOfProvider(method) || hasProvider(user)

/** What a user can bring of a signal with a closed list. */
function ofUser(user: User | undefined, { key, values }: SignalDomain): SignalDomain {
  if (user === undefined || (key !== 'mfaClaim' && key !== 'deviceSignIn')) return { key, values }
  // A device can be opened with what nobody has registered yet as a method: Windows Hello is set up on it.
  const can = key === 'mfaClaim' ? canClaim : canOpen
  return { key, values: values.filter((value) => can(user, value[key] ?? '')) }
}

const lower = (word: string): string => word.toLowerCase()

/** Every way to present methods. */
function methodsOf(side: Side, user: User | undefined, byKind: boolean): SignalDomain {
  return { key: 'methods', values: distinct(waysOf(side, user, byKind).map((one) => ({ methods: [...one].sort() }))) }
}

/** One age in each interval between the limits that anything sets: policies, remembered MFA, the life of tokens. */
function agesOf({ tenant, compiled }: Side): readonly number[] {
  const ofPolicies = compiled.policies.flatMap(({ session: { signInFrequency } }) => {
    const length = signInFrequency && lengthOf(signInFrequency)
    return length === undefined ? [] : [length]
  })
  const { rememberDays } = tenant.multifactorAuthentication
  const limits = [...ofPolicies, unusedLifetime, ...(rememberDays === undefined ? [] : [rememberDays * day])]
  return [0, ...[...new Set(limits)].sort((one, other) => one - other).map((limit) => limit + second)]
}

function contextsOf({ compiled }: Side): SignalDomain {
  const named = compiled.policies.flatMap(({ conditions: { resources } }) => [...resources.contexts])
  return { key: 'authenticationContext', values: [...new Set(named)].map((id) => ({ authenticationContext: id })) }
}

/** A program may name the domain of its user, and so pass over staged rollout. */
const hintsOf = (user: User | undefined): readonly Partial<Signals>[] =>
  user?.domain === undefined ? [] : [{ domainHint: user.domain.name }]

/**
 * Signals that are assumed where nobody gives them: each is tried with every value; methods that the file does not state,
 * if only the kind is of interest, with one combination of each kind.
 */
export function assumedSignals(side: Side, user: User | undefined, byKind = false): readonly SignalDomain[] {
  const timed = agesOf(side)
  return [
    ...assumed.map((key) => ofUser(user, words(key))),
    ...(['lastMfa', 'lastSignIn', 'deviceSignInAge'] as const).map((key) => ({
      key,
      values: timed.map((age) => ({ [key]: age })),
    })),
    methodsOf(side, user, byKind),
    { key: 'scopes' as const, values: [{ scopes: ['openid', 'profile'] }] },
    { key: 'domainHint' as const, values: hintsOf(user) },
    contextsOf(side),
  ].filter(({ values }) => values.length > 0)
}

const distinct = (values: readonly Partial<Signals>[]): readonly Partial<Signals>[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]

function deviceValues(side: Side, known: DeviceSignals | undefined): readonly Partial<Signals>[] {
  const made = devices([side], true).candidates.flatMap(({ contributions: [contribution] }) =>
    contribution?.device === undefined || contribution.device === 'unregistered' ? [] : [contribution.device],
  )
  // A device that the directory does not know has none of the properties.
  const unknown: DeviceSignals = { isCompliant: 'False', trustType: '' }
  const fits = (one: DeviceSignals): boolean =>
    Object.entries(known ?? {}).every(([name, value]) => one[name] === undefined || one[name] === value)
  return distinct([...made, unknown].filter(fits).map((one) => ({ deviceInfo: { ...one, ...known } })))
}

function placeValues(side: Side, key: 'country' | 'ipAddress'): readonly Partial<Signals>[] {
  const found = places([side], true).flatMap(({ contributions: [contribution] }) => contribution?.location ?? [])
  return distinct(
    found.flatMap(({ addresses: [address] = [], country }): readonly Partial<Signals>[] =>
      key === 'country'
        ? country === undefined
          ? []
          : [{ country }]
        : address === undefined
          ? []
          : [{ ipAddress: address }],
    ),
  )
}

const isListed = (key: string): key is keyof typeof signalValues => Object.hasOwn(signalValues, key)

/**
 * The values of a signal that a sign-in lacks, by the name under which it is missing: `deviceInfo.isCompliant`,
 * `signInRiskLevel`; undefined if no signal supplies it, or if it is given and leaves the question open.
 */
export function missingSignal(side: Side, name: string, given: Signals): SignalDomain | undefined {
  const [head = '', property] = name.split('.')
  if (head === 'deviceInfo') {
    if (property === undefined || given.deviceInfo?.[property] !== undefined) return undefined
    const values = deviceValues(side, given.deviceInfo)
    return { key: 'deviceInfo', values: values.filter(({ deviceInfo }) => deviceInfo?.[property] !== undefined) }
  }
  if (head === 'satisfied')
    return property !== undefined && given.satisfied === undefined
      ? { key: 'satisfied', values: [{ satisfied: [] }, { satisfied: [property] }] }
      : undefined
  if (Object.hasOwn(given, head)) return undefined
  if (head === 'country' || head === 'ipAddress') return { key: head, values: placeValues(side, head) }
  return isListed(head) ? words(head) : undefined
}
