import { hasBit, meets } from './bits.ts'
import type { DemandContext } from './clause-states.ts'
import { strengthRank } from './clauses.ts'
import type { CompiledPolicies } from './compile.ts'
import { isInteractive, isMet } from './controls-met.ts'
import { reachOf, reachWithin } from './reach.ts'
import type { SignInRows } from './rows-of.ts'
import type { PolicySignIn } from './sign-in.ts'

/** What is read of a sign-in to say how the demands of one policy stand. */
export interface StandingReading {
  readonly compiled: CompiledPolicies
  readonly signIn: PolicySignIn
  readonly rows: SignInRows
  readonly context: DemandContext
}

/** How the demands of a policy stand; `unknown`: it depends on a demand that is not understood. */
export type Standing = 'met' | 'failed' | 'pending' | 'unknown'

/** How the demands of one policy stand. */
export function standingOf(reading: StandingReading, index: number): { standing: Standing; facts: readonly string[] } {
  const { compiled, context } = reading
  const { blocks, demanding } = compiled.demands
  if (hasBit(blocks, index)) return { standing: 'failed', facts: [] }
  let standing: Standing = 'met'
  let facts: readonly string[] = []
  for (const [at, state] of context.states.entries()) {
    const policies = demanding[at]
    if (policies === undefined || !hasBit(policies, index)) continue
    if (state.kind === 'met') {
      if (!hasBit(compiled.reporting, index) && isAskedLater(reading, at)) standing = 'pending'
      continue
    }
    if (state.kind === 'unknown') {
      facts = [...facts, ...state.facts]
      continue
    }
    const asks = state.kind === 'open' && state.clause.controls.some(({ kind }) => isInteractive(kind))
    if (!asks) return { standing: 'failed', facts: [] }
    standing = 'pending'
  }
  return facts.length === 0 ? { standing, facts } : { standing: 'unknown', facts }
}

/**
 * Whether a clause is met by nothing but what the vendor would ask for after a control that an enforced policy still
 * waits for: the sign-in stops there, so nothing later has succeeded.
 */
function isAskedLater(reading: StandingReading, at: number): boolean {
  const { compiled, signIn } = reading
  const clause = compiled.demands.clauses[at]
  if (clause === undefined) return false
  const meeting = clause.controls.filter((control) => isMet(control, signIn, compiled.multifactor))
  if (meeting.length === 0 || meeting.some(({ kind }) => !isInteractive(kind))) return false
  const first = firstAskedOf(reading)
  return meeting.every(({ rank }) => rank > first)
}

/** The place, in the vendor's order, of the first control that the policies in force still ask a user for; past all if none. */
function firstAskedOf({ compiled, rows, context: { states } }: StandingReading): number {
  const { certain } = reachWithin(reachOf(compiled, rows), compiled.enforced)
  const ranks = states.flatMap((state, at) => {
    const policies = compiled.demands.demanding[at]
    if (state.kind !== 'open' || policies === undefined || !meets(certain, policies)) return []
    return state.clause.controls.flatMap(({ kind, rank }) => (isInteractive(kind) ? [rank] : []))
  })
  // A strength is a way of asking for MFA: neither of the two waits for the other.
  return Math.max(Math.min(...ranks), strengthRank)
}
