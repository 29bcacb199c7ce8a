import { type GuestHome, homeOfIssuer } from '../../tenant/graph/guest-home.ts'
import type { UserFile } from '../../tenant/principal-file.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { AuthenticationMethod } from '../../vocabulary/methods.ts'
import { type Disputes, differentValues, disputedValues } from '../in-dispute.ts'
import { registeredMethods } from '../registered-methods.ts'
import { flagIn, listIn, textIn } from './collect.ts'
import { type Fields, fieldsOf } from './recognize.ts'

/** A setting of a person, the field that states it, and how its value is read; undefined is nothing said. */
type Reading = readonly [setting: keyof UserFile, written: unknown, read: (written: unknown) => unknown]

/** What a copy that says nothing of a setting means where another says something. */
const silent: Readonly<Partial<Record<keyof UserFile, unknown>>> = {
  onPremisesSyncEnabled: false,
  cloudPasswordExpired: false,
  homeIdentity: 'entra-tenant',
}

/** The values that a field states for a setting: several where copies of the person disagree. */
function valuesOf([setting, written, read]: Reading): readonly unknown[] {
  const copies = disputedValues(written)
  const values = copies === undefined ? [read(written)] : copies.map((copy) => read(copy) ?? silent[setting])
  return differentValues(values.filter((value) => value !== undefined))
}

/** What fields state about a person, and the settings on which copies of the person disagree. */
export function statements(readings: readonly Reading[]): Partial<UserFile> {
  const all = readings.map((reading) => [reading[0], valuesOf(reading)] as const)
  const stated = all.flatMap(([setting, values]) => (values.length === 1 ? [[setting, values[0]]] : []))
  // Each reading gives values of its setting.
  return withDisputes(
    Object.fromEntries(stated) as Partial<UserFile>,
    Object.fromEntries(all.filter(([, values]) => values.length > 1)),
  )
}

/** A person with disputes, if there are any. */
export const withDisputes = <Person extends Partial<UserFile>>(person: Person, disputes: Disputes): Person =>
  Object.keys(disputes).length === 0 ? person : { ...person, exportsDisagree: disputes }

/** The values that several records state for one field, as copies of one record state them. */
export const copiesOf = (values: readonly unknown[] = []): unknown =>
  values.length > 1 ? { exportsDisagree: values } : values[0]

/** A value as it is. */
export const same = (value: unknown): unknown => value

/** True or false. */
export const flagOf = (written: unknown): boolean | undefined => flagIn(new Map([['flag', written]]), 'flag')

/** Whether an account is one of a member or a guest. */
export function kindIn(userType: unknown): 'member' | 'guest' | undefined {
  const type = typeof userType === 'string' ? userType.trim().toLowerCase() : undefined
  return type === 'guest' || type === 'member' ? type : undefined
}

/** Whether an account is one of a guest; of a member nothing has to be said. */
export const guestIn = (userType: unknown): 'guest' | undefined => (kindIn(userType) === 'guest' ? 'guest' : undefined)

/** Whether some copy says that an account is one of a guest. */
export const mayBeGuest = (userType: unknown): boolean =>
  (disputedValues(userType) ?? [userType]).some((type) => kindIn(type) === 'guest')

/** A state of per-user MFA. */
export type MfaState = 'disabled' | 'enabled' | 'enforced'

const isMfaState = (state: string): state is MfaState =>
  state === 'disabled' || state === 'enabled' || state === 'enforced'

/** The states of per-user MFA that a field states. */
export function mfaStatesIn(written: unknown): readonly MfaState[] {
  return (disputedValues(written) ?? [written]).map((value) => `${value}`.trim().toLowerCase()).filter(isMfaState)
}

/** The methods of a registration record; undefined if the report lists none, or one that is unknown. */
export function methodsIn(listed: unknown): readonly AuthenticationMethod[] | undefined {
  if (listed === undefined || listed === null) return undefined
  const items: readonly unknown[] = Array.isArray(listed) ? listed : [listed]
  const words = items.filter((item) => typeof item === 'string')
  if (words.length < items.length) return undefined
  const found = registeredMethods(words)
  return 'methods' in found ? found.methods : undefined
}

/** Where a guest has its account, by the issuer of its identities. */
export function homeIn(identities: unknown): GuestHome | undefined {
  const fields: Fields = new Map([['identities', identities]])
  const homes = listIn(fields, 'identities').flatMap((one) => homeOfIssuer(textIn(one, 'issuer') ?? '') ?? [])
  const [home, ...others] = [...new Set(homes)]
  return others.length === 0 ? home : undefined
}

/** Whether the password has to be changed at the next sign-in, which Graph says in the profile of the password. */
export function mustChange(profile: unknown): true | undefined {
  if (!isMapping(profile)) return undefined
  const fields = fieldsOf(profile)
  const flags = ['forcechangepasswordnextsignin', 'forcechangepasswordnextsigninwithmfa']
  return flags.some((key) => flagIn(fields, key) === true) || undefined
}

/** The profile of a password with the parts on which copies agree, and one for each value of the others. */
export function profilesIn(written: unknown): unknown {
  if (!isMapping(written) || disputedValues(written) !== undefined) return written
  const parts = Object.entries(written).map(([key, value]) => ({ key, value, values: disputedValues(value) }))
  const certain = Object.fromEntries(
    parts.filter(({ values }) => values === undefined).map(({ key, value }) => [key, value]),
  )
  const copies = parts.flatMap(({ key, values = [] }) => values.map((value) => ({ ...certain, [key]: value })))
  return copies.length === 0 ? written : { exportsDisagree: copies }
}
