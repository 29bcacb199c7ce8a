import { addMask, emptyMask, hasBit, type Mask, maskWhere, setBit } from '../simulate/conditional-access/bits.ts'
import type { DemandContext } from '../simulate/conditional-access/clause-states.ts'
import type { Control } from '../simulate/conditional-access/clauses.ts'
import type { Policy } from '../tenant/conditional-access/model.ts'
import { type Combinations, combinationsOf, controlImplies } from './outcome.ts'
import type { Side } from './side.ts'

/** Policies of one side that each have an effect wherever they apply: certainly or possibly. */
export interface Shield {
  readonly sure: Mask
  readonly maybe: Mask
}

/** Computes the policies with an effect, given the demand state. */
export type ShieldsFor = (side: Side, context: DemandContext) => Shield

/** The device state is part of the sign-in: such a control is either already met or cannot be met. */
const ofDevice: ReadonlySet<string> = new Set(['compliantDevice', 'domainJoinedDevice'])

/** An undeclared strength: its requirements are unknown. */
const isUnresolved = ({ kind, strength }: Control): boolean => kind === 'strength' && strength === undefined

type Reached = 'no' | 'maybe' | 'yes'

/** Collects the policies behind each clause by whether the clause has the effect. */
function gathered(side: Side, reaches: (clause: number) => Reached): Shield {
  const { policies, demands } = side.compiled
  const sure = emptyMask(policies.length)
  const maybe = emptyMask(policies.length)
  demands.demanding.forEach((demanding, clause) => {
    const reached = reaches(clause)
    if (reached === 'yes') addMask(sure, demanding)
    if (reached !== 'no') addMask(maybe, demanding)
  })
  return { sure, maybe }
}

const withPolicies = ({ sure, maybe }: Shield, policies: Mask): Shield => {
  addMask(sure, policies)
  addMask(maybe, policies)
  return { sure, maybe }
}

/** The controls of a clause that such a sign-in can still meet. */
function usable(context: DemandContext, clause: number): readonly Control[] {
  const state = context.states[clause]
  if (state === undefined || state.kind === 'met' || state.kind === 'unknown' || state.kind === 'impossible') return []
  return state.clause.controls.filter(({ kind }) => !ofDevice.has(kind))
}

function refusal(context: DemandContext, clause: number): Reached {
  const kind = context.states[clause]?.kind ?? 'met'
  if (kind === 'met') return 'no'
  if (kind === 'unknown') return 'maybe'
  return context.legacy || usable(context, clause).length === 0 ? 'yes' : 'no'
}

/** Policies that block a sign-in. */
export const refuses: ShieldsFor = (side, context) =>
  withPolicies(
    gathered(side, (clause) => refusal(context, clause)),
    side.compiled.demands.blocks,
  )

function impliedBy(
  controls: readonly Control[],
  wanted: readonly string[],
  of: Combinations,
  ofWanted: Combinations = of,
): Reached {
  if (controls.length === 0) return 'no'
  const met = (control: Control): boolean => wanted.some((word) => controlImplies(control.word, word, of, ofWanted))
  if (controls.every(met)) return 'yes'
  return controls.every((control) => met(control) || isUnresolved(control)) ? 'maybe' : 'no'
}

/** Whether such a sign-in has to meet a clause and can. */
export const isAsked = (context: DemandContext, clause: number): boolean =>
  !context.legacy && context.states[clause]?.kind === 'open' && usable(context, clause).length > 0

/**
 * Policies that grant access only after one of these controls was met in this sign-in; `asked` is the side that defines
 * the controls.
 */
export const asksFor =
  (wanted: readonly string[], asked?: Side): ShieldsFor =>
  (side, context) => {
    const of = combinationsOf(side)
    const ofWanted = asked === undefined ? of : combinationsOf(asked)
    return gathered(side, (clause) => {
      if (context.states[clause]?.kind === 'unknown') return 'maybe'
      return impliedBy(usable(context, clause), wanted, of, ofWanted)
    })
  }

/** Policies that require one of these controls, whether already met or not. */
export const demands =
  (wanted: readonly string[]): ShieldsFor =>
  (side) => {
    const of = combinationsOf(side)
    return gathered(side, (clause) => {
      const controls = side.compiled.demands.clauses[clause]?.controls ?? []
      const known = impliedBy(controls, wanted, of)
      return known === 'no' && controls.some(({ unclear }) => unclear.length > 0) ? 'maybe' : known
    })
  }

/** Policies with an unmet requirement. */
export const asksForAnything: ShieldsFor = (side, context) =>
  gathered(side, (clause) => {
    const kind = context.states[clause]?.kind ?? 'met'
    return kind === 'met' ? 'no' : kind === 'unknown' ? 'maybe' : 'yes'
  })

/** Policies that block, or that block a client because it cannot be prompted. */
export const blocks: ShieldsFor = (side, context) =>
  withPolicies(
    gathered(side, (clause) => {
      const kind = context.states[clause]?.kind ?? 'met'
      if (kind === 'unknown') return 'maybe'
      return kind !== 'met' && context.legacy ? 'yes' : 'no'
    }),
    side.compiled.demands.blocks,
  )

/** Policies that satisfy a predicate, regardless of the sign-in. */
export const policiesWhere =
  (test: (policy: Policy) => boolean, perhaps: (policy: Policy) => boolean = () => false): ShieldsFor =>
  ({ compiled: { policies } }) => {
    const of = (holds: (policy: Policy) => boolean): Mask =>
      maskWhere(policies.length, (index) => {
        const policy = policies[index]
        return policy !== undefined && holds(policy)
      })
    return { sure: of(test), maybe: of((policy) => test(policy) || perhaps(policy)) }
  }

/** The union of two shields. */
export const either =
  (one: ShieldsFor, other: ShieldsFor): ShieldsFor =>
  (side, context) => {
    const [first, second] = [one(side, context), other(side, context)]
    const [sure, maybe] = [first.sure.slice(), first.maybe.slice()]
    addMask(sure, second.sure)
    addMask(maybe, second.maybe)
    return { sure, maybe }
  }

/** A shield without some policies. */
export const except =
  (shield: ShieldsFor, left: (policy: Policy) => boolean): ShieldsFor =>
  (side, context) => {
    const { policies } = side.compiled
    const keep = (mask: Mask): Mask => {
      const kept = emptyMask(policies.length)
      policies.forEach((policy, index) => {
        if (hasBit(mask, index) && !left(policy)) setBit(kept, index)
      })
      return kept
    }
    const { sure, maybe } = shield(side, context)
    return { sure: keep(sure), maybe: keep(maybe) }
  }
