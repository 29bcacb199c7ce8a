import type { Workload } from '../tenant/tenant.ts'
import type { Actor, Step, Verdict } from '../trace/step.ts'
import type { LegFacts } from '../vocabulary/facts.ts'
import type { ClientAppType } from '../vocabulary/policies.ts'
import type { Stated } from './declared.ts'
import type { PlannedLeg } from './leg-context.ts'
import type { OutcomesOfPath } from './leg-outcome.ts'
import type { NegotiatedFlow } from './negotiate.ts'

/** The sequence of one leg until someone has to say who they are: equal for all users with the same mailbox profile. */
export interface LegPath {
  readonly planned: PlannedLeg
  readonly workload: Workload | undefined
  /** All facts but those of the account and of where the sign-in comes from. */
  readonly facts: LegFacts
  readonly negotiated: NegotiatedFlow
  /** How the leg ends where client and service have no open flow in common. */
  readonly withoutFlow?: Verdict
  /** The app id that policies see; undefined if not stated. */
  readonly resource: string | undefined
  readonly clientAppTypes: readonly ClientAppType[]
  /** What the tenant file says about client, network and service. */
  readonly stated: Stated
  /** What is assumed besides facts, as steps. */
  readonly presumed: readonly Step[]
  readonly opening: readonly Step[]
  readonly actors: readonly Actor[]
  /** How the leg goes, as far as it was found. */
  readonly outcomes: OutcomesOfPath
}
