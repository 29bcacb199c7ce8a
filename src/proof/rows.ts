import { keepMask, type Mask } from '../simulate/conditional-access/bits.ts'
import type { DemandContext } from '../simulate/conditional-access/clause-states.ts'
import { contextOf } from '../simulate/conditional-access/demand-context.ts'
import { type PolicyReading, rowConditions, rowsOf } from '../simulate/conditional-access/rows-of.ts'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { ConditionName } from '../vocabulary/policies.ts'
import type { Contribution } from './atom.ts'
import type { Side } from './side.ts'

const reading: PolicyReading = { missing: 'undetermined', dependencies: true }

/** A sign-in of which nothing is known yet but the instant. */
export const blankSignIn = ({ at }: Side): PolicySignIn => ({
  principal: { kind: 'user', groups: new Set(), roles: new Set() },
  target: { applications: [] },
  legacy: false,
  interactive: true,
  // No atom says whether a token is bound to its device, so nothing is proved where a policy requires that.
  tokenBinding: 'open',
  at,
})

/** A sign-in with what an atom contributes. */
export const withContribution = (signIn: PolicySignIn, contribution: Contribution | undefined): PolicySignIn => ({
  ...signIn,
  ...contribution,
})

/** Policies that may apply, and those that do, as far as some conditions say. */
export interface ConditionMasks {
  readonly certain: Mask
  readonly possible: Mask
}

const positions = new Map<ConditionName, number>(rowConditions.map((name, at) => [name, at]))

/** What some conditions say about a sign-in; undefined if no policy has any of them. */
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

/** How everything that policies demand stands for a sign-in, as text. */
export type StandingOf = (signIn: PolicySignIn) => string

/** Equal texts for sign-ins of which the same is left to meet; the text of each context is made once. */
export function standingsOf({ compiled }: Side): StandingOf {
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
