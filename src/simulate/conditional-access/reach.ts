import { hasBit, type Mask } from './bits.ts'
import type { CompiledPolicies } from './compile.ts'
import type { SignInRows } from './rows-of.ts'

/** Policies that apply for sure, and those that apply or may apply. */
export interface Reach {
  readonly certain: Mask
  readonly possible: Mask
  /** Nothing is open. */
  readonly settled: boolean
}

/** Joins the rows of all conditions over the policies of some states. */
export function reachOf({ open, enforced }: CompiledPolicies, rows: SignInRows, among: Mask): Reach {
  const words = enforced.length
  const certain = new Int32Array(words)
  const possible = new Int32Array(words)
  let settled = true
  for (let word = 0; word < words; word += 1) {
    let maybe = among[word] ?? 0
    let sure = maybe & ~(open[word] ?? 0)
    for (let at = 0; at < rows.length && maybe !== 0; at += 1) {
      const row = rows[at]
      if (row === undefined) continue
      sure &= row.certain[word] ?? 0
      maybe &= row.possible[word] ?? 0
    }
    sure &= maybe
    certain[word] = sure
    possible[word] = maybe
    if (sure !== maybe) settled = false
  }
  return { certain, possible, settled }
}

/** What a policy hangs on, in the order of the conditions. */
export function missingOf(compiled: CompiledPolicies, rows: SignInRows, index: number): readonly string[] {
  const found = new Set<string>()
  for (const row of rows) {
    for (const { policies, names } of row?.missing ?? []) {
      if (hasBit(policies, index)) for (const name of names) found.add(name)
    }
  }
  const policy = compiled.policies[index]
  for (const { path } of policy?.notUnderstood ?? []) found.add(`policy:${policy?.name}:${path}`)
  return [...found]
}
