import { lengthOf, unusedLifetime } from '../../simulate/device/sign-in-age.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { settledAt } from '../../tenant/events/account-sync.ts'
import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import type { Instant } from '../../vocabulary/requests.ts'

/** A change that takes effect through the passing of time alone, without an event or vendor change at that instant. */
export interface PassingTime {
  readonly at: Instant
  readonly statement: string
}

const day = 24 * 60 * 60 * 1000

/** Days to register under security defaults. */
const registrationDays = 14

function arrival(tenant: Tenant, event: TenantEvent): readonly PassingTime[] {
  const at = settledAt(tenant, event)
  if (at === undefined || at === event.at) return []
  const { user } = event.details
  const whose = typeof user === 'string' ? ` of ${user}` : ''
  const statement = `the change${whose} on-premises of ${formatInstant(event.at)} has reached Microsoft Entra ID`
  return [{ at, statement }]
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
    const tooOld = ages(tenant).map(({ age, ends }) => ({ at: then + age, statement: `${signIn} ${ends}` }))
    return [{ at: then, statement: `${signIn} takes place` }, ...tooOld]
  })
}

/** Everything in a tenant that expires or takes effect through time alone. */
export function passingTimes(tenant: Tenant): readonly PassingTime[] {
  const { mandatoryPostponedUntil, rememberDays } = tenant.multifactorAuthentication
  const users = [...tenant.users.values()]
  const forgotten = users.flatMap(({ userPrincipalName, lastMfa }) =>
    lastMfa === undefined || rememberDays === undefined
      ? []
      : [
          {
            at: lastMfa + rememberDays * day,
            statement: `the second factor of ${userPrincipalName} is no longer remembered, ${rememberDays} days after it was completed`,
          },
        ],
  )
  const registerBy = users.flatMap(({ userPrincipalName, firstInteractiveSignIn: first }) =>
    first === undefined
      ? []
      : [
          {
            at: first + registrationDays * day,
            statement: `the ${registrationDays} days that security defaults give ${userPrincipalName} to register end`,
          },
        ],
  )
  const postponed =
    mandatoryPostponedUntil === undefined
      ? []
      : [{ at: mandatoryPostponedUntil, statement: 'the postponement of mandatory MFA that the file states ends' }]
  return [
    ...postponed,
    ...tenant.events.flatMap((event) => arrival(tenant, event)),
    ...registerBy,
    ...forgotten,
    ...signInsToDevices(tenant),
  ]
}

/** Descriptions of what time alone changes at an instant, without duplicates. */
export function statementsAt(tenant: Tenant, at: Instant): readonly string[] {
  return [...new Set(passingTimes(tenant).flatMap((one) => (one.at === at ? [one.statement] : [])))]
}
