import { hasBit, indexesOf, keepMask, maskWhere } from '../simulate/conditional-access/bits.ts'
import { compilePolicies } from '../simulate/conditional-access/compile.ts'
import { decidePolicies } from '../simulate/conditional-access/evaluate.ts'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { Policy, PolicyState } from '../tenant/conditional-access/model.ts'
import type { PolicyName } from '../vocabulary/requests.ts'
import type { DimensionName, InexactPart } from './atom.ts'
import { type BoxPart, partsOf, type SignInWords, signInsAt, wordsAt } from './box-parts.ts'
import { boxesOf } from './boxes.ts'
import { type Effect, type EffectBook, effectBook, effectsOf, onlyBy } from './effects.ts'
import { type EnforcedSides, type Grid, gridOf } from './grid.ts'
import { endedSearch, type PreparedSearch, prepareSearch } from './ground.ts'
import { distinctionsOfPolicies, type PopulationScope, spaceOfPeople, spaceOfPrograms } from './layers.ts'
import type { Outcome } from './outcome.ts'
import { contradictingPairs, mergeablePairs, type PolicyPair } from './pairs.ts'
import { avoidedThroughout, findSignIn, type GridBox, isSettled, type SearchTask } from './quest.ts'
import { type ReplayRequest, replayRequest } from './replay-request.ts'
import type { Side } from './side.ts'

/** Sign-ins for which an effect depends on one policy alone. */
export interface OpenedRegion {
  readonly of: 'people' | 'programs'
  /** What is no longer enforced without the policy. */
  readonly effect: string
  readonly parts: readonly BoxPart[]
  readonly words: SignInWords
  /** The outcome with the policy. */
  readonly now: Outcome
  /** The outcome without the policy. */
  readonly without: Outcome
  /** The remaining policies that apply there. */
  readonly others: readonly PolicyName[]
  readonly request: ReplayRequest
}

/** The impact of one policy. `needed`: something depends on it; `never`: nothing does; `open`: something may. */
export interface PolicyImpact {
  readonly policy: PolicyName
  readonly state: PolicyState
  readonly needed: 'needed' | 'never' | 'open'
  /** Whether there is a sign-in to which it may apply. */
  readonly applies: boolean
  readonly opens: readonly OpenedRegion[]
  /** False if more regions exist than are listed. */
  readonly complete: boolean
  /** Policies that each cover everything this policy does; empty if only several do together, or if it is needed. */
  readonly impliedBy: readonly PolicyName[]
  /** What a search that ended at its limit leaves open. */
  readonly open: readonly InexactPart[]
}

/** The impact of each policy of a tenant. */
export interface Impact {
  readonly policies: readonly PolicyImpact[]
  readonly mergeable: readonly PolicyPair[]
  readonly contradicting: readonly PolicyPair[]
  readonly atoms: Readonly<Partial<Record<DimensionName, number>>>
  readonly open: readonly InexactPart[]
}

/** Maximum number of regions listed for one effect of a policy. */
const mostRegions = 2

const activeOf = ({ compiled: { active, open } }: Side): EnforcedSides => ({
  certain: active.map((word, at) => word & ~(open[at] ?? 0)),
  possible: active,
})

/**
 * The outcome of the enforced policies for a sign-in, with and without one policy; skips policies that cannot apply.
 */
function bothOutcomes({ tenant, compiled }: Side, signIn: PolicySignIn, policy: Policy): readonly [Outcome, Outcome] {
  const reached = new Set(
    decidePolicies(compiled, signIn)
      .outcomes()
      .flatMap(({ policy: name, effect }) => (effect === 'applies' || effect === 'signal-dependent' ? [name] : [])),
  )
  const { conditionalAccess, multifactorAuthentication } = tenant
  const others = conditionalAccess.policies.filter(({ name }) => reached.has(name) && name !== policy.name)
  const decided = (policies: readonly Policy[]): Outcome => {
    const made = compilePolicies(
      { ...conditionalAccess, policies },
      { trustedIps: multifactorAuthentication.trustedIps },
    )
    return decidePolicies(made, signIn).combined
  }
  return [decided([...others, { ...policy, state: 'enabled' }]), decided(others)]
}

function openedAt(side: Side, quest: SearchTask, policy: Policy, effect: Effect, box: GridBox): OpenedRegion {
  const { grid } = quest.ground
  const [signIn] = signInsAt(grid, box.witness)
  // Invariant: the impact of a policy concerns exactly one side.
  if (signIn === undefined) throw new Error('an impact without policies')
  const [now, rest] = bothOutcomes(side, signIn, policy)
  return {
    of: grid.space.of,
    effect: effect.words,
    parts: partsOf(grid, box),
    words: wordsAt(grid, box.witness),
    now,
    without: rest,
    others: rest.policies,
    request: replayRequest(side, signIn, policy.state === 'enabled' ? undefined : policy.name),
  }
}

interface Weighed {
  readonly opens: readonly OpenedRegion[]
  readonly complete: boolean
  readonly open: boolean
  readonly gaveUp: boolean
}

/** One side with its prepared spaces. */
export interface Weighing {
  readonly side: Side
  readonly grounds: readonly PreparedSearch[]
  readonly book: EffectBook
}

/** The regions of one space in which something depends on one policy. */
function weighed({ side, book }: Weighing, ground: PreparedSearch, index: number): Weighed {
  const { policies, enforced } = side.compiled
  const policy = policies[index]
  if (policy === undefined) return { opens: [], complete: true, open: false, gaveUp: false }
  const opens: OpenedRegion[] = []
  let [complete, open, gaveUp] = [true, false, false]
  for (const effect of effectsOf(side, index, book)) {
    const quest: SearchTask = { ground, term: onlyBy(effect, policies.length, index, enforced), mode: 'surely' }
    const found = boxesOf(quest, mostRegions)
    complete &&= found.complete
    gaveUp ||= found.gaveUp
    for (const box of found.boxes) opens.push(openedAt(side, quest, policy, effect, box))
    if (opens.length > 0 || open || isSettled(quest)) continue
    const perhaps = findSignIn({ ...quest, mode: 'perhaps' })
    open = perhaps !== 'none'
    gaveUp ||= perhaps === 'given up'
  }
  return { opens, complete, open: open || gaveUp, gaveUp }
}

/**
 * Whether one policy can replace another: wherever the other applies, it must apply as well, for every factor that
 * demands do not depend on.
 */
function mayImply({ factors, classes }: Grid, index: number, by: number): boolean {
  return factors.every(
    ({ places }, at) =>
      classes[0]?.places[at] !== undefined ||
      places.every(({ possible, certain }) => !hasBit(possible, index) || hasBit(certain, by)),
  )
}

/** Whether one policy alone has all effects of another one. */
function implies({ side, grounds, book }: Weighing, index: number, by: number): boolean {
  const { length } = side.compiled.policies
  const counted = maskWhere(length, (at) => at === by)
  return (
    grounds.every(({ grid }) => mayImply(grid, index, by)) &&
    effectsOf(side, index, book).every((effect) => {
      const term = onlyBy(effect, length, index, counted)
      return grounds.every((ground) => findSignIn({ ground, term, mode: 'perhaps' }) === 'none')
    })
  )
}

/** Enforced policies that have all effects of another policy wherever their demands allow it. */
function candidatesFor({ side, grounds, book }: Weighing, index: number): readonly number[] {
  const { policies, enforced } = side.compiled
  const left = enforced.slice()
  for (const effect of effectsOf(side, index, book))
    for (const ground of grounds) {
      const term = onlyBy(effect, policies.length, index, enforced)
      keepMask(left, avoidedThroughout({ ground, term, mode: 'perhaps' }, index))
    }
  return indexesOf(left).filter((by) => by !== index)
}

function impactOfPolicy(weighing: Weighing, index: number): PolicyImpact {
  const { policies } = weighing.side.compiled
  const policy = policies[index]
  // Invariant: only policies of the side are asked for.
  if (policy === undefined) throw new Error('no such policy')
  const found = weighing.grounds.map((ground) => weighed(weighing, ground, index))
  const opens = found.flatMap((one) => one.opens)
  const needed = opens.length > 0 ? 'needed' : found.some((one) => one.open) ? 'open' : 'never'
  const impliedBy =
    needed === 'never' ? candidatesFor(weighing, index).filter((by) => implies(weighing, index, by)) : []
  return {
    policy: policy.name,
    state: policy.state,
    needed,
    applies: weighing.grounds.some(({ cases }) => cases.perhaps.some(({ reached }) => hasBit(reached, index))),
    opens,
    complete: found.every((one) => one.complete),
    impliedBy: impliedBy.flatMap((by) => policies[by]?.name ?? []),
    open: weighing.grounds.filter((_, at) => found[at]?.gaveUp).map(endedSearch),
  }
}

/** Prepares one side, with all policies that are not disabled, for the analysis. */
export function weighingOf(side: Side, who: PopulationScope = {}): Weighing {
  const among = [activeOf(side)]
  const spaces = [spaceOfPeople([side], distinctionsOfPolicies(who.anyMembership)), spaceOfPrograms([side])]
  return { side, grounds: spaces.map((space) => prepareSearch(gridOf([side], space, among), who)), book: effectBook() }
}

/** The impact of one policy; undefined if it is disabled. */
export function impactOf(weighing: Weighing, name: PolicyName): PolicyImpact | undefined {
  const { compiled } = weighing.side
  const index = compiled.policies.findIndex((policy) => policy.name === name)
  return index < 0 || !hasBit(compiled.active, index) ? undefined : impactOfPolicy(weighing, index)
}

/** The impact of each policy that is not disabled, in file order. */
export function impactOfAll(side: Side, who: PopulationScope = {}): Impact {
  const weighing = weighingOf(side, who)
  const grids = weighing.grounds.map(({ grid }) => grid)
  const policies = side.tenant.conditionalAccess.policies.flatMap(({ name }) => impactOf(weighing, name) ?? [])
  const atoms = grids.flatMap(({ space }) => space.layers.map(({ dimension, atoms: all }) => [dimension, all.length]))
  return {
    policies,
    mergeable: mergeablePairs(side),
    contradicting: contradictingPairs(side, grids),
    atoms: Object.fromEntries(atoms.reverse()),
    open: [...grids.flatMap(({ space }) => space.open), ...policies.flatMap(({ open }) => open).slice(0, 1)],
  }
}
