import { addMask, emptyMask, type Mask, setBit } from './bits.ts'
import { type Judged, settle } from './judged.ts'
import type { MissingReading } from './sign-in.ts'

/** What one condition says about one value, for all policies at once. */
export interface Row {
  /** Policies whose condition holds or may hold; the same mask where nothing is open. */
  readonly possible: Mask
  /** Policies whose condition holds. */
  readonly certain: Mask
  /** What open policies depend on. */
  readonly missing: readonly OpenPolicies[]
}

/** Policies that depend on the same signals or facts. */
export interface OpenPolicies {
  readonly policies: Mask
  readonly names: readonly string[]
}

/** Policies that say the same in one condition, judged once. */
export interface ConditionClass<Condition> {
  readonly condition: Condition
  readonly policies: Mask
}

/** One condition over all policies: those that do not configure it, and the distinct ways in which the others do. */
export interface Dimension<Condition> {
  readonly policies: number
  readonly free: Mask
  readonly classes: readonly ConditionClass<Condition>[]
}

/** A condition that may be left out, of each policy in order. */
export function dimensionOf<Condition>(conditions: readonly (Condition | undefined)[]): Dimension<Condition> {
  const free = emptyMask(conditions.length)
  const classes = new Map<string, { condition: Condition; policies: Mask }>()
  conditions.forEach((condition, index) => {
    if (condition === undefined) {
      setBit(free, index)
      return
    }
    const key = keyOf(condition)
    const known = classes.get(key) ?? { condition, policies: emptyMask(conditions.length) }
    setBit(known.policies, index)
    classes.set(key, known)
  })
  return { policies: conditions.length, free, classes: [...classes.values()] }
}

/** Equal conditions have equal keys: sets are compared by what is in them. */
function keyOf(condition: unknown): string {
  return JSON.stringify(condition, (_, value: unknown) => (value instanceof Set ? [...value].sort() : value))
}

/** The row of one value: every distinct condition is judged once. */
export function rowOf<Condition>(
  dimension: Dimension<Condition>,
  reading: MissingReading,
  judge: (condition: Condition) => Judged,
): Row {
  const possible = dimension.free.slice()
  const certain = dimension.free.slice()
  const missing: OpenPolicies[] = []
  for (const { condition, policies } of dimension.classes) {
    const judged = settle(judge(condition), reading)
    if (judged.result === 'miss') continue
    addMask(possible, policies)
    if (judged.result === 'hit') addMask(certain, policies)
    else missing.push({ policies, names: judged.missing })
  }
  return missing.length === 0 ? { possible: certain, certain, missing } : { possible, certain, missing }
}
