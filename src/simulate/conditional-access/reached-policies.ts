import { addMask, emptyMask, hasBit, inBoth, type Mask } from './bits.ts'
import type { CompiledPolicies } from './compile.ts'
import { contextOf } from './demand-context.ts'
import { type Reach, reachOf } from './reach.ts'
import { neededBy, rowsWithoutUser, targetRow } from './rows-of.ts'
import type { PolicySignIn } from './sign-in.ts'

/** The enforced policies that reach one sign-in, whoever signs in. */
export interface ReachedPolicies {
  /** Policies that decide where they concern the user. */
  readonly deciding: Mask
  /** Policies that are shown as applying where they concern the user: besides those above, of services needed later. */
  readonly applying: Mask
  /** Policies that apply, or may where a signal is missing. */
  readonly perhaps: Mask
  readonly blocks: Mask
  /** Policies with a demand that is not met, and those of them with one that nothing can meet here. */
  readonly demanding: Mask
  readonly impossible: Mask
  /** Policies with a demand that is not understood. */
  readonly unclear: Mask
  /** The client cannot be asked: any demand keeps it out. */
  readonly legacy: boolean
  /** What each policy demands that is not met, in the control words of each clause. */
  readonly clauses: ReadonlyMap<number, readonly string[]>
  /** How many conditions of a policy are not met at least, whoever signs in. */
  readonly missedAtLeast: (policy: number) => number
}

function demandsOf(compiled: CompiledPolicies, signIn: PolicySignIn) {
  const count = compiled.policies.length
  const found = { demanding: emptyMask(count), impossible: emptyMask(count), unclear: emptyMask(count) }
  const clauses = new Map<number, readonly string[]>()
  const { states, legacy } = contextOf(compiled.demands, signIn)
  states.forEach((state, at) => {
    if (state.kind === 'met') return
    const policies = compiled.demands.demanding[at] ?? emptyMask(count)
    addMask(state.kind === 'unknown' ? found.unclear : found.demanding, policies)
    if (state.kind === 'impossible') addMask(found.impossible, policies)
    const key = state.kind === 'unknown' ? `unclear ${at}` : state.clause.key
    for (let index = 0; index < count; index += 1)
      if (hasBit(policies, index)) clauses.set(index, [...(clauses.get(index) ?? []), key])
  })
  return { ...found, legacy, clauses }
}

/** What of a sign-in's policies does not depend on who signs in. */
export function reachedPolicies(compiled: CompiledPolicies, signIn: PolicySignIn): ReachedPolicies {
  const { now, needs, rows, later } = reachedNow(compiled, signIn)
  const enforced = (mask: Mask): Mask => inBoth(mask, compiled.enforced)
  const applying = enforced(needs.certain)
  addMask(applying, enforced(now.certain))
  const perhaps = enforced(needs.possible)
  addMask(perhaps, enforced(now.possible))
  const blocks = inBoth(enforced(now.certain), compiled.demands.blocks)
  const missedAtLeast = (policy: number): number => missedIn(rows, later, policy)
  return { deciding: enforced(now.certain), applying, perhaps, blocks, missedAtLeast, ...demandsOf(compiled, signIn) }
}

/** What the sign-in is for is met where a service needed later meets it. */
function missedIn(rows: Rows, later: Rows, policy: number): number {
  let missed = 0
  rows.forEach((row, at) => {
    const met = row === undefined || hasBit(row.possible, policy) || hasBit(later[at]?.possible ?? [], policy)
    if (!met) missed += 1
  })
  return missed
}

/** Every policy that may count for one sign-in, whoever signs in: enforced or reporting, now or for services needed later. */
export function possiblyReached(compiled: CompiledPolicies, signIn: PolicySignIn): Mask {
  const { now, needs } = reachedNow(compiled, signIn)
  return perhapsOf(now, needs)
}

function perhapsOf(now: Reach, needs: Reach): Mask {
  if (now === needs) return now.possible
  const both = now.possible.slice()
  addMask(both, needs.possible)
  return both
}

/** Policies that may count for one sign-in, whoever signs in, and those that block it for sure and decide alone then. */
export function possiblyOrBlocking(
  compiled: CompiledPolicies,
  signIn: PolicySignIn,
): Pick<ReachedPolicies, 'perhaps' | 'blocks'> {
  const { now, needs } = reachedNow(compiled, signIn)
  const perhaps = perhapsOf(now, needs)
  // Of services that are needed later, each policy is shown by itself.
  if (now !== needs) return { perhaps, blocks: emptyMask(compiled.policies.length) }
  return { perhaps, blocks: inBoth(inBoth(now.certain, compiled.enforced), compiled.demands.blocks) }
}

/** What reaches a sign-in, and what does together with the services that it needs later. */
function reachedNow(compiled: CompiledPolicies, signIn: PolicySignIn) {
  const rows = rowsWithoutUser(compiled, signIn)
  const now = reachOf(compiled, rows)
  const needed = neededBy(signIn.target, 'late').map(({ application }) => application)
  if (needed.length === 0) return { now, needs: now, rows, later: rows }
  // What it needs at once is in the first row of `rows`.
  const later = rows.with(0, targetRow(compiled, signIn, needed))
  return { now, needs: reachOf(compiled, later), rows, later }
}

type Rows = Parameters<typeof reachOf>[1]
