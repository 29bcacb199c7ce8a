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
  return [...postponed, ...tenant.events.flatMap((event) => arrival(tenant, event)), ...registerBy, ...forgotten]
}

/** Descriptions of what time alone changes at an instant, without duplicates. */
export function statementsAt(tenant: Tenant, at: Instant): readonly string[] {
  return [...new Set(passingTimes(tenant).flatMap((one) => (one.at === at ? [one.statement] : [])))]
}
