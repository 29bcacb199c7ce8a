import type { Tenant } from '../tenant/tenant.ts'
import type { Session } from './world.ts'

/** Watches what scenarios set up and look at, for coverage and reports; the steps themselves never read it. */
export interface Recorder {
  readonly begin: (pickleId: string) => void
  readonly tenant: (tenant: Tenant, changed: boolean) => void
  /** Sessions that an assertion is about to look at. */
  readonly sessions: (sessions: readonly Session[]) => void
}
