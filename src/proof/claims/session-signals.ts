import { frequencyHours } from '../../analysis/claims/session-words.ts'
import { signalValues } from '../../analysis/wording/signal-words.ts'
import type { User } from '../../tenant/tenant.ts'
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
const hour = 3600 * second
/** An age below every limit, and one beyond. */
const ages = [0, 400 * 24 * hour]

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

const words = (key: keyof typeof signalValues): SignalDomain => ({
  key,
  values: signalValues[key].filter((value) => isLevel(key, value)).map((value) => ({ [key]: value })),
})

/** Every way to present methods: each alone, and with the password. */
function methodsOf({ methods = [] }: Pick<User, 'methods'>): SignalDomain {
  const ways = [['password'], ...methods.flatMap((method) => [[method], ['password', method]])]
  return { key: 'methods', values: ways.map((one) => ({ methods: one })) }
}

/** Limits of policies on the age of a sign-in, just met and just missed. */
function agesOf({ compiled }: Side): readonly number[] {
  const limits = compiled.policies.flatMap(({ session: { signInFrequency } }) => {
    const hours = signInFrequency === undefined ? 0 : frequencyHours(signInFrequency)
    return hours === 0 ? [] : [hours * hour - second, hours * hour + second]
  })
  return [...new Set([...ages, ...limits])].sort((one, other) => one - other)
}

function contextsOf({ compiled }: Side): SignalDomain {
  const named = compiled.policies.flatMap(({ conditions: { resources } }) => [...resources.contexts])
  return { key: 'authenticationContext', values: [...new Set(named)].map((id) => ({ authenticationContext: id })) }
}

/** A program may name the domain of its user, and so pass over staged rollout. */
const hintsOf = (user: User | undefined): readonly Partial<Signals>[] =>
  user?.domain === undefined ? [] : [{ domainHint: user.domain.name }]

/** Signals that are assumed where nobody gives them: each is tried with every value. */
export function assumedSignals(side: Side, user: User | undefined): readonly SignalDomain[] {
  const timed = agesOf(side)
  return [
    ...assumed.map(words),
    ...(['lastMfa', 'lastSignIn', 'deviceSignInAge'] as const).map((key) => ({
      key,
      values: timed.map((age) => ({ [key]: age })),
    })),
    methodsOf(user ?? {}),
    { key: 'scopes' as const, values: [{ scopes: ['openid', 'profile'] }] },
    { key: 'domainHint' as const, values: [{ domainHint: 'none' }, ...hintsOf(user)] },
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
