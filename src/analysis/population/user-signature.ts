import { appPasswordLimit } from '../../simulate/facts/account-facts.ts'
import { claimHolds } from '../../simulate/facts/claim-holds.ts'
import type { PlainValues } from '../../tenant/settings/setting.ts'
import type { userSettings } from '../../tenant/settings/users.ts'
import type { User } from '../../tenant/tenant.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { NamesRead, RelevantNames } from './relevant-names.ts'

/** Reads the part of a property that can affect a sign-in; undefined if none. */
type Reading = (user: User, relevant: RelevantNames) => string | undefined

const named =
  (read: (user: User) => string | undefined): Reading =>
  (user, { people }) => {
    const name = read(user)
    return name !== undefined && people.has(name.toLowerCase()) ? name : undefined
  }

function relevantOf(names: ReadonlySet<string> | undefined, relevant: NamesRead): string {
  return names === undefined
    ? 'not stated'
    : [...names]
        .filter((name) => relevant.has(name))
        .sort()
        .join(', ')
}

/** Whether a condition on the name holds, as one character. */
const marks = { true: '1', false: '0', undefined: '?' } as const

function userName(user: User, relevant: RelevantNames): string | undefined {
  const name = user.userPrincipalName
  const { people, nameConditions } = relevant
  const names = [name, user.displayName, user.id]
  if (names.some((one) => one !== undefined && people.has(one.toLowerCase()))) return name
  if (nameConditions.length === 0) return undefined
  const claim = name.toLowerCase()
  return nameConditions.map((condition) => marks[`${claimHolds(condition, claim)}`]).join('')
}

function appPasswordCount({ appPasswords }: User): string | undefined {
  if (appPasswords === undefined) return undefined
  return appPasswords.length === 0 ? 'none' : appPasswords.length < appPasswordLimit ? 'some' : 'full'
}

const shown = (value: unknown): string => (isMapping(value) ? JSON.stringify(value) : String(value))

function sorted(entries: Readonly<Record<string, unknown>>): string | undefined {
  const keys = Object.keys(entries).sort()
  return keys.length === 0 ? undefined : keys.map((key) => `${key}: ${shown(entries[key])}`).join(', ')
}

const unread: Reading = () => undefined

const withCollections = (_: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...value] : value

/** Users with settings in dispute of their own are one by one: what their sign-ins are depends on what is asked. */
function readingsText({ userPrincipalName, readings, playedInDispute }: User): string | undefined {
  if (readings === undefined) return undefined
  return playedInDispute?.length === 0 ? JSON.stringify(readings, withCollections) : userPrincipalName
}

/** A plain setting counts as a whole, unless a reading selects its relevant part. */
type PlainKey = keyof PlainValues<typeof userSettings>

/**
 * How each property of a user counts. An unlisted property counts as a whole, so a new one distinguishes users until
 * its relevant part is defined here.
 */
const readings: { readonly [Key in Exclude<keyof User, PlainKey>]: Reading } & {
  readonly [Key in PlainKey]?: Reading
} = {
  origin: unread,
  origins: unread,
  userPrincipalName: userName,
  id: named(({ id }) => id),
  displayName: named(({ displayName }) => displayName),
  kind: ({ kind }) => kind,
  service: ({ service }) => (service ? 'yes' : undefined),
  emergencyAccess: ({ emergencyAccess }) => (emergencyAccess ? 'yes' : undefined),
  guestType: ({ guestType }) => guestType,
  onPremisesSamAccountName: unread,
  onPremisesDomainName: unread,
  otherwise: ({ otherwise }) => otherwise?.guestType,
  inDispute: ({ inDispute }) => inDispute?.join(', '),
  playedInDispute: unread,
  readings: readingsText,
  homeTenant: ({ homeTenant }) => homeTenant,
  accountHome: ({ accountHome }) => accountHome,
  domain: ({ domain }) => domain?.name,
  synced: ({ synced }) => (synced ? 'yes' : 'no'),
  perUserMfaState: ({ perUserMfaState }) => perUserMfaState,
  mfaRegistered: ({ mfaRegistered }) => (mfaRegistered === undefined ? undefined : mfaRegistered ? 'yes' : 'no'),
  methods: ({ methods }) => methods?.join(', '),
  appPasswords: appPasswordCount,
  account: ({ account }) => sorted({ onPremises: account.onPremises, inCloud: account.inCloud }),
  groups: ({ groups }, relevant) => relevantOf(groups, relevant.groups),
  stagedRollout: ({ stagedRollout }) => stagedRollout,
  assignments: ({ assignments }) => assignments && JSON.stringify([...assignments]),
  roles: ({ roles }, { roles: relevant, anyRole }) => {
    const named = relevantOf(roles, relevant)
    return anyRole && named === '' && roles !== undefined && roles.size > 0 ? 'others' : named
  },
  adminRole: ({ adminRole }) => (adminRole === undefined ? undefined : adminRole ? 'yes' : 'no'),
  mailbox: ({ mailbox }) => mailbox,
  archive: ({ archive }) => archive,
  sharedMailbox: ({ sharedMailbox }) => sharedMailbox,
  mailboxAccess: ({ mailboxAccess }) => mailboxAccess,
  hveAccount: ({ hveAccount }) => (hveAccount === undefined ? undefined : hveAccount ? 'yes' : 'no'),
  registrar: ({ registrar }) => registrar,
  mailboxSwitches: ({ mailboxSwitches }) => sorted(mailboxSwitches),
  authenticationPolicy: ({ authenticationPolicy }) => authenticationPolicy,
  firstInteractiveSignIn: ({ firstInteractiveSignIn: first }) => (first === undefined ? undefined : String(first)),
  lastMfa: ({ lastMfa }, { remembersMfa }) => (remembersMfa && lastMfa !== undefined ? String(lastMfa) : undefined),
  assumed: ({ assumed }) => sorted(assumed),
}

const known = Object.keys(readings)
const listed = new Set(known)

/** Everything that a sign-in can read of a user, by property; omitted properties are not stated. */
export function traitsOf(user: User, relevant: RelevantNames): Readonly<Record<string, string>> {
  const traits: Record<string, string> = {}
  for (const key of known) {
    // The keys of the table are those of a user.
    const value = readings[key as keyof typeof readings]?.(user, relevant)
    if (value !== undefined) traits[key] = value
  }
  for (const [key, value] of Object.entries(user)) if (!listed.has(key)) traits[key] = JSON.stringify(value) ?? ''
  return traits
}

/** Equal for users with the same sign-in outcomes in all cases. */
export function signatureOf(traits: Readonly<Record<string, string>>): string {
  return JSON.stringify(traits)
}
