import { cacheByObject } from '../../memory/cache-by-object.ts'
import { lengthOf, unusedLifetime } from '../../simulate/device/sign-in-age.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { settledAt } from '../../tenant/events/account-sync.ts'
import { findUser } from '../../tenant/find.ts'
import type { Tenant, TenantEvent, User } from '../../tenant/tenant.ts'
import type { Instant, UserName } from '../../vocabulary/requests.ts'

/** Whose sign-ins a passing time can affect. */
export type Concerned =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'user'; readonly name: UserName }
  | { readonly kind: 'devices'; readonly names: readonly string[] }

/** A change that takes effect through the passing of time alone, without an event or vendor change at that instant. */
export interface PassingTime {
  readonly at: Instant
  readonly statement: string
  readonly concerned: Concerned
}

const day = 24 * 60 * 60 * 1000

/** Days to register under security defaults. */
const registrationDays = 14

const everyone: Concerned = { kind: 'everyone' }
const ofUser = (name: UserName): Concerned => ({ kind: 'user', name })

function arrival(tenant: Tenant, event: TenantEvent): readonly PassingTime[] {
  const at = settledAt(tenant, event)
  if (at === undefined || at === event.at) return []
  const { user } = event.details
  const whose = typeof user === 'string' ? ` of ${user}` : ''
  const found = typeof user === 'string' ? findUser(tenant, user) : undefined
  const statement = `the change${whose} on-premises of ${formatInstant(event.at)} has reached Microsoft Entra ID`
  const concerned = found?.found === true ? ofUser(found.value.userPrincipalName) : everyone
  return [{ at, statement, concerned }]
}

/** How long a sign-in to a device counts, and what ends then. */
function ages({ conditionalAccess }: Tenant): readonly { readonly age: number; readonly ends: string }[] {
  const asking = new Map<number, string[]>()
  for (const { name, state, session } of conditionalAccess.policies) {
    const age = session.signInFrequency && state !== 'disabled' ? lengthOf(session.signInFrequency) : undefined
    if (age !== undefined) asking.set(age, [...(asking.get(age) ?? []), name])
  }
  return [
    { age: unusedLifetime, ends: 'leaves no valid token if nobody has used it for 14 days' },
    ...[...asking].map(([age, names]) => ({ age, ends: `is too old for ${names.join(', ')}` })),
  ]
}

/** When a sign-in to a device happens, and when it becomes too old. */
function signInsToDevices(tenant: Tenant): readonly PassingTime[] {
  const unlocked = new Map<Instant, string[]>()
  for (const { name, unlockedAt: at } of tenant.devices.values())
    if (at !== undefined) unlocked.set(at, [...(unlocked.get(at) ?? []), name])
  return [...unlocked].flatMap(([then, names]) => {
    const signIn = `the sign-in to ${names.join(', ')}`
    const concerned: Concerned = { kind: 'devices', names }
    const tooOld = ages(tenant).map(({ age, ends }) => ({ at: then + age, statement: `${signIn} ${ends}`, concerned }))
    return [{ at: then, statement: `${signIn} takes place`, concerned }, ...tooOld]
  })
}

/** When what a user did lately no longer counts. */
function ofOneUser(
  { lastMfa, firstInteractiveSignIn: first }: Partial<User>,
  name: UserName,
  rememberDays: number | undefined,
): readonly PassingTime[] {
  const concerned = ofUser(name)
  const found: PassingTime[] = []
  if (first !== undefined)
    found.push({
      at: first + registrationDays * day,
      statement: `the ${registrationDays} days that security defaults give ${name} to register end`,
      concerned,
    })
  if (lastMfa !== undefined && rememberDays !== undefined)
    found.push({
      at: lastMfa + rememberDays * day,
      statement: `the second factor of ${name} is no longer remembered, ${rememberDays} days after it was completed`,
      concerned,
    })
  return found
}

function ofUsers({ users, multifactorAuthentication: { rememberDays } }: Tenant): readonly PassingTime[] {
  return [...users.values()].flatMap((user) =>
    [user, ...(user.readings ?? []).map((one) => one.user)].flatMap((one) =>
      ofOneUser(one, user.userPrincipalName, rememberDays),
    ),
  )
}

// Invariant: a tenant does not change.
const known = cacheByObject<Tenant, ReadonlyMap<Instant, readonly PassingTime[]>>('passing times', 'tenant')

/** Everything in a tenant that expires or takes effect through time alone, by its instant. */
export function passingTimes(tenant: Tenant): ReadonlyMap<Instant, readonly PassingTime[]> {
  return known(tenant, () => byInstant(all(tenant)))
}

function all(tenant: Tenant): readonly PassingTime[] {
  const { mandatoryPostponedUntil: until } = tenant.multifactorAuthentication
  const statement = 'the postponement of mandatory MFA that the file states ends'
  return [
    ...(until === undefined ? [] : [{ at: until, statement, concerned: everyone }]),
    ...tenant.events.flatMap((event) => arrival(tenant, event)),
    ...ofUsers(tenant),
    ...signInsToDevices(tenant),
  ]
}

function byInstant(times: readonly PassingTime[]): ReadonlyMap<Instant, readonly PassingTime[]> {
  const found = new Map<Instant, PassingTime[]>()
  for (const one of times) {
    const same = found.get(one.at)
    if (same === undefined) found.set(one.at, [one])
    else same.push(one)
  }
  return found
}

/** Descriptions of what time alone changes at an instant, without duplicates. */
export function statementsAt(tenant: Tenant, at: Instant): readonly string[] {
  return [...new Set((passingTimes(tenant).get(at) ?? []).map(({ statement }) => statement))]
}
