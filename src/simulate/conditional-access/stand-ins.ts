import { asksForRisk } from './asks-for-risk.ts'
import { addMask, emptyMask, hasBit, inBoth, type Mask, maskWhere } from './bits.ts'
import type { ClauseState } from './clause-states.ts'
import type { CompiledPolicies } from './compile.ts'
import { contextOf } from './demand-context.ts'
import { isUnchangedBy, sessionParts } from './merge-session.ts'
import type { PolicySignIn } from './sign-in.ts'

/** Which policies have to concern a user besides one policy, so that this one changes nothing. */
export interface StandIns {
  /** Any other of these is enough. */
  readonly enough: Mask
  /** What the policy does, one by one, each with the policies that do it or more, the policy itself among them. */
  readonly parts: readonly Mask[]
}

interface Demanded {
  readonly policies: Mask
  /** The controls that meet it; undefined if it is not understood. */
  readonly words: readonly string[] | undefined
}

function demandedOf(state: ClauseState, demanding: Mask | undefined, among: Mask): readonly Demanded[] {
  if (state.kind === 'met' || demanding === undefined) return []
  const words = state.kind === 'unknown' ? undefined : state.clause.controls.map(({ word }) => word)
  return [{ policies: inBoth(demanding, among), words }]
}

/** The policies that make a demand, or one that implies it. */
function implying(demanded: readonly Demanded[], { policies, words }: Demanded): Mask {
  const found = policies.slice()
  if (words === undefined) return found
  for (const other of demanded) if (other.words?.every((word) => words.includes(word))) addMask(found, other.policies)
  return found
}

/** By policy and part of the session, the policies that shape it at least as strictly. */
export type ShapingAlike = (policy: number) => readonly Mask[]

/** The same for all questions to some policies; found once for each. */
export function shapingAlike({ policies, shaping }: CompiledPolicies): ShapingAlike {
  const known = new Map<number, readonly Mask[]>()
  const find = (index: number): readonly Mask[] => {
    const session = policies[index]?.session ?? {}
    return sessionParts(session).map((name) =>
      maskWhere(
        policies.length,
        (other) => hasBit(shaping, other) && isUnchangedBy(policies[other]?.session ?? {}, session, name),
      ),
    )
  }
  return (index) => {
    const found = known.get(index) ?? find(index)
    known.set(index, found)
    return found
  }
}

/**
 * What must concern a user besides each policy that decides a question, so that the decision is the same without it.
 * Invariant: where no condition is open for the user, the decision is the same exactly then, whichever policies are named.
 */
export function standInsOf(
  compiled: CompiledPolicies,
  signIn: PolicySignIn,
  { deciding, alike }: { readonly deciding: Mask; readonly alike: ShapingAlike },
): (policy: number) => StandIns {
  const count = compiled.policies.length
  const { states, legacy } = contextOf(compiled.demands, signIn)
  const demanded = states.flatMap((state, at) => demandedOf(state, compiled.demands.demanding[at], deciding))
  const blocks = inBoth(deciding, compiled.demands.blocks)
  const understood = emptyMask(count)
  for (const { policies, words } of demanded) if (words !== undefined) addMask(understood, policies)
  const risky = asksForRisk(compiled)
  // A legacy client can meet nothing: any demand that is understood keeps it out.
  const enough = blocks.slice()
  if (legacy) addMask(enough, understood)
  return (policy) => {
    if (hasBit(blocks, policy)) return { enough: blocks, parts: [blocks] }
    if (legacy && hasBit(understood, policy)) return { enough, parts: [enough] }
    const own = demanded.filter(({ policies }) => hasBit(policies, policy)).map((one) => implying(demanded, one))
    // Whether a method can be registered depends on whether one of the policies asks because of risk.
    const asking = hasBit(risky, policy) ? own.map((mask) => inBoth(mask, risky)) : own
    return { enough, parts: [...asking, ...alike(policy).map((mask) => inBoth(mask, deciding))] }
  }
}
