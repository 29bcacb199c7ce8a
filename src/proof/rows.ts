import { keepMask, type Mask } from '../simulate/conditional-access/bits.ts'
import type { DemandContext } from '../simulate/conditional-access/clause-states.ts'
import { contextOf } from '../simulate/conditional-access/demand-context.ts'
import { type PolicyReading, rowConditions, rowsOf } from '../simulate/conditional-access/rows-of.ts'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { ConditionName } from '../vocabulary/policies.ts'
import type { Contribution } from './atom.ts'
import type { Side } from './side.ts'

const reading: PolicyReading = { missing: 'undetermined', dependencies: true }

/** A sign-in of which only the instant is known. */
export const blankSignIn = ({ at }: Side): PolicySignIn => ({
  principal: { kind: 'user', groups: new Set(), roles: new Set() },
  target: { applications: [] },
  legacy: false,
  interactive: true,
  // No atom tells whether a token is bound to its device, so a policy that requires it leaves the result open.
  tokenBinding: 'open',
  at,
})

/** Adds the properties that an atom sets to a sign-in. */
export const withContribution = (signIn: PolicySignIn, contribution: Contribution | undefined): PolicySignIn => ({
  ...signIn,
  ...contribution,
})

/** Policies that may apply and those that do apply, according to some conditions. */
export interface ConditionMasks {
  readonly certain: Mask
  readonly possible: Mask
}

const positions = new Map<ConditionName, number>(rowConditions.map((name, at) => [name, at]))

/** Evaluates some conditions for a sign-in; undefined if no policy uses any of them. */
export function masksOf(
  side: Side,
  signIn: PolicySignIn,
  conditions: readonly ConditionName[],
): ConditionMasks | undefined {
  if (conditions.length === 0) return undefined
  const rows = rowsOf(side.compiled, signIn, reading)
  let found: { certain: Mask; possible: Mask } | undefined
  for (const condition of conditions) {
    const row = rows[positions.get(condition) ?? -1]
    if (row === undefined) continue
    if (found === undefined) found = { certain: row.certain.slice(), possible: row.possible.slice() }
    else {
      keepMask(found.certain, row.certain)
      keepMask(found.possible, row.possible)
    }
  }
  return found
}

/** The state of all demands for a sign-in, as a text key. */
export type DemandStateKey = (signIn: PolicySignIn) => string

/** Returns equal keys for sign-ins with the same unmet demands; builds the key of each context once. */
export function standingsOf({ compiled }: Side): DemandStateKey {
  const texts = new Map<DemandContext, string>()
  return (signIn) => {
    const context = contextOf(compiled.demands, signIn)
    const known = texts.get(context)
    if (known !== undefined) return known
    const words = context.states.map((state) => ('clause' in state ? `${state.kind} ${state.clause.key}` : state.kind))
    const text = `${context.legacy ? 'legacy' : 'modern'} ${words.join(';')}`
    texts.set(context, text)
    return text
  }
}
