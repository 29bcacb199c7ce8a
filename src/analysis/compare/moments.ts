import type { Instant } from '../../vocabulary/requests.ts'
import type { Plan } from '../matrix/plan.ts'
import type { Cause, Difference, Moment } from '../population/results.ts'
import { type Attributed, usersOf } from './causes.ts'
import { type ComparedChange, everyChange } from './compare-cells.ts'
import { statementsAt } from './passing-time.ts'

/** What is seen at an instant: sign-ins that change, and what passes without effect. */
export interface Seen {
  readonly moment?: Moment
  readonly withoutEffect: readonly Difference[]
}

/** For a cause that is time alone, adds what expires or takes effect at that instant. */
function stated({ tenant }: Plan, at: Instant, cause: Cause): Cause {
  const statements = statementsAt(tenant, at)
  if (statements.length === 0) return cause
  const differences = cause.differences.map((one) => (one.kind === 'elapsed' ? { ...one, statements } : one))
  return { ...cause, differences }
}

/** The changes at the instant of a plan, with their causes. */
export function seenAt(plan: Plan, compared: readonly ComparedChange[], { causes, withoutEffect }: Attributed): Seen {
  const changes = everyChange(compared)
  if (changes.length === 0) return { withoutEffect }
  const moment: Moment = {
    at: plan.at,
    causes: causes.map((cause) => stated(plan, plan.at, cause)),
    changes: changes.length,
    users: usersOf(changes),
  }
  return { moment, withoutEffect }
}
