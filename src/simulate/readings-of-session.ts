import { readingsOf } from '../tenant/settings/disputes.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Session } from './session.ts'

/** More readings than this are not looked at: then nothing is known of a session. */
const most = 256

function tenantsOf(tenant: Tenant): readonly Tenant[] {
  let all: readonly Tenant[] = [tenant]
  for (const [name, { readings }] of tenant.workloads)
    if (readings !== undefined && all.length <= most)
      all = all.flatMap((one) =>
        readings.map((reading) => ({ ...one, workloads: new Map(one.workloads).set(name, reading) })),
      )
  return all
}

/**
 * What a session can be about where exports disagree on settings of services or of the mailbox: one session for each of
 * the values that they state. None without a dispute; undefined if there are too many to look at.
 */
export function readingsOfSession(session: Session): readonly Session[] | undefined {
  const { tenant, profile } = session
  const tenants = tenantsOf(tenant)
  const switches = readingsOf(profile.mailboxSwitches)
  if (tenants[0] === tenant && switches.length === 0) return []
  if (tenants.length * Math.max(1, switches.length) > most) return undefined
  const profiles = switches.length === 0 ? [profile] : switches.map((one) => ({ ...profile, mailboxSwitches: one }))
  return tenants.flatMap((one) => profiles.map((own) => ({ ...session, tenant: one, profile: own })))
}
