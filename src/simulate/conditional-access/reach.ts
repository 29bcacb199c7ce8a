import { hasBit, keepMask, type Mask, sameMask, without } from './bits.ts'
import type { CompiledPolicies } from './compile.ts'
import type { SignInRows } from './rows-of.ts'

/** Policies that apply for sure, and those that apply or may apply. */
export interface Reach {
  readonly certain: Mask
  /** The same mask where nothing is open. */
  readonly possible: Mask
}

/** Joins the rows of all conditions, over all policies that are not switched off. */
export function reachOf({ open, active, anyOpen }: CompiledPolicies, rows: SignInRows): Reach {
  const certain = active.slice()
  let settled = !anyOpen
  for (const row of rows) {
    if (row === undefined) continue
    keepMask(certain, row.certain)
    settled &&= row.possible === row.certain
  }
  if (settled) return { certain, possible: certain }
  const possible = active.slice()
  for (const row of rows) if (row !== undefined) keepMask(possible, row.possible)
  return joined(anyOpen ? without(certain, open) : certain, possible)
}

/** Policies that some condition leaves open and another rules out are not open. */
const joined = (certain: Mask, possible: Mask): Reach => ({
  certain,
  possible: sameMask(certain, possible) ? certain : possible,
})

/** The part of it that concerns policies of one state. */
export function reachWithin({ certain, possible }: Reach, among: Mask): Reach {
  const sure = certain.slice()
  keepMask(sure, among)
  if (possible === certain) return { certain: sure, possible: sure }
  const maybe = possible.slice()
  keepMask(maybe, among)
  return joined(sure, maybe)
}

/** What it depends on whether a policy applies, in the order of the conditions. */
export function missingOf(compiled: CompiledPolicies, rows: SignInRows, index: number): readonly string[] {
  const found = new Set<string>()
  for (const row of rows) {
    for (const { policies, names } of row?.missing ?? []) {
      if (hasBit(policies, index)) for (const name of names) found.add(name)
    }
  }
  for (const fact of compiled.policies[index]?.conditions.open ?? []) found.add(fact)
  return [...found]
}
