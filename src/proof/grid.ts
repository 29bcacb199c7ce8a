import { emptyMask, type Mask, without } from '../simulate/conditional-access/bits.ts'
import type { DemandContext } from '../simulate/conditional-access/clause-states.ts'
import { contextOf } from '../simulate/conditional-access/demand-context.ts'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { ConditionName } from '../vocabulary/policies.ts'
import type { Atom, Contribution, DimensionName, Layer } from './atom.ts'
import type { Space } from './layers.ts'
import { blankSignIn, masksOf, standingsOf, withContribution } from './rows.ts'
import type { Side } from './side.ts'

/** One value of a factor: an atom, or a pair of atoms from two dimensions that policies evaluate together. */
export interface GridPlace {
  readonly atoms: readonly Atom[]
  /** The sign-in properties that it sets, for each side. */
  readonly contributions: readonly Contribution[]
  /** The policies of all sides, concatenated: those whose conditions here hold, and those whose conditions may hold. */
  readonly certain: Mask
  readonly possible: Mask
}

/** A dimension, or two that policies evaluate together, with all of its values. */
export interface Factor {
  readonly dimensions: readonly DimensionName[]
  readonly places: readonly GridPlace[]
}

/** Sign-ins with the same demand state, as places of the factors that determine it. */
export interface ContextClass {
  /** By factor; undefined if the factor is irrelevant. */
  readonly places: readonly (ReadonlySet<number> | undefined)[]
  readonly contexts: readonly DemandContext[]
}

/** A space as a product of factors: a policy applies if its bit is set in the place of every factor. */
export interface Grid {
  readonly space: Space
  readonly sides: readonly Side[]
  /** For each side, how many mask words the preceding sides take. */
  readonly offsets: readonly number[]
  readonly words: number
  readonly factors: readonly Factor[]
  readonly classes: readonly ContextClass[]
}

const wordsOf = ({ compiled }: Side): number => Math.max(1, (compiled.policies.length + 31) >> 5)

/** The enforced policies of each side: those that may apply, and those that do apply if all conditions hold. */
export interface EnforcedSides {
  readonly certain: Mask
  readonly possible: Mask
}

/** The enforced policies. */
export const enforcedOf = ({ compiled: { enforced, open } }: Side): EnforcedSides => ({
  certain: without(enforced, open),
  possible: enforced,
})

function placeOf(
  sides: readonly Side[],
  atoms: readonly Atom[],
  conditions: readonly ConditionName[],
  among: readonly EnforcedSides[] | undefined,
): GridPlace {
  const contributions = sides.map((_, at) => Object.assign({}, ...atoms.map((atom) => atom.contributions[at])))
  const masks = sides.map((side, at) => {
    const all = (): Mask => emptyMask(side.compiled.policies.length).fill(-1)
    const own = masksOf(side, withContribution(blankSignIn(side), contributions[at]), conditions)
    const found = own ?? { certain: all(), possible: all() }
    const within = among?.[at]
    if (within === undefined) return found
    return {
      certain: found.certain.map((word, index) => word & (within.certain[index] ?? 0)),
      possible: found.possible.map((word, index) => word & (within.possible[index] ?? 0)),
    }
  })
  return {
    atoms,
    contributions,
    certain: masks.flatMap(({ certain }) => certain),
    possible: masks.flatMap(({ possible }) => possible),
  }
}

/** Groups layers that policies evaluate together into one factor. */
function groupsOf(layers: readonly Layer[]): readonly (readonly Layer[])[] {
  const [first, second, ...rest] = layers
  if (first === undefined) return []
  if (second?.dimension === 'platform') return [[first, second], ...rest.map((layer) => [layer])]
  return layers.map((layer) => [layer])
}

const combinations = (layers: readonly Layer[]): readonly (readonly Atom[])[] =>
  layers.reduce<readonly (readonly Atom[])[]>(
    (rows, { atoms }) => rows.flatMap((row) => atoms.map((atom) => [...row, atom])),
    [[]],
  )

const deciding: ReadonlySet<DimensionName> = new Set(['client', 'flow', 'device', 'target'])

/** A sign-in for which the state of every demand can be read. */
const probe = (side: Side, { of }: Space): PolicySignIn => ({
  ...blankSignIn(side),
  devicePlatform: 'windows',
  authenticationFlow: 'none',
  ...(of === 'programs' ? { principal: { kind: 'service-principal' } } : {}),
})

/** A legacy client neither registers anything nor accesses data behind an authentication context. */
export const exists = ({ legacy, target }: PolicySignIn): boolean => !legacy || 'applications' in target

/** The places of a factor, grouped by demand state. */
function signatures(sides: readonly Side[], space: Space, { places }: Factor): readonly (readonly number[])[] {
  const standings = sides.map(standingsOf)
  const found = new Map<string, number[]>()
  places.forEach(({ contributions }, index) => {
    const signIns = sides.map((side, at) => withContribution(probe(side, space), contributions[at]))
    const texts = signIns.map((signIn, at) => standings[at]?.(signIn))
    const [first] = signIns
    const kind = first === undefined ? '' : `${first.legacy} ${'applications' in first.target}`
    const key = `${kind}|${first?.authenticationFlow === 'deviceCodeFlow'}|${texts.join('|')}`
    found.set(key, [...(found.get(key) ?? []), index])
  })
  return [...found.values()]
}

function classesOf(sides: readonly Side[], space: Space, factors: readonly Factor[]): readonly ContextClass[] {
  let made: readonly (readonly (readonly number[] | undefined)[])[] = [[]]
  for (const factor of factors) {
    const matters = factor.dimensions.some((name) => deciding.has(name))
    const groups = matters ? signatures(sides, space, factor) : [undefined]
    made = made.flatMap((chosen) => groups.map((group) => [...chosen, group]))
  }
  return made.flatMap((chosen): readonly ContextClass[] => {
    const parts = chosen.map((group, at) => (group === undefined ? undefined : factors[at]?.places[group[0] ?? 0]))
    const signIns = sides.map((side, at) =>
      parts.reduce((signIn, part) => withContribution(signIn, part?.contributions[at]), probe(side, space)),
    )
    if (!signIns.every(exists)) return []
    return [
      {
        places: chosen.map((group) => (group === undefined ? undefined : new Set(group))),
        contexts: sides.map((side, at) => contextOf(side.compiled.demands, signIns[at] ?? blankSignIn(side))),
      },
    ]
  })
}

/** The space of several sides as a product of factors; `among` selects the policies, by default the enforced ones. */
export function gridOf(
  sides: readonly Side[],
  space: Space,
  among: readonly EnforcedSides[] = sides.map(enforcedOf),
): Grid {
  const factors = groupsOf(space.layers).map((layers, index): Factor => {
    const conditions = layers.flatMap((layer) => layer.conditions)
    return {
      dimensions: layers.map(({ dimension }) => dimension),
      places: combinations(layers).map((atoms) => placeOf(sides, atoms, conditions, index === 0 ? among : undefined)),
    }
  })
  const sizes = sides.map(wordsOf)
  return {
    space,
    sides,
    offsets: sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0)),
    words: sizes.reduce((sum, size) => sum + size, 0),
    factors,
    classes: classesOf(sides, space, factors),
  }
}
